import { afterAll, beforeAll, expect, test } from 'vitest';
import { administrator, type Browser, type House, openHouse, personWith } from './house.ts';

let house: House;
let admin: Browser;
let other: Browser;
beforeAll(async () => {
  house = await openHouse({ requestsPerMinute: 30 });
  admin = await administrator(house);
  other = await personWith(admin, house.url, 'Other', ['cfo']);
}, 120_000);
afterAll(() => house.remove());

test('one person who asks too often does not shut out a colleague behind the same address', async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 40; n++) statuses.push((await admin.fetch('/api/me')).status);
  expect(statuses.at(-1)).toBe(429);
  expect((await other.fetch('/api/me')).status).toBe(200);
});
