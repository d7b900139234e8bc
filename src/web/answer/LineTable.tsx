import { Table } from '@mantine/core';
import { useWords } from '../language.tsx';
import type { PresentedCheck } from '../parts/report-shape.ts';
import { WideTable } from '../parts/WideTable.tsx';
import { ANSWER_WORDS } from './words.ts';

interface LineTableProps {
  readonly caption: string;
  readonly lines: PresentedCheck['details'];
}

/** Label, value and interval; scrolls sideways within itself on narrow screens. */
export function LineTable({ caption, lines }: LineTableProps) {
  const { columns } = useWords(ANSWER_WORDS);
  if (lines.length === 0) return null;
  return (
    <WideTable label={caption} minWidth={320} takeAlong={caption !== ''}>
      <Table verticalSpacing={6} captionSide="top">
        <Table.Caption ta="left">{caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{columns.label}</Table.Th>
            <Table.Th scope="col" ta="right">
              {columns.value}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {columns.interval}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ label, value, interval }) => (
            <Table.Tr key={`${label} ${value}`}>
              <Table.Td>{label}</Table.Td>
              <Table.Td ta="right">{value}</Table.Td>
              <Table.Td ta="right" className="soft">
                {interval}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}
