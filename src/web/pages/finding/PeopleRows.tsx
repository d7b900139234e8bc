import { Table, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { Format } from '#domain/format.ts';
import type { listAffected } from '#endpoints/affected.ts';
import type { ReplyOf } from '#endpoints/endpoint.ts';
import { useWords } from '../../language.tsx';
import { PageLink } from '../../parts/PageLink.tsx';
import { SortHead } from '../../parts/SortHead.tsx';
import { originOf } from './origin-of.ts';
import { PEOPLE_WORDS } from './people-words.ts';
import type { PeopleFilter } from './use-people.ts';

type People = ReplyOf<typeof listAffected>;
type Cell = People['rows'][number][number];

interface PeopleRowsProps {
  readonly columns: People['columns'];
  readonly rows: People['rows'];
  readonly total: number;
  readonly filter: PeopleFilter;
  readonly format: Format;
  readonly onSort: (column: string, descending: boolean) => void;
  /** Asked when the end of what is loaded comes into view. */
  readonly onEnd: () => void;
}

const ROW = 36;
const COLUMN = 130;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function ToRows({ origin }: { readonly origin: ReturnType<typeof originOf> }) {
  const words = useWords(PEOPLE_WORDS);
  if (origin === null) return null;
  return (
    <PageLink to="/data" search={origin.search} aria-label={words.toRowsOf(origin.number)} preload={false} size="sm">
      {words.toRows}
    </PageLink>
  );
}

/** Only the rows in view are drawn, however many there are. */
export function PeopleRows({ columns, rows, total, filter, format, onSort, onEnd }: PeopleRowsProps) {
  const words = useWords(PEOPLE_WORDS);
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const text = (value: Cell) => {
    if (value === null) return '';
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (typeof value === 'number') return format.number(value, Number.isInteger(value) ? 0 : 2);
    return DAY.test(value) ? format.day(value) : value;
  };
  const sorted = (name: string) => {
    if (filter.sort !== name) return 'none';
    return filter.descending ? 'descending' : 'ascending';
  };
  const follow = () => {
    const place = box.current;
    if (place !== null && place.scrollTop + place.clientHeight > place.scrollHeight - 20 * ROW) onEnd();
  };
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const gap = (height: number) => height > 0 && <tr style={{ height }} />;
  return (
    <section ref={box} className="people" aria-label={words.title} onScroll={follow}>
      <Table aria-rowcount={total + 1} layout="fixed" miw={(columns.length + 1) * COLUMN} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ name, numeric }) => (
              <SortHead
                key={name}
                label={name.replaceAll('_', ' ')}
                right={numeric}
                sorted={sorted(name)}
                onSort={(descending) => onSort(name, descending)}
              />
            ))}
            <Table.Th className="people-origin">{words.origin}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {gap(above)}
          {items.map(({ index }) => (
            <Table.Tr key={index} aria-rowindex={index + 2} h={ROW}>
              {columns.map(({ name, numeric }, at) => (
                <Table.Td key={name} ta={numeric ? 'right' : 'left'}>
                  {text(rows[index]?.[at] ?? null)}
                </Table.Td>
              ))}
              <Table.Td className="people-origin">
                <ToRows origin={originOf(columns, rows[index] ?? [])} />
              </Table.Td>
            </Table.Tr>
          ))}
          {gap(below)}
        </Table.Tbody>
      </Table>
      {rows.length === 0 && <Text p="sm">{words.none}</Text>}
    </section>
  );
}
