import { Alert, Container, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lookAtInvitation } from '#endpoints/session.ts';
import { api, sentenceOf } from '../../api.ts';
import { useWords } from '../../language.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { WelcomeForm } from './WelcomeForm.tsx';
import { WELCOME_WORDS } from './words.ts';

/** Where a one-time link leads. The token stands behind the #, so that it reaches no log. */
export function WelcomePage() {
  const words = useWords(WELCOME_WORDS);
  const token = window.location.hash.slice(1);
  const { data, error, isPending } = useQuery({
    queryKey: [lookAtInvitation.id, token],
    queryFn: () => api.call(lookAtInvitation, { body: { token } }),
    enabled: token !== '',
  });
  return (
    <Container component="main" size={420} py={64}>
      {token === '' && <Text>{words.noLink}</Text>}
      {error !== null && (
        <Alert color="gray" role="alert">
          {sentenceOf(error, words.offline)}
        </Alert>
      )}
      {token !== '' && isPending && <Loading rows={1} />}
      {data !== undefined && <WelcomeForm token={token} invitation={data} />}
    </Container>
  );
}
