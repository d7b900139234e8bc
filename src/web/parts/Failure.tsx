import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { sentenceOf } from '../api.ts';
import { useWords } from '../language.tsx';
import { SHELL_WORDS } from '../shell/words.ts';

interface FailureProps {
  readonly error: unknown;
  readonly again?: () => void;
}

/** What happened, what is safe, what to do. */
export function Failure({ error, again }: FailureProps) {
  const words = useWords(SHELL_WORDS);
  return (
    <Paper withBorder p="lg" role="alert">
      <Stack gap="xs" align="flex-start">
        <Title order={2} size="h4">
          {words.failed.title}
        </Title>
        <Text>{sentenceOf(error, words.offline)}</Text>
        <Text className="soft">{words.failed.safe}</Text>
        {again !== undefined && <Button onClick={again}>{words.again}</Button>}
      </Stack>
    </Paper>
  );
}
