import { Stack, Table, Text, Title } from '@mantine/core';
import type { Format } from '#domain/format.ts';
import { useWords } from '../../language.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import { answerText, promiseText, standingText } from './promise-text.ts';
import type { Ties } from './shown-customer.ts';
import { TIE_WORDS } from './tie-words.ts';

interface PromisesProps {
  readonly promises: Ties['promises'];
  readonly format: Format;
}

const NOT_KEPT = ['late', 'overdue'];

function Rows({ promises, format }: PromisesProps) {
  const { promises: words } = useWords(TIE_WORDS);
  return promises.latest.map((occasion, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two occasions can be alike in everything; the order is fixed
    <Table.Tr key={`${occasion.promiseId} ${occasion.dueOn} ${at}`}>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.day(occasion.dueOn)}</Table.Td>
      <Table.Td>
        {promiseText(occasion, words, format)}
        <Text size="xs" className="soft">
          {[occasion.topic, occasion.promiseId].flatMap((code) => code?.replaceAll('_', ' ') ?? []).join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td fw={NOT_KEPT.includes(occasion.standing) ? 650 : 400}>{standingText(occasion, words, format)}</Table.Td>
    </Table.Tr>
  ));
}

/** What was promised to the customer, and what became of it, newest first. */
export function Promises({ promises, format }: PromisesProps) {
  const { promises: words } = useWords(TIE_WORDS);
  const { total, latest } = promises;
  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        {words.title}
      </Title>
      <Text>{answerText(promises, words, format)}</Text>
      {latest.length < total && <Text className="soft">{words.newest(format.count(latest.length))}</Text>}
      {latest.length > 0 && (
        <WideTable label={words.title} minWidth={300}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.due}</Table.Th>
                <Table.Th>{words.promise}</Table.Th>
                <Table.Th>{words.result}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              <Rows promises={promises} format={format} />
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
    </Stack>
  );
}
