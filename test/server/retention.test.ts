import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { LIMITED, RETENTION } from '../../src/domain/retention.ts';
import { listLog, verifyLog } from '../../src/endpoints/audit-log.ts';
import { getPreview, startImport } from '../../src/endpoints/company-data.ts';
import { downloadExport, startTableExport } from '../../src/endpoints/exports.ts';
import { listJobs } from '../../src/endpoints/jobs.ts';
import { getRetention } from '../../src/endpoints/retention.ts';
import { getMe, lookAtInvitation } from '../../src/endpoints/session.ts';
import { createApiKey, inviteUser, listApiKeys } from '../../src/endpoints/users.ts';
import { administrator, browser, ended, enter, handOver, openHouse, PASSWORD, personWith } from './house.ts';

const DAY = 24;
const home = mkdtempSync(join(tmpdir(), 'stammkunde-kept-'));
const embedded = (name: string) => ({ kind: 'embedded', directory: join(home, name) }) as const;
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** The same house, so many hours later: the server ended and began again. */
async function later(hours: number) {
  const clock = () => new Date(Date.now() + hours * 3_600_000);
  const edge = { clock, newId: randomUUID, newSecret: () => `${randomUUID()}${randomUUID()}` };
  return openHouse({ home, store: embedded('warehouse'), register: embedded('register'), edge });
}

test('what has stayed as long as declared is thrown away on its day, and not a day earlier', async () => {
  const first = await later(0);
  const admin = await administrator(first);
  await personWith(admin, first.url, 'Protection', ['dataProtection', 'administrator']);
  const { link } = await admin.call(inviteUser, {
    body: { name: 'New', email: 'new@example.com', roles: ['cfo'], language: 'en' },
  });
  const token = link.split('#')[1] ?? '';
  const today = new Date().toISOString().slice(0, 10);
  await admin.call(createApiKey, { body: { name: 'night', roles: ['analyst'], expiresOn: today } });
  const upload = () =>
    handOver(admin, { 'contract.csv': 'contract_id,customer_id,product_id,start_date\nV1,K1,P1,2024-01-01\n' });
  const work = async (uploadId: string, preview: boolean) =>
    ended(admin, await admin.call(startImport, { body: { uploadId, preview, mapping: null } }));
  const previewed = await work(await upload(), true);
  await work(await upload(), false);
  const asked = { params: { table: 'contract' }, body: { format: 'csv', purpose: 'analysis' } } as const;
  const exported = await ended(admin, await admin.call(startTableExport, asked));
  expect(readdirSync(join(home, 'uploads'))).toHaveLength(1);
  await first.close();

  const states: Record<string, unknown> = {};
  for (const days of [0.9, 1.1, 2.5, 4, 8, 31.5, 91]) {
    const house = await later(days * DAY);
    const stands = (asking: Promise<unknown>) =>
      asking.then(
        () => true,
        () => false,
      );
    states[days] = {
      uploads: readdirSync(join(home, 'uploads')).length,
      files: readdirSync(join(home, 'exports')).length,
      link: await stands(browser(house.url).call(lookAtInvitation, { body: { token } })),
    };
    await house.close();
  }
  expect(states).toEqual({
    0.9: { uploads: 1, files: 1, link: true },
    1.1: { uploads: 0, files: 1, link: true },
    2.5: { uploads: 0, files: 1, link: true },
    4: { uploads: 0, files: 0, link: false },
    8: { uploads: 0, files: 0, link: false },
    31.5: { uploads: 0, files: 0, link: false },
    91: { uploads: 0, files: 0, link: false },
  });

  const last = await later(0);
  const again = browser(last.url);
  await enter(again, 'protection@example.com', PASSWORD);
  const { entries } = await again.call(listLog, { query: { event: 'retentionCarriedOut', limit: 50 } });
  const sums = Object.fromEntries(
    Object.keys(LIMITED).map((id) => [id, entries.reduce((sum, { details }) => sum + Number(details[id]), 0)]),
  );
  expect(sums).toMatchObject({ uploads: 1, exports: 1, previews: 2, apiKeys: 1, jobs: 3 });
  expect(sums['sessions']).toBeGreaterThan(1);
  expect((await again.call(listApiKeys)).apiKeys).toEqual([]);
  expect((await again.call(listJobs)).jobs).toEqual([]);
  await expect(again.call(getPreview, { params: { id: previewed.id } })).rejects.toMatchObject({ status: 404 });
  await expect(again.open(downloadExport, { params: { id: exported.id } })).rejects.toMatchObject({ status: 403 });
  expect((await again.call(verifyLog)).intact).toBe(true);

  const { kept, lastAt } = await again.call(getRetention, { query: { language: 'de' } });
  expect(kept.map(({ id }) => id)).toEqual(Object.keys(RETENTION));
  expect(kept.find(({ id }) => id === 'sessions')).toMatchObject({ hours: 12 });
  expect(kept.find(({ id }) => id === 'audits')).toMatchObject({ hours: null, what: 'Prüfungen' });
  expect(lastAt).not.toBeNull();
  expect((await again.call(getMe)).name).toBe('Protection');
  await last.close();
}, 240_000);
