import { Stack, Table, Text, Title } from '@mantine/core';
import { useWords } from '../../language.tsx';
import { PageLink } from '../../parts/PageLink.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import type { CheckReadiness } from './states.ts';
import { DATA_WORDS } from './words.ts';

const ORDER = ['missing', 'staffLocked', 'reduced', 'full'] as const;
const NAMED = 4;

const list = (columns: readonly string[], nothing: string) =>
  columns.length === 0
    ? nothing
    : `${columns.slice(0, NAMED).join(', ')}${columns.length > NAMED ? ` + ${columns.length - NAMED}` : ''}`;

/** Every question with its strength, those first that cannot be asked. */
export function QuestionTable({ checks }: { readonly checks: readonly CheckReadiness[] }) {
  const words = useWords(DATA_WORDS);
  const rank = ({ state }: CheckReadiness) => ORDER.indexOf(state);
  const sorted = [...checks].sort((a, b) => rank(a) - rank(b) || a.measure.localeCompare(b.measure, 'en'));
  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        {words.questionTitle}
      </Title>
      <WideTable label={words.questionTitle} minWidth={760} takeAlong>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.measure}</Table.Th>
              <Table.Th>{words.question}</Table.Th>
              <Table.Th>{words.strength}</Table.Th>
              <Table.Th>{words.lacks}</Table.Th>
              <Table.Th>{words.sharper}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sorted.map(({ id, measure, question, state, missing, sharpens }) => (
              <Table.Tr key={id}>
                <Table.Td>{measure}</Table.Td>
                <Table.Th scope="row" fw={400} maw={320}>
                  {question}
                </Table.Th>
                <Table.Td>
                  <Stack gap={2} title={words.stateMeanings[state]}>
                    <Text size="sm" fw={state === 'full' ? 400 : 650}>
                      {words.states[state]}
                    </Text>
                    {state === 'staffLocked' && (
                      <PageLink to="/agreement" size="sm">
                        {words.agreement}
                      </PageLink>
                    )}
                  </Stack>
                </Table.Td>
                <Table.Td title={missing.join(', ')}>{list(missing, words.nothing)}</Table.Td>
                <Table.Td title={sharpens.join(', ')}>{list(sharpens, words.nothing)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </Stack>
  );
}
