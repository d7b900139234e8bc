import { Stack, Table, Text, Title } from '@mantine/core';
import { useFormat, useWords } from '../../language.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import type { StoredTable } from './states.ts';
import type { Unlocking } from './unlock.ts';
import { DATA_WORDS } from './words.ts';

const SHOWN = 8;

interface UnlockTableProps {
  readonly unlocks: readonly Unlocking[];
  readonly tables: readonly StoredTable[];
}

function meaningOf(tables: readonly StoredTable[], place: string): string {
  const [table, column] = place.split('.');
  return tables.find(({ name }) => name === table)?.columns.find(({ name }) => name === column)?.meaning ?? '';
}

/** The columns that would open or sharpen most questions. */
export function UnlockTable({ unlocks, tables }: UnlockTableProps) {
  const { unlock: words } = useWords(DATA_WORDS);
  const format = useFormat();
  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        {words.title}
      </Title>
      {unlocks.length === 0 ? (
        <Text>{words.none}</Text>
      ) : (
        <WideTable label={words.title} minWidth={640} takeAlong>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.column}</Table.Th>
                <Table.Th>{words.meaning}</Table.Th>
                <Table.Th ta="right">{words.opens}</Table.Th>
                <Table.Th ta="right">{words.helps}</Table.Th>
                <Table.Th ta="right">{words.sharpens}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {unlocks.slice(0, SHOWN).map(({ column, opens, helps, sharpens }) => (
                <Table.Tr key={column}>
                  <Table.Th scope="row">{column}</Table.Th>
                  <Table.Td>{meaningOf(tables, column)}</Table.Td>
                  <Table.Td ta="right">{format.count(opens)}</Table.Td>
                  <Table.Td ta="right">{format.count(helps)}</Table.Td>
                  <Table.Td ta="right">{format.count(sharpens)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
    </Stack>
  );
}
