import { Stack, Table, Text, Title } from '@mantine/core';
import type { Format } from '#domain/format.ts';
import { useWords } from '../../language.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import type { Ties } from './shown-customer.ts';
import { TIE_WORDS } from './tie-words.ts';

interface ContactPersonsProps {
  readonly history: Ties['contactPersons'];
  readonly format: Format;
}

/** Who looked after the customer in the last years, by role and day. */
export function ContactPersons({ history: { persons, since, stays }, format }: ContactPersonsProps) {
  const { persons: words } = useWords(TIE_WORDS);
  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        {words.title}
      </Title>
      <Text>{since === null ? words.none : words.answer(persons, format.day(since))}</Text>
      {stays.length > 0 && (
        <WideTable label={words.title} minWidth={280}>
          <Table verticalSpacing="xs" maw={560}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.role}</Table.Th>
                <Table.Th>{words.from}</Table.Th>
                <Table.Th>{words.until}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {stays.map(({ role, from, until }) => (
                <Table.Tr key={`${role} ${from}`}>
                  <Table.Td>{role?.replaceAll('_', ' ') ?? words.noRole}</Table.Td>
                  <Table.Td>{format.day(from)}</Table.Td>
                  <Table.Td>{until === null ? words.today : format.day(until)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
    </Stack>
  );
}
