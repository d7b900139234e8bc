import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../language.tsx';
import { SHELL_WORDS } from './words.ts';

export function NotFound() {
  const { notFound } = useWords(SHELL_WORDS);
  return (
    <Stack component="main" className="page" p="lg" gap="sm">
      <Title>{notFound.title}</Title>
      <Text>{notFound.text}</Text>
      <Anchor component={Link} to="/">
        {notFound.home}
      </Anchor>
    </Stack>
  );
}
