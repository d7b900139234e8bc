import { Stack, Table, Text } from '@mantine/core';
import { useFormat, useWords } from '../../language.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import { type FileReceipt, fileName } from './receipt-sums.ts';
import { IMPORT_WORDS } from './words.ts';

/** What the proposal says of a column beyond the receipt. */
export interface Proposed {
  readonly path: string;
  readonly table: string;
  readonly column: string;
  readonly meaning: string;
  readonly factor: number;
}

interface FileColumnsProps {
  readonly file: FileReceipt;
  readonly proposed: readonly Proposed[];
}

const SAMPLES = 3;

/** One file in one table: which column came from which heading, why, and how many values it brought. */
export function FileColumns({ file, proposed }: FileColumnsProps) {
  const { columns: words } = useWords(IMPORT_WORDS);
  const format = useFormat();
  const name = fileName(file.path);
  const more = (column: string) =>
    proposed.find((one) => fileName(one.path) === name && one.table === file.table && one.column === column);
  const counts = words.counts(
    {
      identical: file.identicalDropped,
      leftOut: file.rowsLeftOut,
      gathered: file.rowsGathered,
      blank: file.blankLines,
    },
    format,
  );
  return (
    <Stack gap="xs">
      {counts !== '' && <Text className="soft">{counts}</Text>}
      {file.unusedHeaders.length > 0 && <Text className="soft">{words.unused(file.unusedHeaders.join(', '))}</Text>}
      <WideTable label={words.file(name, file.table)} minWidth={820} takeAlong>
        <Table verticalSpacing={6} aria-label={words.file(name, file.table)}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.column}</Table.Th>
              <Table.Th>{words.from}</Table.Th>
              <Table.Th>{words.why}</Table.Th>
              <Table.Th>{words.sample}</Table.Th>
              <Table.Th ta="right">{words.values}</Table.Th>
              <Table.Th ta="right">{words.empty}</Table.Th>
              <Table.Th ta="right">{words.refused}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {file.columns.map((column) => {
              const known = more(column.column);
              const factor =
                known === undefined || known.factor === 1 ? '' : ` · ${words.factor(String(known.factor))}`;
              return (
                <Table.Tr key={column.column}>
                  <Table.Th scope="row" fw={400} maw={280}>
                    {column.column}
                    {known !== undefined && (
                      <Text size="xs" className="soft">
                        {known.meaning}
                      </Text>
                    )}
                  </Table.Th>
                  <Table.Td>{column.headers.join(' + ')}</Table.Td>
                  <Table.Td>{`${words.origins[column.origin]}${factor}`}</Table.Td>
                  <Table.Td maw={220} style={{ overflowWrap: 'anywhere' }}>
                    {column.samples
                      .slice(0, SAMPLES)
                      .map(({ value }) => value)
                      .join(', ')}
                  </Table.Td>
                  <Table.Td ta="right">{format.count(column.parsed)}</Table.Td>
                  <Table.Td ta="right">{format.count(column.empty)}</Table.Td>
                  <Table.Td ta="right" fw={column.refused > 0 ? 650 : 400}>
                    {format.count(column.refused)}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </WideTable>
    </Stack>
  );
}
