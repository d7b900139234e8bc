import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Format } from '#domain/format.ts';
import { getGoodwill } from '#endpoints/desk.ts';
import { ask } from '../../api.ts';
import { useWords } from '../../language.tsx';
import { BlockedByRule } from './BlockedByRule.tsx';
import { DESK_WORDS } from './words.ts';

interface DeskProps {
  readonly givenCents: number;
  readonly contactPerson: { readonly role: string | null; readonly since: string } | null;
  readonly format: Format;
}

/** What may be given without asking, who looks after the customer, and one click when a rule is in the way. */
export function Desk({ givenCents, contactPerson, format }: DeskProps) {
  const words = useWords(DESK_WORDS);
  const { data } = useQuery(ask(getGoodwill));
  const limit = data?.centsAYear ?? null;
  const left = limit === null ? 0 : Math.max(0, limit - givenCents) / 100;
  const whole = format.money((limit ?? 0) / 100, 2);
  const allowed = left > 0 ? words.may(format.money(left, 2), whole) : words.none(whole);
  return (
    <Stack gap="sm" component="section" aria-label={words.title}>
      <Title order={2} size="h3">
        {words.title}
      </Title>
      {data !== undefined && <Text>{limit === null ? words.unset : allowed}</Text>}
      <Text>
        {contactPerson === null
          ? words.nobody
          : words.person(contactPerson.role ?? words.someone, format.day(contactPerson.since))}
      </Text>
      <BlockedByRule />
    </Stack>
  );
}
