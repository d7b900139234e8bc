import { Group, Stack, Text, Title } from '@mantine/core';
import { useWords } from '../../language.tsx';
import type { Customer } from './shown-customer.ts';
import { CUSTOMER_WORDS } from './words.ts';

const CHANNELS = ['email', 'phone', 'post'] as const;

/** On which channels we may advertise. What is not known is not permitted. */
export function Permissions({ consent }: { readonly consent: Customer['consent'] }) {
  const { consent: words } = useWords(CUSTOMER_WORDS);
  const said = (given: boolean | null) => (given === true ? words.yes : words.no);
  return (
    <Stack gap="xs">
      <Title order={2} size="h3">
        {words.title}
      </Title>
      <Group component="dl" gap="xl" m={0}>
        {CHANNELS.map((channel) => (
          <div key={channel}>
            <Text component="dt" className="soft">
              {words.channels[channel]}
            </Text>
            <Text component="dd" m={0} fw={consent[channel] === true ? 650 : 400}>
              {consent[channel] === null ? words.unknown : said(consent[channel])}
            </Text>
          </div>
        ))}
      </Group>
      <Text size="sm" className="soft">
        {words.advice}
      </Text>
    </Stack>
  );
}
