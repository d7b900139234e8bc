import { Button, Stack, Table, Text } from '@mantine/core';
import { csvOf } from '../../charts/csv.ts';
import { saveFile } from '../../charts/save-file.ts';
import { useFormat, useWords } from '../../language.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import { NETWORK_WORDS } from './words.ts';

interface CommunitiesProps {
  readonly communities: readonly { readonly customers: number; readonly left: number }[];
  readonly minimum: number;
  /** Customers in communities below the minimum. */
  readonly small: number;
  readonly fileName: string;
}

const SHOWN = 20;

/** The picture as numbers: communities by size, and how many of each have left. */
export function Communities({ communities, minimum, small, fileName }: CommunitiesProps) {
  const words = useWords(NETWORK_WORDS).table;
  const format = useFormat();
  const save = () => {
    const head = [words.community, words.customers, words.left, words.share];
    const rows = communities.map(({ customers, left }, at) => [at + 1, customers, left, left / customers]);
    saveFile(`${fileName}.csv`, new Blob([csvOf(head, rows)], { type: 'text/csv' }));
  };
  return (
    <Stack gap="xs">
      <WideTable label={words.caption(format.count(minimum))} minWidth={320}>
        <Table captionSide="top">
          <Table.Caption ta="left">{words.caption(format.count(minimum))}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              {[words.community, words.customers, words.left, words.share].map((label) => (
                <Table.Th key={label} scope="col" ta="right">
                  {label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {communities.slice(0, SHOWN).map(({ customers, left }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a community has no other name than its place
              <Table.Tr key={at}>
                <Table.Th scope="row" ta="right" fw={400}>
                  {format.count(at + 1)}
                </Table.Th>
                <Table.Td ta="right">{format.count(customers)}</Table.Td>
                <Table.Td ta="right">{format.count(left)}</Table.Td>
                <Table.Td ta="right">{format.percent(left / customers, 0)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      <Text size="sm" className="soft">
        {words.small(format.count(small))}
      </Text>
      <Button variant="default" size="xs" style={{ alignSelf: 'flex-start' }} className="no-print" onClick={save}>
        {words.csv}
      </Button>
    </Stack>
  );
}
