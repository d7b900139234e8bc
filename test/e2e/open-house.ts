import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Language } from '../../src/domain/language.ts';
import type { Role } from '../../src/domain/role.ts';
import { acceptInvitation } from '../../src/endpoints/session.ts';
import { inviteUser } from '../../src/endpoints/users.ts';
import { browser, enter, PASSWORD } from '../server/house.ts';
import { openChromium } from './chromium.ts';
import { furnishedHouse } from './furnished-house.ts';

export const FIRST = 'erste@example.com';
const CUSTOMERS = 1200;

interface Opened {
  readonly house: Awaited<ReturnType<typeof furnishedHouse>>;
  readonly chromium: Browser;
}
let opened: Opened | null = null;

/** One build of the pages, one company, one server and one browser for everything that is tried on them. */
export function openForAll(): void {
  beforeAll(async () => {
    const [house, chromium] = await Promise.all([furnishedHouse(CUSTOMERS), openChromium()]);
    opened = { house, chromium };
  }, 300_000);
  afterAll(async () => {
    await opened?.chromium.close();
    await opened?.house.remove();
  });
}

export const here = (): Opened => {
  if (opened === null) throw new Error('nothing is open');
  return opened;
};

/** The first administrator, over the API. */
export async function administrator() {
  const client = browser(here().house.url);
  await enter(client, FIRST, PASSWORD);
  return client;
}

/** Somebody with these roles and this language; answers with their address. */
export async function somebody(name: string, language: Language, roles: readonly Role[]): Promise<string> {
  const email = `${name}-${language}@example.com`;
  const admin = await administrator();
  const { link } = await admin.call(inviteUser, { body: { name, email, roles: [...roles], language } });
  const token = new URL(link).hash.slice(1);
  const client = browser(here().house.url);
  await client.call(acceptInvitation, { body: { token, name, email, password: PASSWORD, language } });
  return email;
}
