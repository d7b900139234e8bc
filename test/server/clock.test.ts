import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { listLog, verifyLog } from '../../src/endpoints/audit-log.ts';
import { startImport } from '../../src/endpoints/company-data.ts';
import { reportPractice } from '../../src/endpoints/practices.ts';
import { acceptInvitation, getMe, lookAtInvitation } from '../../src/endpoints/session.ts';
import { inviteUser } from '../../src/endpoints/users.ts';
import {
  administrator,
  type Browser,
  browser,
  ended,
  type House,
  handOver,
  openHouse,
  PASSWORD,
  personWith,
} from './house.ts';

// Somebody sets the clock of the machine, or a battery is empty: hours ahead of the right time, and hours behind.
const DAY = 24;
let house: House;
let admin: Browser;
beforeAll(async () => {
  house = await openHouse();
  admin = await administrator(house);
}, 120_000);
afterAll(() => house.remove());
afterEach(() => house.moveClock(0));

describe('a session', () => {
  test.each([
    ['forwards, past its end', 13],
    ['forwards by years', 3 * 365 * DAY],
    ['backwards by two hours', -2],
    ['backwards by years', -3 * 365 * DAY],
  ])('does not outlive a clock that jumps %s, and is the old one when the clock is right again', async (_, hours) => {
    const client = await personWith(admin, house.url, `Jump${hours}`.replace('-', 'Back'), ['cfo']);
    house.moveClock(hours);
    await expect(client.call(getMe)).rejects.toMatchObject({ code: 'notSignedIn', status: 401 });
    house.moveClock(0);
    expect((await client.call(getMe)).roles).toEqual(['cfo']);
  });

  test('bears the small corrections that every clock makes', async () => {
    for (const hours of [0.01, -0.01, 0.5, -0.5]) {
      house.moveClock(hours);
      expect((await admin.call(getMe)).name).toBe('Ada');
    }
  });
});

describe('a one-time link', () => {
  const invited = async (name: string) => {
    const email = `${name}@example.com`;
    const { link } = await admin.call(inviteUser, { body: { name, email, roles: ['cfo'], language: 'en' } });
    return { token: link.split('#')[1] ?? '', email };
  };
  const look = (token: string) => browser(house.url).call(lookAtInvitation, { body: { token } });
  const accept = ({ token, email }: Awaited<ReturnType<typeof invited>>) =>
    browser(house.url).call(acceptInvitation, {
      body: { token, name: 'New', email, password: PASSWORD, language: 'en' },
    });

  test('is over when the clock runs ahead, in whole and not by half', async () => {
    const link = await invited('ahead');
    house.moveClock(4 * DAY);
    await expect(look(link.token)).rejects.toMatchObject({ code: 'linkInvalid', status: 410 });
    await expect(accept(link)).rejects.toMatchObject({ code: 'linkInvalid' });
  });

  test('gets no longer life from a clock that is set back', async () => {
    const link = await invited('back');
    house.moveClock(-30 * DAY);
    await expect(look(link.token)).rejects.toMatchObject({ code: 'linkInvalid' });
    await expect(accept(link)).rejects.toMatchObject({ code: 'linkInvalid' });
    house.moveClock(0);
    await accept(link);
    await expect(accept(link)).rejects.toMatchObject({ code: 'linkInvalid' });
  });
});

test('the log stays one chain in the order of the deeds, whatever the clock said at each', async () => {
  const titles = ['now', 'ahead', 'behind', 'now again'];
  const clocks = [0, 0.5, -0.9, 0];
  for (const [at, title] of titles.entries()) {
    house.moveClock(clocks[at] ?? 0);
    await admin.call(reportPractice, { body: { title, named: true } });
  }
  const { entries } = await admin.call(listLog, { query: { event: 'practiceReported', limit: titles.length } });
  expect(entries).toHaveLength(titles.length);
  const sequences = entries.map(({ sequence }) => sequence);
  expect(sequences).toEqual(sequences.toSorted((a, b) => b - a));
  const instants = entries.map(({ at }) => at);
  expect(instants).not.toEqual(instants.toSorted().toReversed());
  expect(await admin.call(verifyLog)).toMatchObject({ intact: true, brokenAt: null });
});

test('work that is asked for while the clock jumps ends, and tells how far it is', async () => {
  const uploadId = await handOver(admin, {
    'contract.csv': 'contract_id,customer_id,product_id,start_date\nV1,K1,P1,2024-01-01\n',
  });
  house.moveClock(0.9);
  const job = await admin.call(startImport, { body: { uploadId, preview: false, mapping: null } });
  house.moveClock(-0.9);
  expect((await ended(admin, job)).state).toBe('done');
  house.moveClock(0);
  expect((await admin.call(verifyLog)).intact).toBe(true);
});
