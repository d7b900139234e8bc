import { AppError } from '#domain/app-error.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';

// What happened is dated; the last thousandth is left out, so that a mistyped year does not move the audit into the future.
const DATED: readonly (readonly [string, string])[] = [
  ['contract', 'start_date'],
  ['contact', 'started_at'],
  ['price_event', 'valid_from'],
  ['survey', 'at'],
  ['case', 'opened_at'],
  ['exit_event', 'at'],
  ['customer', 'customer_since'],
  ['staff', 'entered'],
  ['staff', 'left'],
];
// Values by month end on a known day; a year or a quarter may reach far beyond the day the books were closed.
const PERIOD_END = `SELECT max(toLastDayOfMonth(toDate32(concat(left(period, 7), '-01')))) AS day
FROM customer_value WHERE match(period, '^[0-9]{4}-[0-9]{2}$') HAVING count() > 0`;

// An end without a reason may be the end of a term that is still to come.
const LAST_END = `SELECT toDate32(arrayElement(quantilesExact(0.999)(toInt32(end_date)), 1)) AS day
FROM contract WHERE end_date IS NOT NULL AND end_reason IS NOT NULL HAVING count() > 0`;

/**
 * The latest day that the data know: the default day of an audit.
 * @throws AppError argumentInvalid when no table holds a date
 */
export async function latestDay(warehouse: Warehouse): Promise<string> {
  const parts = DATED.map(
    ([table, column]) =>
      `SELECT toDate32(arrayElement(quantilesExact(0.999)(toInt32(toDate32(${column}))), 1)) AS day FROM \`${table}\` WHERE ${column} IS NOT NULL HAVING count() > 0`,
  );
  const answer = await warehouse.columns({
    name: 'latest day',
    sql: `SELECT toString(max(day)) AS latest, count() AS known FROM (${[...parts, LAST_END, PERIOD_END].join('\nUNION ALL\n')}) ORDER BY latest`,
    params: {},
  });
  const latest = String(answer['latest']?.[0] ?? '');
  if (Number(answer['known']?.[0] ?? 0) === 0 || !/^\d{4}-\d\d-\d\d$/.test(latest))
    throw new AppError('argumentInvalid', 'the data hold no date: name the day of the audit with --as-of', {
      argument: 'as-of',
    });
  return latest;
}
