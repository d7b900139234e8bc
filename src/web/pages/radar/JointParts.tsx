import { Stack, Table, Text } from '@mantine/core';
import type { ReportView } from '../../answer/view.ts';
import { useFormat, useWords } from '../../language.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import { type Exits, jointParts } from './joint-parts.ts';
import { RADAR_WORDS } from './words.ts';

function Cell({ exits }: { readonly exits: Exits }) {
  const format = useFormat();
  const { value, low, high } = exits;
  const { to } = useWords(RADAR_WORDS).joint;
  const side = (bound: number | null) => (bound === null ? '…' : format.count(bound));
  return (
    <>
      {format.count(value)}{' '}
      <Text component="span" size="xs" className="soft">
        ({side(low)} {to} {side(high)})
      </Text>
    </>
  );
}

/** The fair split of the one total, beside what each would be alone; nothing where there is no total. */
export function JointParts({ view }: { readonly view: ReportView }) {
  const words = useWords(RADAR_WORDS).joint;
  const parts = jointParts(view.report, view.spoken);
  if (parts.length === 0) return null;
  return (
    <Stack gap="xs">
      <WideTable label={view.spoken.joint?.partsHeading ?? ''} minWidth={480} takeAlong>
        <Table captionSide="top">
          <Table.Caption ta="left">{view.spoken.joint?.partsHeading}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{words.columns.what}</Table.Th>
              <Table.Th scope="col" ta="right">
                {words.columns.part}
              </Table.Th>
              <Table.Th scope="col" ta="right" fw={400} className="soft">
                {words.columns.alone}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {parts.map(({ label, part, alone }) => (
              <Table.Tr key={label}>
                <Table.Th scope="row" fw={400}>
                  {label}
                </Table.Th>
                <Table.Td ta="right">
                  <Cell exits={part} />
                </Table.Td>
                <Table.Td ta="right" className="soft">
                  <Cell exits={alone} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      <Text size="sm" className="soft">
        {words.parts}
      </Text>
    </Stack>
  );
}
