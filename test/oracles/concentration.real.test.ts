import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gini } from '#statistics/concentration/gini.ts';
import { topShare } from '#statistics/concentration/top-share.ts';

const folder = '../shared/data';
const present = existsSync(folder);

/** Spend of each of the 23,570 customers of the full CDNOW file. */
function spendPerCustomer(): number[] {
  const spend = new Map<string, number>();
  for (const line of readFileSync(`${folder}/cdnow_master.csv`, 'utf8').trim().split('\n').slice(1)) {
    const [customer = '', , , amount = ''] = line.split(',');
    spend.set(customer, (spend.get(customer) ?? 0) + Number(amount));
  }
  return [...spend.values()];
}

describe.skipIf(!present)(`CDNOW spend (needs ${folder})`, () => {
  const values = present ? spendPerCustomer() : [];

  test('Gini 0.634571185', () => {
    expect(gini({ values, counts: null }).gini.value).toBeCloseTo(0.634571185, 9);
  });

  test('the top 20 % hold 67.777 %', () => {
    expect(topShare({ values, counts: null }, { topShare: 0.2 }).share.value).toBeCloseTo(0.67777, 5);
  });
});
