import { Table, Text } from '@mantine/core';
import type { z } from 'zod';
import type { LogEntry } from '#endpoints/audit-log.ts';
import { useFormat, useWords } from '../../language.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import { LOG_WORDS } from './words.ts';

type Entry = z.infer<typeof LogEntry>;

/** Long ids are told apart by their beginning; the whole one stands behind it. */
const shortened = (subject: string) => (subject.length > 16 ? `${subject.slice(0, 8)}…` : subject);

const detailsText = (details: Entry['details']) =>
  Object.entries(details)
    .map(([name, value]) => `${name}: ${value ?? '–'}`)
    .join(', ');

export function LogTable({ entries }: { readonly entries: readonly Entry[] }) {
  const words = useWords(LOG_WORDS);
  const format = useFormat();
  if (entries.length === 0) return <Text>{words.none}</Text>;
  return (
    <WideTable label={words.title} minWidth={820}>
      <Table verticalSpacing="xs" aria-label={words.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right">{words.number}</Table.Th>
            <Table.Th>{words.at}</Table.Th>
            <Table.Th>{words.who}</Table.Th>
            <Table.Th>{words.event}</Table.Th>
            <Table.Th>{words.subject}</Table.Th>
            <Table.Th>{words.details}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map(({ sequence, at, actor, event, subject, details }) => (
            <Table.Tr key={sequence}>
              <Table.Td ta="right">{format.count(sequence)}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.instant(at, null)}</Table.Td>
              <Table.Td>{actor === '' ? words.house : actor}</Table.Td>
              <Table.Td>{words.events[event] ?? event}</Table.Td>
              <Table.Td title={subject}>{shortened(subject)}</Table.Td>
              <Table.Td maw={280} style={{ overflowWrap: 'anywhere' }}>
                {detailsText(details)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}
