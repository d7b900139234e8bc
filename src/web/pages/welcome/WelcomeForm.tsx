import { Alert, Button, PasswordInput, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { acceptInvitation, type lookAtInvitation } from '#endpoints/session.ts';
import { api, sentenceOf } from '../../api.ts';
import { useLanguage, useWords } from '../../language.tsx';
import { WELCOME_WORDS } from './words.ts';

interface WelcomeFormProps {
  readonly token: string;
  readonly invitation: z.output<typeof lookAtInvitation.reply>;
}

export function WelcomeForm({ token, invitation }: WelcomeFormProps) {
  const words = useWords(WELCOME_WORDS);
  const { language, speak } = useLanguage();
  const [name, setName] = useState(invitation.name);
  const [email, setEmail] = useState(invitation.email);
  const [password, setPassword] = useState('');
  const entering = useMutation({
    mutationFn: () => api.call(acceptInvitation, { body: { token, name, email, password, language } }),
    onSuccess: () => window.location.assign('/'),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    entering.mutate();
  };
  return (
    <Stack component="form" onSubmit={submit} gap="md">
      <Title>{words.title[invitation.kind]}</Title>
      <Text className="soft">{words.lead[invitation.kind]}</Text>
      {entering.error !== null && (
        <Alert color="gray" role="alert">
          {sentenceOf(entering.error, words.offline)}
        </Alert>
      )}
      <SegmentedControl
        aria-label={words.language}
        value={language}
        onChange={(value) => speak(value === 'de' ? 'de' : 'en')}
        data={[
          { value: 'de', label: 'Deutsch' },
          { value: 'en', label: 'English' },
        ]}
      />
      <TextInput
        label={words.name}
        autoComplete="name"
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={words.email}
        type="email"
        autoComplete="username"
        required
        readOnly={invitation.kind !== 'firstAdministrator'}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={words.password}
        description={words.passwordHint}
        autoComplete="new-password"
        required
        minLength={12}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" loading={entering.isPending}>
        {words.submit}
      </Button>
    </Stack>
  );
}
