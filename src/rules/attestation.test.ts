import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Company, openCompany } from '../../test/company.ts';
import { withPack } from '../../test/rules.ts';
import { ATTESTATION_FILES, writeAttestation } from './attestation.ts';
import { icobs6b } from './icobs-6b.ts';
import { WHOLE_STORE } from './rule-pack.ts';

let company: Company;
const held = (id: string, price: number) => ({
  contract_id: id,
  customer_id: `K-${id}`,
  product_id: 'motor',
  start_date: '2023-03-01',
  price,
  currency: 'GBP',
});
beforeAll(async () => {
  company = await openCompany();
  await company.add('contract', [
    held('a', 300),
    held('b', 300.01),
    held('=c', 250),
    { ...held('d', 1), product_id: 'x' },
  ]);
  await company.add('new_business_price', [{ product_id: 'motor', valid_from: '2022-01-01', price: 300 }]);
});
afterAll(() => company.close());

async function attested(): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = {};
  await withPack(company, icobs6b, '2026-06-30', WHOLE_STORE, () =>
    writeAttestation({
      warehouse: company.warehouse,
      pack: icobs6b,
      asOf: '2026-06-30',
      scope: WHOLE_STORE,
      programVersion: '1',
      write: async (file, piece) => {
        files[file] = (files[file] ?? '') + piece;
      },
    }),
  );
  return files;
}

test('holds every contract with price, twin, quality, result and reason', async () => {
  const files = await attested();
  expect(Object.keys(files).sort()).toEqual([...ATTESTATION_FILES].sort());
  expect(files['rows.csv']?.trimEnd().split('\n')).toEqual([
    'id,product,region,channel,risk_class,cases,judged_on,price_year,twin_year,above_twin_year,twin_product,quality,result,reason',
    "'=c,motor,,,,1,2026-03-01,250.00,300.00,0.00,motor,q4,passes,within",
    'a,motor,,,,1,2026-03-01,300.00,300.00,0.00,motor,q4,passes,within',
    'b,motor,,,,1,2026-03-01,300.01,300.00,0.01,motor,q4,fails,above',
    'd,x,,,,1,2026-03-01,1.00,,,,,unjudged,noNewcomerPrice',
  ]);
  expect(JSON.parse(files['verdict.json'] ?? '')).toMatchObject({
    outcome: 'fails',
    legalAdvice: false,
    currency: 'GBP',
    counts: { passes: 2, fails: 1, unjudged: 1, outside: 0 },
    overCents: 1,
  });
  expect(JSON.parse(files['settings.json'] ?? '')).toMatchObject({ periodFrom: '2025-07-01', validFrom: '2022-01-01' });
  expect(files['README.en.md']).toContain('Not legal advice.');
  expect(files['README.de.md']).toContain('Keine Rechtsberatung.');
  // Whose contract it is stands in no file.
  expect(Object.values(files).join('')).not.toContain('K-');
});

test('the hashes are those of the files', async () => {
  const files = await attested();
  const lines = (files['SHA256SUMS'] ?? '').trimEnd().split('\n');
  expect(lines).toHaveLength(ATTESTATION_FILES.length - 1);
  for (const line of lines) {
    const [hash, name = ''] = line.split('  ');
    expect({ name, hash }).toEqual({
      name,
      hash: createHash('sha256')
        .update(files[name] ?? '')
        .digest('hex'),
    });
  }
});

test('a second run gives the same bytes; a changed row gives other hashes, even one that no result shows', async () => {
  const before = await attested();
  expect(await attested()).toEqual(before);
  await company.add('new_business_price', [{ product_id: 'boat', valid_from: '2022-01-01', price: 5 }]);
  const unrelated = await attested();
  expect(unrelated['rows.csv']).toBe(before['rows.csv']);
  expect(unrelated['data.json']).not.toBe(before['data.json']);
  expect(unrelated['SHA256SUMS']).not.toBe(before['SHA256SUMS']);
  await company.add('contract', [held('e', 299)]);
  const related = await attested();
  expect(related['rows.csv']).not.toBe(unrelated['rows.csv']);
  expect(related['SHA256SUMS']).not.toBe(unrelated['SHA256SUMS']);
});
