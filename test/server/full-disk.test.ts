import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyLog } from '../../src/endpoints/audit-log.ts';
import { getInventory, listImports, startImport, uploadFiles } from '../../src/endpoints/company-data.ts';
import { startTableExport } from '../../src/endpoints/exports.ts';
import { getJob } from '../../src/endpoints/jobs.ts';
import { changeMe } from '../../src/endpoints/session.ts';
import { administrator, type Browser, ended, type House, openHouse } from './house.ts';

// Real small disks, which only the owner of the machine can mount; src/server/data/staging.test.ts fills one without.
const home = mkdtempSync(join(tmpdir(), 'stammkunde-full-'));
const DISKS = { uploads: 8, warehouse: 40, exports: 1 } as const;
const disk = (name: keyof typeof DISKS) => join(home, name);
const mounted: string[] = [];
function mount(name: keyof typeof DISKS, megabytes: number, how = ''): boolean {
  mkdirSync(disk(name), { recursive: true });
  const { status } = spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', `${how}size=${megabytes}m`, 'tmpfs', disk(name)]);
  if (status === 0 && how === '') mounted.push(disk(name));
  return status === 0;
}
const small = mount('uploads', DISKS.uploads) && mount('warehouse', DISKS.warehouse) && mount('exports', DISKS.exports);

let house: House;
let admin: Browser;
beforeAll(async () => {
  if (!small) return;
  house = await openHouse({ home, store: { kind: 'embedded', directory: disk('warehouse') } });
  admin = await administrator(house);
}, 120_000);
afterAll(async () => {
  if (small) await house.remove();
  for (const directory of mounted) spawnSync('/bin/umount', ['-l', directory]);
  rmSync(home, { recursive: true, force: true });
});

const digest = (n: number) => createHash('sha256').update(String(n)).digest('hex').slice(0, 12);
const contracts = (rows: number, first = 0) => {
  const lines = Array.from(
    { length: rows },
    (_, row) => `${digest(first + row)},${digest(first + row + 1e9)},P1,2024-01-01`,
  );
  const form = new FormData();
  form.set('files', new Blob([`contract_id,customer_id,product_id,start_date\n${lines.join('\n')}\n`]), 'contract.csv');
  return form;
};
const handOver = async (rows: number, first = 0) =>
  (await admin.call(uploadFiles, { form: contracts(rows, first) })).id;
const imported = async (uploadId: string) =>
  ended(admin, await admin.call(startImport, { body: { uploadId, preview: false, mapping: null } }));
const rowsStored = async () =>
  (await admin.call(getInventory)).tables.find(({ name }) => name === 'contract')?.rows ?? 0;

describe.skipIf(!small)('a full disk (needs the right to mount small disks)', () => {
  test('while files are handed over: a sentence in the language of the reader, and nothing of them stays', async () => {
    await admin.call(changeMe, { body: { name: 'Ada', language: 'de' } });
    const size = DISKS.uploads * 40_000;
    await expect(admin.call(uploadFiles, { form: contracts(size) })).rejects.toMatchObject({
      code: 'storeFull',
      status: 507,
      message:
        'Der Datenträger des Servers ist voll. Nichts Halbfertiges gilt; schaffen Sie Platz und versuchen Sie es erneut.',
    });
    expect(readdirSync(disk('uploads'))).toEqual([]);
    const { bfree, bsize } = statfsSync(disk('uploads'));
    expect(bfree * bsize).toBeGreaterThan((DISKS.uploads - 1) * 1_000_000);
    await admin.call(changeMe, { body: { name: 'Ada', language: 'en' } });
    expect(await handOver(10)).toMatch(/-/);
  }, 60_000);

  test('while an import writes: its job says so, nothing half imported stands, and with room the same files are imported', async () => {
    let first = 0;
    let failed = await imported(await handOver(10, 1e8));
    const before = await rowsStored();
    expect([failed.state, before]).toEqual(['done', 10]);
    let uploadId = '';
    let standing = before;
    while (failed.state === 'done' && first < 5_000_000) {
      standing = await rowsStored();
      uploadId = await handOver(120_000, first);
      first += 120_000;
      failed = await imported(uploadId);
    }
    expect(failed).toMatchObject({ state: 'failed', error: { code: 'storeFull' } });
    expect(failed.error?.message).toContain('Nothing half-done stands');
    expect((await admin.call(listImports)).imports[0]?.state).not.toBe('done');
    expect(await rowsStored()).toBe(standing);
    expect((await admin.call(verifyLog)).intact).toBe(true);
    expect(mount('warehouse', 10 * DISKS.warehouse, 'remount,')).toBe(true);
    expect((await imported(uploadId)).state).toBe('done');
    expect(await rowsStored()).toBe(standing + 120_000);
  }, 240_000);

  test('while an export is written: its job says so, and nothing of the file stays', async () => {
    const job = await admin.call(startTableExport, {
      params: { table: 'contract' },
      body: { format: 'csv', purpose: 'analysis' },
    });
    expect(await ended(admin, job)).toMatchObject({ state: 'failed', error: { code: 'storeFull' } });
    expect(readdirSync(disk('exports'))).toEqual([]);
    expect((await admin.call(getJob, { params: { id: job.id } })).result.file).toBeNull();
  }, 60_000);
});
