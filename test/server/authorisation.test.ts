import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ROLES, type Role } from '../../src/domain/role.ts';
import { ENDPOINTS } from '../../src/endpoints/catalogue.ts';
import { addressOf, type Endpoint } from '../../src/endpoints/endpoint.ts';
import { administrator, type Browser, browser, type House, onePersonARole, openHouse } from './house.ts';

let house: House;
let people: ReadonlyMap<Role, Browser>;
beforeAll(async () => {
  house = await openHouse();
  people = await onePersonARole(await administrator(house), house.url);
}, 120_000);
afterAll(() => house.remove());

const NOBODYS = '00000000-0000-4000-8000-000000000000';
const params = {
  id: NOBODYS,
  before: NOBODYS,
  check: 'wait-gap',
  customerId: 'nobody',
  importId: 4_000_000,
  table: 'nothing',
};

/** A request that gets past the door but can do nothing: its body is empty, its ids are nobody's. */
async function knock(client: Browser, endpoint: Endpoint): Promise<{ status: number; code: string }> {
  const body = endpoint.body === null ? {} : { body: '{}', headers: { 'content-type': 'application/json' } };
  const answer = await client.fetch(addressOf(endpoint, params), { method: endpoint.method, ...body });
  const text = await answer.text();
  const code = text.startsWith('{') ? z.object({ code: z.string().default('') }).parse(JSON.parse(text)).code : '';
  return { status: answer.status, code };
}

const mayEnter = ({ access }: Endpoint, role: Role) =>
  access === 'public' || access === 'signedIn' || access.includes(role);
// Signing out would end the session that the other requests of the same person need.
const harmless = ENDPOINTS.filter(({ id }) => id !== 'signOut');

test('every endpoint is a route of the server, and every route of the server is an endpoint with its roles', async () => {
  const Document = z.object({
    paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string(), description: z.string() }))),
  });
  const { paths } = Document.parse(await (await fetch(`${house.url}/api/docs/json`)).json());
  const served = Object.values(paths).flatMap((methods) => Object.values(methods));
  expect(served.map(({ operationId }) => operationId).sort()).toEqual(ENDPOINTS.map(({ id }) => id).sort());
  for (const { description } of served) expect(description).toMatch(/^Access: (public|signedIn|\w+(, \w+)*)$/);
});

test('every endpoint says who may use it, with known roles, and no id or address is there twice', () => {
  for (const { access } of ENDPOINTS)
    if (Array.isArray(access)) for (const role of access) expect(ROLES).toContain(role);
  expect(ENDPOINTS.filter(({ access }) => access.length === 0)).toEqual([]);
  expect(new Set(ENDPOINTS.map(({ id }) => id)).size).toBe(ENDPOINTS.length);
  expect(new Set(ENDPOINTS.map(({ method, path }) => `${method} ${path}`)).size).toBe(ENDPOINTS.length);
});

describe.each(ROLES)('%s', (role) => {
  test('is let in where the endpoint says so, and stopped at the door everywhere else', async () => {
    const client = people.get(role);
    if (client === undefined) throw new Error(role);
    for (const endpoint of harmless) {
      const { status, code } = await knock(client, endpoint);
      const stopped = code === 'forbidden' || code === 'notSignedIn';
      expect({ id: endpoint.id, stopped }).toEqual({ id: endpoint.id, stopped: !mayEnter(endpoint, role) });
      if (stopped) expect(status).toBe(403);
      expect({ id: endpoint.id, fault: status === 500 }).toEqual({ id: endpoint.id, fault: false });
    }
  });
});

test('whoever is not signed in is stopped everywhere but at the public endpoints', async () => {
  for (const endpoint of ENDPOINTS) {
    const { status } = await knock(browser(house.url), endpoint);
    expect({ id: endpoint.id, stopped: status === 401 }).toEqual({
      id: endpoint.id,
      stopped: endpoint.access !== 'public',
    });
  }
});

test('a made-up key or session is nobody', async () => {
  for (const headers of [{ authorization: 'Bearer stk_made-up' }, { cookie: 'stammkunde.session_token=made.up' }])
    expect((await fetch(`${house.url}/api/me`, { headers })).status).toBe(401);
});

const neverBy = (id: string, roles: readonly Role[]) => {
  const access = ENDPOINTS.find((endpoint) => endpoint.id === id)?.access;
  return Array.isArray(access) && roles.every((role) => !access.includes(role));
};
test.each([
  ['listAffected', ['agent', 'cfo', 'marketing', 'worksCouncil', 'administrator']],
  ['exportAffected', ['agent', 'cfo', 'marketing', 'worksCouncil', 'headOfCare', 'administrator', 'dataProtection']],
  ['findRows', ['agent', 'cfo', 'marketing', 'worksCouncil', 'administrator']],
  ['getLineage', ['agent', 'marketing', 'worksCouncil']],
  ['getCustomer', ['analyst', 'cfo', 'marketing', 'worksCouncil', 'administrator']],
  ['getCustomerTies', ['analyst', 'cfo', 'marketing', 'worksCouncil', 'administrator']],
  ['getCustomerLoyalties', ['agent', 'dataProtection', 'analyst', 'cfo', 'marketing', 'worksCouncil', 'administrator']],
  ['findCustomers', ['analyst', 'cfo', 'marketing', 'worksCouncil', 'administrator']],
  ['getAudit', ['agent', 'worksCouncil']],
  ['revokeWorksAgreement', ['administrator', 'touchpointManager', 'headOfCare']],
  ['allowFreeText', ['administrator', 'analyst']],
  ['judgePractice', ['marketing', 'agent', 'headOfCare', 'administrator']],
  ['listLog', ['touchpointManager', 'headOfCare', 'agent', 'analyst', 'marketing', 'cfo']],
] as const)('%s is impossible for %s', (id, roles) => {
  expect(neverBy(id, roles)).toBe(true);
});
