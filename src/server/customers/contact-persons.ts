import { z } from 'zod';
import { staysByRoleSql } from '#facts/assignment-spell.ts';
import type { PointQuery } from '#warehouse/point-query.ts';
import type { DataStore } from '../data/data-store.ts';

const Row = z.object({
  role: z.string(),
  from_on: z.string(),
  until_on: z.string().nullable(),
  is_change: z.boolean(),
  persons: z.coerce.number(),
  known_from: z.string(),
});

const YEARS_SHOWN = 4;
const YEARS_OF_CHANGES = 3;

/** Staff are counted in the store and never leave it. */
const contactPersonsQuery = (customerId: string, asOf: string): PointQuery<z.infer<typeof Row>> => ({
  name: 'contact persons of a customer',
  reads: ['assignment'],
  sql: `SELECT
  role,
  toString(from_day) AS from_on,
  if(gone_from > {asOf:Date}, NULL, toString(gone_from - 1)) AS until_on,
  toBool(number > 1 AND from_day > addYears({asOf:Date}, -${YEARS_OF_CHANGES})) AS is_change,
  uniqExact(staff_pid) OVER () AS persons,
  toString(greatest(min(from_day) OVER (), addYears(toDate32({asOf:Date}), -${YEARS_SHOWN}))) AS known_from
FROM (
  SELECT *, least(until_day, next_day) AS gone_from
  FROM (${staysByRoleSql('(SELECT role, staff_pid, valid_from, valid_to, change_cause, handover FROM assignment WHERE customer_id = {customerId:String})')})
)
WHERE gone_from > addYears({asOf:Date}, -${YEARS_SHOWN})
ORDER BY from_day DESC, role, number
LIMIT 50`,
  params: { customerId, asOf },
  row: Row,
});

/** Who looked after a customer in the last years, and how often that changed. */
export async function contactPersonsOf(data: DataStore, customerId: string, asOf: string) {
  const rows = await data.pointed(contactPersonsQuery(customerId, asOf));
  const stays = rows.map(({ role, from_on: from, until_on: until }) => ({
    role: role === '' ? null : role,
    from,
    until,
  }));
  const [current] = stays.filter(({ until }) => until === null);
  return {
    current: current === undefined ? null : { role: current.role, since: current.from },
    shown: { persons: rows[0]?.persons ?? 0, since: rows[0]?.known_from ?? null, stays },
    changes: rows.length === 0 ? null : rows.filter(({ is_change: is }) => is).length,
  };
}
