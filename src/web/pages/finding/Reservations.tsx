import { List, Stack, Text, Title } from '@mantine/core';
import { useWords } from '../../language.tsx';
import type { FindingProps } from './Finding.tsx';
import { FINDING_WORDS } from './words.ts';

/** What to keep in mind and what would overturn the answer. */
export function Reservations({ words }: Pick<FindingProps, 'words'>) {
  const texts = useWords(FINDING_WORDS);
  if (words.caveats.length === 0 && words.overturn === null) return null;
  return (
    <div className="finding-beside">
      {words.caveats.length > 0 && (
        <Stack component="section" gap="xs">
          <Title order={2}>{texts.caveats}</Title>
          <List spacing={4}>
            {words.caveats.map((caveat) => (
              <List.Item key={caveat}>{caveat}</List.Item>
            ))}
          </List>
        </Stack>
      )}
      {words.overturn !== null && (
        <Stack component="section" gap="xs">
          <Title order={2}>{texts.overturn}</Title>
          <Text>{words.overturn}</Text>
        </Stack>
      )}
    </div>
  );
}
