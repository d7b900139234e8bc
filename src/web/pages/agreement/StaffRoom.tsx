import { List, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { getStaffRoom } from '#endpoints/works-agreement.ts';
import { ask } from '../../api.ts';
import { useFormat, useLanguage, useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import { AGREEMENT_WORDS } from './words.ts';

type Room = z.infer<typeof getStaffRoom.reply>;

function Fields({ fields }: Pick<Room, 'fields'>) {
  const { room: words } = useWords(AGREEMENT_WORDS);
  const format = useFormat();
  return (
    <WideTable label={words.fields} minWidth={600}>
      <Table verticalSpacing="xs" aria-label={words.fields}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.field}</Table.Th>
            <Table.Th>{words.meaning}</Table.Th>
            <Table.Th ta="right">{words.rows}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map(({ table, column, meaning, filled }) => (
            <Table.Tr key={`${table}.${column}`}>
              <Table.Th scope="row" fw={400}>{`${table}.${column}`}</Table.Th>
              <Table.Td>{meaning}</Table.Td>
              <Table.Td ta="right">{format.count(filled)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

function Asked({ audits, checks }: Pick<Room, 'audits' | 'checks'>) {
  const { room: words } = useWords(AGREEMENT_WORDS);
  const format = useFormat();
  const named = (id: string) => checks.find((check) => check.id === id)?.question ?? id;
  if (audits.length === 0) return <Text>{words.neverAsked}</Text>;
  return (
    <WideTable label={words.asked} minWidth={600}>
      <Table verticalSpacing="xs" aria-label={words.asked}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.when}</Table.Th>
            <Table.Th>{words.who}</Table.Th>
            <Table.Th>{words.staffQuestions}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {audits.map(({ at, by, staffChecks }) => (
            <Table.Tr key={at}>
              <Table.Td>{format.instant(at, null)}</Table.Td>
              <Table.Td>{by}</Table.Td>
              <Table.Td>
                {staffChecks.length === 0 ? words.noStaffQuestions : staffChecks.map(named).join(' ')}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

/** The works council's room: what the store can hold about staff, which questions use it, what was asked when. */
export function StaffRoom() {
  const { room: words } = useWords(AGREEMENT_WORDS);
  const format = useFormat();
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(ask(getStaffRoom, { query: { language } }));
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const { fields, checks, audits } = data;
  const sums = { filled: fields.filter(({ filled }) => filled > 0).length, all: fields.length, checks: checks.length };
  return (
    <Stack gap="md">
      <Title order={2} size="h3">
        {words.title}
      </Title>
      <Text>{words.lead(sums, format)}</Text>
      <Text className="soft">{words.never}</Text>
      <Title order={3} size="h4">
        {words.questions}
      </Title>
      <List>
        {checks.map(({ id, measure, question }) => (
          <List.Item key={id}>{`${measure} ${question}`}</List.Item>
        ))}
      </List>
      <Title order={3} size="h4">
        {words.asked}
      </Title>
      <Asked audits={audits} checks={checks} />
      <Title order={3} size="h4">
        {words.fields}
      </Title>
      <Fields fields={fields} />
    </Stack>
  );
}
