import type { Warehouse } from '#warehouse/warehouse.ts';
import type { DataStore } from '../data/data-store.ts';
import { givenQuery, MEASURES, type PromiseRow, promisesQuery } from './promise-query.ts';

const shown = (row: PromiseRow) => ({
  promiseId: row.promise_id === '' ? null : row.promise_id,
  measure: row.measure,
  topic: row.topic === '' ? null : row.topic,
  withinSeconds: row.measure === 'callback' ? null : row.bar,
  share: row.share,
  dueOn: row.due_day,
  standing: row.standing,
  seconds: row.late_s,
});

interface House {
  readonly warehouse: Warehouse;
  readonly data: DataStore;
}

/** What the company promised a customer, and what became of it. */
export async function promisesTo({ warehouse, data }: House, customerId: string, asOf: string, promises: string) {
  const given = await data.counted(`promises given ${asOf}`, async () => {
    const rows = await warehouse.rows(givenQuery(promises));
    return Object.fromEntries(rows.map((row) => [row.measure, row.promises]));
  });
  const isGiven = (measure: string) => (given[measure] ?? 0) > 0;
  const wanted = { promises, measures: MEASURES.filter(isGiven), callbacks: isGiven('callback') };
  const isAny = wanted.measures.length > 0 || wanted.callbacks;
  const rows = isAny ? await data.pointed(promisesQuery(customerId, asOf, wanted)) : [];
  const [first] = rows;
  return {
    total: first?.total ?? 0,
    callbacks: first?.callbacks ?? 0,
    kept: first?.kept ?? 0,
    notKept: first?.not_kept ?? 0,
    latest: rows.map(shown),
  };
}
