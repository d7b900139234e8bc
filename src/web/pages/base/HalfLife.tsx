import { Stack, Text, Title } from '@mantine/core';
import { LineTable } from '../../answer/LineTable.tsx';
import type { Answer } from '../../answer/view.ts';
import { useWords } from '../../language.tsx';
import { halfLives } from './half-lives.ts';
import { BASE_WORDS } from './words.ts';

/** How long customers of each source stay, the shortest first. */
export function HalfLife({ answer }: { readonly answer: Answer | null }) {
  const { halfLife } = useWords(BASE_WORDS);
  const lines = answer === null ? [] : halfLives(answer);
  if (lines.length === 0) return null;
  return (
    <Stack gap={4}>
      <Title order={2} size="h4">
        {halfLife.title}
      </Title>
      <Text className="soft">{halfLife.text}</Text>
      <LineTable caption={halfLife.caption} lines={lines} />
    </Stack>
  );
}
