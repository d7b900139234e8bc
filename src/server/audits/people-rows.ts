import type { RowSource } from '../exports/row-source.ts';
import type { PeopleFilter, PeopleList } from './affected-people.ts';

const PAGE_ROWS = 20_000;

/** A list of people as rows for a file. */
export async function peopleRows(list: PeopleList, filter: PeopleFilter): Promise<RowSource> {
  const { shown: total } = await list.counts(filter);
  return {
    columns: list.columns.map(({ name }) => name),
    total,
    async *pages() {
      for (let offset = 0; offset < total; offset += PAGE_ROWS)
        yield await list.page({ ...filter, offset, limit: PAGE_ROWS });
    },
  };
}
