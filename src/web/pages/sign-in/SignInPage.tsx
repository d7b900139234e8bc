import { Alert, Button, Container, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { beginCompanySignIn, getDoor, getMe, signIn } from '#endpoints/session.ts';
import { api, ask, queryClient, sentenceOf } from '../../api.ts';
import { useWords } from '../../language.tsx';
import { SIGN_IN_WORDS } from './words.ts';

export function SignInPage() {
  const words = useWords(SIGN_IN_WORDS);
  const { data: door } = useQuery(ask(getDoor));
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const entering = useMutation({
    mutationFn: () => api.call(signIn, { body: { email, password } }),
    onSuccess: (me) => {
      // Nothing of somebody else stays; the gate watches the one query that is kept.
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== getMe.id });
      queryClient.setQueryData([getMe.id, {}, {}], me);
    },
  });
  const company = useMutation({
    mutationFn: () => api.call(beginCompanySignIn),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    entering.mutate();
  };
  const error = entering.error ?? company.error;
  return (
    <Container component="main" size={420} py={64}>
      <Stack component="form" onSubmit={submit} gap="md">
        <Title>{words.title}</Title>
        <Text className="soft">{words.lead}</Text>
        {door?.ready === false && <Alert color="gray">{words.notReady}</Alert>}
        {error !== null && (
          <Alert color="gray" role="alert">
            {sentenceOf(error, words.offline)}
          </Alert>
        )}
        {door?.password !== false && (
          <>
            <TextInput
              label={words.email}
              type="email"
              autoComplete="username"
              required
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <PasswordInput
              label={words.password}
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button type="submit" loading={entering.isPending}>
              {words.submit}
            </Button>
          </>
        )}
        {typeof door?.companySignIn === 'string' && (
          <Button variant="default" onClick={() => company.mutate()} loading={company.isPending}>
            {words.company(door.companySignIn)}
          </Button>
        )}
      </Stack>
    </Container>
  );
}
