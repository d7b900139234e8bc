import type { Warehouse } from '#warehouse/warehouse.ts';
import { type PromiseRow, promisesQuery } from './promise-query.ts';

const shown = (row: PromiseRow) => ({
  promiseId: row.promise_id === '' ? null : row.promise_id,
  measure: row.measure,
  topic: row.topic === '' ? null : row.topic,
  withinSeconds: row.measure === 'callback' ? null : row.bar,
  share: row.share,
  dueOn: row.due_on,
  standing: row.standing,
  seconds: row.seconds,
});

/** What the company promised a customer, and what became of it. */
export async function promisesTo(warehouse: Warehouse, customerId: string, asOf: string, spans: string) {
  const rows = await warehouse.rows(promisesQuery(customerId, asOf, spans));
  const [first] = rows;
  return {
    total: first?.total ?? 0,
    kept: first?.kept ?? 0,
    notKept: first?.not_kept ?? 0,
    latest: rows.map(shown),
  };
}
