import { Alert, Button, Group, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { changePassword } from '#endpoints/session.ts';
import { api, sentenceOf } from '../../api.ts';
import { useWords } from '../../language.tsx';
import { SETTINGS_WORDS } from './words.ts';

export function PasswordForm() {
  const {
    account: { password: words },
    offline,
  } = useWords(SETTINGS_WORDS);
  const [current, setCurrent] = useState('');
  const [wanted, setWanted] = useState('');
  const changing = useMutation({
    mutationFn: () => api.call(changePassword, { body: { current, wanted } }),
    onSuccess: () => {
      setCurrent('');
      setWanted('');
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    changing.mutate();
  };
  return (
    <Stack component="form" onSubmit={submit} gap="sm">
      <Title order={2} size="h3">
        {words.title}
      </Title>
      <Text className="soft">{words.text}</Text>
      <PasswordInput
        label={words.current}
        autoComplete="current-password"
        required
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <PasswordInput
        label={words.wanted}
        description={words.hint}
        autoComplete="new-password"
        required
        minLength={12}
        maxLength={128}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      {changing.error !== null && (
        <Alert color="gray" role="alert">
          {sentenceOf(changing.error, offline)}
        </Alert>
      )}
      {changing.isSuccess && <Text role="status">{words.done}</Text>}
      <Group>
        <Button type="submit" loading={changing.isPending}>
          {words.submit}
        </Button>
      </Group>
    </Stack>
  );
}
