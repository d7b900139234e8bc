import { Button, Group, Select, Stack, Table, Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Format } from '#domain/format.ts';
import { useWords } from '../../language.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import { eventText, whenText } from './event-text.ts';
import { type CustomerEvent, EVENT_KINDS } from './shown-customer.ts';
import { CUSTOMER_WORDS } from './words.ts';

interface TimelineProps {
  readonly events: readonly CustomerEvent[];
  readonly format: Format;
}
const FIRST_SHOWN = 40;

function Rows({ events, format }: TimelineProps) {
  const { events: words } = useWords(CUSTOMER_WORDS);
  const tone = (value: CustomerEvent['facts'][string] | undefined) =>
    value === undefined ? '' : (words.tones[String(value)] ?? String(value));
  return events.map((event, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two events can be alike in everything; the order is fixed
    <Table.Tr key={`${event.at} ${event.kind} ${at}`}>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{whenText(event.at, format)}</Table.Td>
      <Table.Td>{words.kinds[event.kind]}</Table.Td>
      <Table.Td fw={event.facts['tone'] === 'burden' ? 650 : 400}>{tone(event.facts['tone'])}</Table.Td>
      <Table.Td>{eventText(event, words, format)}</Table.Td>
    </Table.Tr>
  ));
}

/** What happened, newest first, with the tone that a contact had for the customer. */
export function Timeline({ events, format }: TimelineProps) {
  const { timeline: words, events: eventWords } = useWords(CUSTOMER_WORDS);
  const { kind } = useSearch({ from: '/house/customer/$customerId' });
  const navigate = useNavigate({ from: '/customer/$customerId' });
  const [all, setAll] = useState(false);
  const wanted = events.filter((event) => kind === undefined || event.kind === kind);
  const shown = all ? wanted : wanted.slice(0, FIRST_SHOWN);
  const choose = (value: string | null) => {
    const chosen = EVENT_KINDS.find((known) => known === value);
    void navigate({ search: chosen === undefined ? {} : { kind: chosen }, resetScroll: false });
  };
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end">
        <Title order={2} size="h3">
          {words.title}
        </Title>
        <Select
          label={words.show}
          value={kind ?? 'all'}
          onChange={choose}
          allowDeselect={false}
          data={[
            { value: 'all', label: words.all },
            ...EVENT_KINDS.map((value) => ({ value, label: eventWords.kinds[value] })),
          ]}
        />
      </Group>
      {shown.length === 0 ? (
        <Text>{words.none}</Text>
      ) : (
        <WideTable label={words.title} minWidth={640}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.day}</Table.Th>
                <Table.Th>{words.kind}</Table.Th>
                <Table.Th>{words.tone}</Table.Th>
                <Table.Th>{words.what}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              <Rows events={shown} format={format} />
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
      {shown.length < wanted.length && (
        <Group>
          <Button variant="default" onClick={() => setAll(true)}>
            {words.more(format.count(wanted.length - shown.length))}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
