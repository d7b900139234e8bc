import { Stack, Table, Text } from '@mantine/core';
import { useFormat, useWords } from '../../language.tsx';
import { PageLink } from '../../parts/PageLink.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import type { ImportLine } from './states.ts';
import { DATA_WORDS } from './words.ts';

const NAMED = 2;

/** All imports, newest first; each leads to its receipt. */
export function ImportLedger({ imports }: { readonly imports: readonly ImportLine[] }) {
  const { imports: words } = useWords(DATA_WORDS);
  const format = useFormat();
  if (imports.length === 0) return <Text>{words.none}</Text>;
  const files = (names: readonly string[]) => {
    const short = names.map((name) => name.split('/').at(-1) ?? name);
    const more = short.length > NAMED ? ` ${words.moreFiles(format.count(short.length - NAMED))}` : '';
    return `${short.slice(0, NAMED).join(', ')}${more}`;
  };
  return (
    <Stack gap="sm">
      <WideTable label={words.title} minWidth={640} takeAlong>
        <Table verticalSpacing="sm" aria-label={words.title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.import}</Table.Th>
              <Table.Th>{words.day}</Table.Th>
              <Table.Th>{words.state}</Table.Th>
              <Table.Th>{words.files}</Table.Th>
              <Table.Th ta="right">{words.imported}</Table.Th>
              <Table.Th ta="right">{words.refused}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {imports.map((line) => (
              <Table.Tr key={line.importId}>
                <Table.Th scope="row">
                  <PageLink to="/data/imports/$importId" params={{ importId: String(line.importId) }}>
                    {words.number(format.count(line.importId))}
                  </PageLink>
                </Table.Th>
                <Table.Td>{format.day(line.importDay.slice(0, 10))}</Table.Td>
                <Table.Td>{words.states[line.state]}</Table.Td>
                <Table.Td>{files(line.files)}</Table.Td>
                <Table.Td ta="right">{format.count(line.rowsImported)}</Table.Td>
                <Table.Td ta="right">{format.count(line.rowsRefused)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </Stack>
  );
}
