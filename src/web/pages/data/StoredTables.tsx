import { Accordion, Group, Progress, Stack, Switch, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useFormat, useWords } from '../../language.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import type { Inventory, StoredTable } from './states.ts';
import { TableExport } from './TableExport.tsx';
import { DATA_WORDS } from './words.ts';

function Columns({ table }: { readonly table: StoredTable }) {
  const { tables: words } = useWords(DATA_WORDS);
  const format = useFormat();
  return (
    <WideTable label={table.name} minWidth={640} takeAlong>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.column}</Table.Th>
            <Table.Th>{words.meaning}</Table.Th>
            <Table.Th>{words.unit}</Table.Th>
            <Table.Th w={160}>{words.filled}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.columns.map(({ name, meaning, required, unit, filled }) => {
            const share = table.rows === 0 ? 0 : filled / table.rows;
            return (
              <Table.Tr key={name}>
                <Table.Th scope="row">
                  {name}
                  {required && (
                    <Text span size="xs" className="soft">
                      {` ${words.needed}`}
                    </Text>
                  )}
                </Table.Th>
                <Table.Td>{meaning}</Table.Td>
                <Table.Td>{unit}</Table.Td>
                <Table.Td>
                  <Text size="sm">{format.percent(share)}</Text>
                  <Progress value={share * 100} size="xs" color="gray" aria-hidden="true" />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

/** The store as a dictionary: every table and column with meaning, unit and how much of it is filled. */
export function StoredTables({ inventory }: { readonly inventory: Inventory }) {
  const { tables: words } = useWords(DATA_WORDS);
  const format = useFormat();
  const [filledOnly, setFilledOnly] = useState(true);
  const shown = inventory.tables.filter(({ rows }) => !filledOnly || rows > 0);
  return (
    <Stack gap="md">
      <Switch
        label={words.filledOnly}
        checked={filledOnly}
        onChange={(event) => setFilledOnly(event.currentTarget.checked)}
      />
      <Accordion order={2} keepMounted={false}>
        {shown.map((table) => (
          <Accordion.Item key={table.name} value={table.name}>
            <Accordion.Control>
              <Group justify="space-between" gap="xs" pr="sm">
                <Text fw={650}>{table.name}</Text>
                <Text size="sm" className="soft">
                  {table.rows === 0 ? words.empty : words.rows(format.count(table.rows))}
                </Text>
              </Group>
              <Text size="sm" className="soft">
                {table.meaning}
              </Text>
            </Accordion.Control>
            <Accordion.Panel>
              <Stack gap="sm" align="flex-start">
                {table.exportable && table.rows > 0 && <TableExport table={table.name} />}
                <Columns table={table} />
              </Stack>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      <Text size="xs" className="soft" style={{ overflowWrap: 'anywhere' }}>
        {`${words.fingerprint}: ${inventory.dataHash}`}
      </Text>
    </Stack>
  );
}
