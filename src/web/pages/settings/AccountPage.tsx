import { Alert, Button, Group, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ROLE_WORDS } from '#domain/role-words.ts';
import { changeMe, getMe } from '#endpoints/session.ts';
import { api, queryClient, sentenceOf } from '../../api.ts';
import { useLanguage, useWords } from '../../language.tsx';
import { useMe } from '../../shell/me.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { SETTINGS_WORDS } from './words.ts';

function PersonForm() {
  const { account: words, offline } = useWords(SETTINGS_WORDS);
  const { language, speak } = useLanguage();
  const me = useMe();
  const [name, setName] = useState(me.name);
  const saving = useMutation({
    mutationFn: () => api.call(changeMe, { body: { name, language } }),
    onSuccess: (changed) => queryClient.setQueryData([getMe.id, {}, {}], changed),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <Stack component="form" onSubmit={submit} gap="sm">
      <Title order={2} size="h3">
        {words.person}
      </Title>
      <TextInput
        label={words.name}
        autoComplete="name"
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <SegmentedControl
        aria-label={words.language}
        value={language}
        onChange={(value) => speak(value === 'de' ? 'de' : 'en')}
        data={[
          { value: 'de', label: 'Deutsch' },
          { value: 'en', label: 'English' },
        ]}
      />
      {saving.error !== null && (
        <Alert color="gray" role="alert">
          {sentenceOf(saving.error, offline)}
        </Alert>
      )}
      <Group>
        <Button type="submit" loading={saving.isPending}>
          {words.save}
        </Button>
        {saving.isSuccess && <Text role="status">{words.saved}</Text>}
      </Group>
    </Stack>
  );
}

/** A person's own account: name, language, password. */
export function AccountPage() {
  const { account: words } = useWords(SETTINGS_WORDS);
  const roles = useWords(ROLE_WORDS);
  const me = useMe();
  return (
    <Stack gap="xl" maw={560}>
      <Stack gap="xs">
        <Title>{words.title}</Title>
        <Text size="lg">{words.answer(me.email, me.roles.map((role) => roles[role].name).join('; '))}</Text>
      </Stack>
      <PersonForm />
      <PasswordForm />
    </Stack>
  );
}
