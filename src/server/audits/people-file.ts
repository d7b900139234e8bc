import { buffer } from 'node:stream/consumers';
import { MOST_DIRECT_ROWS } from '#endpoints/affected.ts';
import { notPossible } from '#register/refusals.ts';
import { type ExportFormat, fileBytes, MEDIA_TYPES } from '../exports/formats.ts';
import type { FileAnswer } from '../route.ts';
import type { PeopleFilter, PeopleList } from './affected-people.ts';

/** A short list as a file, at once. @throws AppError notPossibleNow listLarge */
export async function peopleFile(
  list: PeopleList,
  filter: PeopleFilter,
  format: ExportFormat,
  name: string,
): Promise<FileAnswer & { readonly rows: number }> {
  const { shown: total } = await list.counts(filter);
  if (total > MOST_DIRECT_ROWS) throw notPossible('listLarge');
  const source = {
    columns: list.columns.map((column) => column.name),
    total,
    async *pages() {
      yield await list.page({ ...filter, offset: 0, limit: MOST_DIRECT_ROWS });
    },
  };
  const body = await buffer(fileBytes(source, format));
  return { type: MEDIA_TYPES[format], name: `${name}.${format}`, body, rows: source.total };
}
