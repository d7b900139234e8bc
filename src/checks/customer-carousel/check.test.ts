import { expect, test } from 'vitest';
import { openCompany, verdictOf } from '../../../test/company.ts';
import { customerCarousel } from './check.ts';

const AS_OF = '2025-12-31';
const COLUMNS = [
  'contract_id',
  'customer_id',
  'product_id',
  'start_date',
  'end_date',
  'end_reason',
  'channel',
  'acquisition_offer_id',
];
const uniform = (salt: string) => `((cityHash64(number, '${salt}') % 1000003 + 0.5) / 1000003)`;

interface World {
  readonly size?: number;
  /** Yearly rate of leaving of their own accord; may use channel and began (day number of the start). */
  readonly rate?: string;
  readonly otherRate?: string;
  readonly from?: string;
}

/** Stays that begin evenly over ten years and end by chance at the rates given. */
const stays = ({ size = 8000, rate = '0.1', otherRate = '0.02', from = '2016-01-01' }: World) => `
  SELECT
    concat('c', toString(number)) AS contract_id, concat('k', toString(number)) AS customer_id,
    concat('P', toString(cityHash64(number, 'product') % 3)) AS product_id,
    ['portal', 'organic', 'agent', 'shop'][1 + cityHash64(number, 'channel') % 4] AS channel,
    if(number % 3 = 0, NULL, concat('O', toString(number % 3))) AS acquisition_offer_id,
    toDate32('${from}') + toInt32(dateDiff('day', toDate('${from}'), toDate('${AS_OF}')) * ${uniform('start')}) AS start_date,
    toYear(start_date) - 2016 AS cohort,
    -log(${uniform('own')}) / (${rate}) AS own_years,
    -log(${uniform('other')}) / (${otherRate}) AS other_years,
    start_date + toInt32(ceil(365.25 * least(own_years, other_years))) AS last_day,
    if(last_day <= toDate32('${AS_OF}'), toNullable(last_day), NULL) AS end_date,
    multiIf(end_date IS NULL, NULL, own_years < other_years, 'voluntary', number % 2 = 0, 'death', 'provider') AS end_reason
  FROM numbers(${size})`;

async function audited(world: World) {
  const company = await openCompany();
  await company.addSql('contract', COLUMNS, stays(world));
  const report = await company.audit({ checks: [customerCarousel], asOf: AS_OF });
  await company.close();
  return verdictOf(report, 'customer-carousel');
}
test('x', async () => {
  const t = performance.now();
  for (const w of [
    {},
    { rate: `0.1 * if(channel = 'portal', 1.8, 1)` },
    { rate: `0.08 * exp(0.1 * cohort)` },
    { rate: '0.3' },
  ]) {
    const found = await audited(w);
    console.log(JSON.stringify({ ...found, charts: found.charts.map((c) => [c.id, c.points.length]) }, null, 0));
  }
  console.log(performance.now() - t);
}, 60000);
