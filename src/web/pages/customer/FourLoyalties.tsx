import { List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { Format } from '#domain/format.ts';
import { useWords } from '../../language.tsx';
import { answerTexts, deedTexts, LOYALTY_NAMES, type Loyalties } from './loyalty-text.ts';
import { TIE_WORDS } from './tie-words.ts';

interface FactsProps {
  readonly label: string;
  readonly lines: readonly string[];
  readonly nothing: string;
}

function Facts({ label, lines, nothing }: FactsProps) {
  return (
    <div>
      <Text size="sm" className="soft">
        {label}
      </Text>
      {lines.length === 0 ? (
        <Text>{nothing}</Text>
      ) : (
        <List listStyleType="none" withPadding={false}>
          {lines.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      )}
    </div>
  );
}

/** What is on record about each of the four ties; null: of whoever objected, nothing is put together. */
export function FourLoyalties({
  loyalties,
  format,
}: {
  readonly loyalties: Loyalties | null;
  readonly format: Format;
}) {
  const { loyalties: words } = useWords(TIE_WORDS);
  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        {words.title}
      </Title>
      <Text className="soft">{loyalties === null ? words.objected : words.lead}</Text>
      {loyalties !== null && (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
          {LOYALTY_NAMES.map((name) => (
            <Stack key={name} gap="xs" component="section" aria-label={words.names[name]}>
              <Title order={3} size="h4">
                {words.names[name]}
              </Title>
              <Facts label={words.done} lines={deedTexts(name, loyalties, words, format)} nothing={words.nothing} />
              <Facts label={words.said} lines={answerTexts(loyalties[name], words, format)} nothing={words.nothing} />
            </Stack>
          ))}
        </SimpleGrid>
      )}
    </Stack>
  );
}
