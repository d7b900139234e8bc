import { Stack, Tabs, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { listApiKeys, listUsers } from '#endpoints/users.ts';
import { ask } from '../../api.ts';
import { useFormat, useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Accounts } from './Accounts.tsx';
import { Keys } from './Keys.tsx';
import { PEOPLE_WORDS } from './words.ts';

export function PeoplePage() {
  const words = useWords(PEOPLE_WORDS);
  const format = useFormat();
  const { view = 'people' } = useSearch({ from: '/house/people' });
  const navigate = useNavigate();
  const people = useQuery(ask(listUsers));
  const keys = useQuery(ask(listApiKeys));
  const error = people.error ?? keys.error;
  if (error !== null) return <Failure error={error} again={() => void people.refetch()} />;
  if (people.data === undefined || keys.data === undefined) return <Loading />;
  const { users } = people.data;
  const { apiKeys } = keys.data;
  const count = (state: string) => users.filter((user) => user.state === state).length;
  const sums = { people: users.length, invited: count('invited'), locked: count('locked'), keys: apiKeys.length };
  return (
    <Stack gap="lg">
      <Title>{words.title}</Title>
      <Text size="lg">{words.answer(sums, format)}</Text>
      <Tabs
        value={view}
        onChange={(wanted) => void navigate({ to: '/people', search: { view: wanted === 'keys' ? 'keys' : 'people' } })}
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value="people">{words.people}</Tabs.Tab>
          <Tabs.Tab value="keys">{words.keys}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="people" pt="lg">
          <Accounts users={users} />
        </Tabs.Panel>
        <Tabs.Panel value="keys" pt="lg">
          <Keys apiKeys={apiKeys} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
