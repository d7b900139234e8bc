import { Table } from '@mantine/core';
import type { Format } from '#domain/format.ts';
import type { Unit } from '#domain/verdict-terms.ts';
import { useWords } from '../language.tsx';
import { WideTable } from '../parts/WideTable.tsx';
import type { ChartRow } from './chart-rows.ts';
import { placeText } from './chart-shape.ts';
import { CHART_WORDS } from './words.ts';

interface ChartTableProps {
  readonly title: string;
  readonly rows: readonly ChartRow[];
  readonly x: string;
  readonly unit: Unit;
  readonly format: Format;
}

/** Every number of a chart in words. */
export function ChartTable({ title, rows, x, unit, format }: ChartTableProps) {
  const words = useWords(CHART_WORDS);
  const written = (value: number | null, precision: number | undefined) =>
    value === null ? '' : format.quantity(value, unit, precision);
  const interval = ({ low, high, precision }: ChartRow) =>
    precision === undefined ? '' : `${written(low, precision)} – ${written(high, precision)}`;
  return (
    <WideTable label={title} minWidth={320}>
      <Table fz="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.series}</Table.Th>
            <Table.Th>{x}</Table.Th>
            <Table.Th ta="right">{words.value}</Table.Th>
            <Table.Th ta="right">{words.interval}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={`${row.series} ${row.x} ${row.published}`}>
              <Table.Td>{row.published ? `${row.series} (${words.published})` : row.series}</Table.Td>
              <Table.Td>
                {typeof row.x === 'number'
                  ? format.number(row.x, Number.isInteger(row.x) ? 0 : 1)
                  : placeText(row.x, { series: {} }, format)}
              </Table.Td>
              <Table.Td ta="right">{written(row.value, row.precision)}</Table.Td>
              <Table.Td ta="right">{interval(row)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}
