import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ATTESTATION_FILES } from '#rules/attestation.ts';
import type { Context } from '../context.ts';
import { storeAddress, withStore } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { loadFiles } from '../load-files.ts';
import { CLI_WORDS } from '../words.ts';
import { attestCommand } from './attest.ts';

let folder = '';
const said: string[] = [];
const context: Context = {
  language: 'en',
  words: CLI_WORDS.en,
  signal: new AbortController().signal,
  say: (text) => void said.push(text),
  note: () => {},
};
const attest = (more: { asOf?: string; out?: string; pack?: string; failOnFinding?: boolean } = {}) =>
  attestCommand(context, {
    home: join(folder, 'home'),
    pack: 'icobs-6b',
    asOf: '30.06.2026',
    out: join(folder, 'a'),
    ...more,
  });
const bytesOf = (name: string) =>
  Object.fromEntries(ATTESTATION_FILES.map((file) => [file, readFileSync(join(folder, name, file), 'utf8')]));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stammkunde-attest-'));
  const contract = join(folder, 'contract.csv');
  const sheet = join(folder, 'new_business_price.csv');
  writeFileSync(
    contract,
    'contract_id,customer_id,product_id,start_date,price,price_period\nA,K1,P,2023-03-01,300.01,year\nB,K2,P,2023-03-01,300.00,year\n',
  );
  writeFileSync(sheet, 'product_id,valid_from,price,price_period\nP,2022-01-01,300.00,year\n');
  await withStore(context, storeAddress({ home: join(folder, 'home') }), (warehouse) =>
    loadFiles(context, warehouse, {
      files: [contract, sheet],
      mapping: null,
      preview: false,
      ask: false,
      home: null,
      importDay: '2026-07-01',
    }),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('writes the folder; a second run writes the same bytes into it', async () => {
  expect(await attest()).toBe(EXIT.ok);
  expect(readdirSync(join(folder, 'a')).sort()).toEqual([...ATTESTATION_FILES].sort());
  const first = bytesOf('a');
  expect(first['rows.csv']).toContain('A,P,,,,1,2026-03-01,300.01,300.00,0.01,P,q4,fails,above');
  const { imports } = JSON.parse(first['data.json'] ?? '');
  expect(imports).toHaveLength(1);
  expect(imports[0].fingerprint).toMatch(/^[0-9a-f]{16,}/);
  expect(await attest({ failOnFinding: true })).toBe(EXIT.finding);
  expect(bytesOf('a')).toEqual(first);
  expect(said.join('\n')).toContain('Not legal advice');
});

test('refuses a day before the law, an unknown pack and a folder with other files, and writes nothing', async () => {
  await expect(attest({ asOf: '2021-12-31', out: join(folder, 'b') })).rejects.toThrow('holds from 01 Jan 2022');
  await expect(attest({ pack: 'none' })).rejects.toThrow('icobs-6b, ireland-2022');
  await expect(attest({ out: folder })).rejects.toThrow('files of your own');
  expect(readdirSync(folder)).not.toContain('b');
});
