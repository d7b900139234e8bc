import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginCompanySignIn, getDoor, getMe } from '../../src/endpoints/session.ts';
import { inviteUser } from '../../src/endpoints/users.ts';
import { administrator, type Browser, browser, type House, openHouse } from './house.ts';

/** A provider of OpenID Connect as small as it can be: whoever comes is the person set here. */
let person = { sub: '1', email: 'ida@example.com', name: 'Ida', email_verified: true };
let provider: Server;
let house: House;
let admin: Browser;

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
/** What the sign-in page was asked to put into its answer, so that no old answer can be played back. */
let nonce: string | null = null;

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
function identityToken(issuer: string): string {
  const seconds = Math.floor(Date.now() / 1000);
  const claims = {
    ...person,
    iss: issuer,
    aud: 'house',
    iat: seconds,
    exp: seconds + 60,
    ...(nonce === null ? {} : { nonce }),
  };
  const text = `${encoded({ alg: 'RS256', kid: 'k', typ: 'JWT' })}.${encoded(claims)}`;
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), keys.privateKey).toString('base64url')}`;
}

async function startProvider(): Promise<string> {
  provider = createServer((request, response) => {
    const address = `http://${request.headers.host}`;
    const path = new URL(request.url ?? '/', address).pathname;
    const answers: Record<string, unknown> = {
      '/.well-known/openid-configuration': {
        issuer: address,
        authorization_endpoint: `${address}/authorize`,
        token_endpoint: `${address}/token`,
        userinfo_endpoint: `${address}/userinfo`,
        jwks_uri: `${address}/keys`,
      },
      '/token': { access_token: 'token', token_type: 'Bearer', expires_in: 60, id_token: identityToken(address) },
      '/userinfo': person,
      '/keys': { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] },
    };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answers[path] ?? {}));
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  const bound: AddressInfo | string | null = provider.address();
  if (bound === null || typeof bound === 'string') throw new Error('not listening');
  return `http://127.0.0.1:${bound.port}/.well-known/openid-configuration`;
}

beforeAll(async () => {
  const discoveryUrl = await startProvider();
  house = await openHouse({
    companySignIn: { name: 'Company', discoveryUrl, clientId: 'house', clientSecret: 'secret' },
  });
  admin = await administrator(house);
}, 120_000);
afterAll(async () => {
  await house.remove();
  provider.close();
});

/** Goes to the provider and comes back, as a browser would. Answers with where it is sent in the end. */
async function comeBack(client: Browser): Promise<string> {
  const { url } = await client.call(beginCompanySignIn);
  nonce = new URL(url).searchParams.get('nonce');
  const state = new URL(url).searchParams.get('state') ?? '';
  const answer = await client.fetch(`/api/auth/callback/company?code=code&state=${encodeURIComponent(state)}`, {
    redirect: 'manual',
  });
  return answer.headers.get('location') ?? '';
}

test('somebody who was added before gets in with the company account, without ever choosing a password', async () => {
  expect((await admin.call(getDoor)).companySignIn).toBe('Company');
  await admin.call(inviteUser, { body: { name: 'Ida', email: 'Ida@example.com', roles: ['cfo'], language: 'de' } });
  const ida = browser(house.url);
  expect(await comeBack(ida)).not.toContain('refused');
  expect(await ida.call(getMe)).toMatchObject({ email: 'ida@example.com', roles: ['cfo'] });
});

test('somebody whom the company knows but who was never added stays outside', async () => {
  person = { ...person, sub: '2', email: 'stranger@example.com' };
  const stranger = browser(house.url);
  expect(await comeBack(stranger)).toContain('refused');
  await expect(stranger.call(getMe)).rejects.toMatchObject({ code: 'notSignedIn' });
});

test('a return with a made-up state opens nothing', async () => {
  const thief = browser(house.url);
  await thief.fetch('/api/auth/callback/company?code=code&state=made-up', { redirect: 'manual' });
  await expect(thief.call(getMe)).rejects.toMatchObject({ code: 'notSignedIn' });
});
