import { Stack, Table, Text } from '@mantine/core';
import { fileName } from '#domain/file-name.ts';
import type { ReplyOf } from '#endpoints/endpoint.ts';
import type { getLineage } from '#endpoints/lineage.ts';
import { useFormat, useWords } from '../../language.tsx';
import { PageLink } from '../../parts/PageLink.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import { LINEAGE_WORDS } from './lineage-words.ts';

export type LineageTableShape = ReplyOf<typeof getLineage>['tables'][number];

function Columns({ table }: { readonly table: LineageTableShape }) {
  const words = useWords(LINEAGE_WORDS);
  const format = useFormat();
  const filled = table.columns.filter((column) => column.filled > 0);
  const absent = table.columns.filter((column) => column.filled === 0);
  return (
    <>
      <WideTable label={`${table.name}: ${words.columns}`} minWidth={300} takeAlong>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.column}</Table.Th>
              <Table.Th>{words.use}</Table.Th>
              <Table.Th ta="right">{words.filled}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {filled.map((column) => (
              <Table.Tr key={column.name}>
                <Table.Th scope="row" fw={400} title={column.meaning}>
                  {column.name}
                </Table.Th>
                <Table.Td>{words.uses[column.use]}</Table.Td>
                <Table.Td ta="right">{format.count(column.filled)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      {absent.length > 0 && (
        <Text size="sm" className="soft">
          {words.absent(absent.map(({ name }) => name).join(', '))}
        </Text>
      )}
    </>
  );
}

function Origins({ table }: { readonly table: LineageTableShape }) {
  const words = useWords(LINEAGE_WORDS);
  const format = useFormat();
  return (
    <WideTable label={`${table.name}: ${words.origins}`} minWidth={420} takeAlong>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.origins}</Table.Th>
            <Table.Th>{words.day}</Table.Th>
            <Table.Th>{words.file}</Table.Th>
            <Table.Th ta="right">{words.fileRows}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.origins.map(({ importId, importDay, file, rows }) => (
            <Table.Tr key={`${importId} ${file}`}>
              <Table.Th scope="row" fw={400}>
                <PageLink to="/data/imports/$importId" params={{ importId: String(importId) }} size="sm">
                  {words.import(format.count(importId))}
                </PageLink>
              </Table.Th>
              <Table.Td>{format.day(importDay.slice(0, 10))}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{fileName(file)}</Table.Td>
              <Table.Td ta="right">{format.count(rows)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

/** One table that a question reads: the files its rows came from, then the columns. */
export function LineageTable({ table }: { readonly table: LineageTableShape }) {
  const words = useWords(LINEAGE_WORDS);
  const format = useFormat();
  return (
    <details>
      <summary>
        <strong>{table.name}</strong>{' '}
        <span className="soft">
          {words.rows(format.count(table.rows))}. {table.meaning}
        </span>
      </summary>
      <Stack gap="sm" pt="xs" pb="md">
        <Origins table={table} />
        <Columns table={table} />
      </Stack>
    </details>
  );
}
