import { Button, Group, List, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { findCustomers } from '#endpoints/customers.ts';
import { ask } from '../../api.ts';
import { useFormat, useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageLink } from '../../parts/PageLink.tsx';
import { CUSTOMER_WORDS } from './words.ts';

function Found({ search }: { readonly search: string }) {
  const { search: words } = useWords(CUSTOMER_WORDS);
  const format = useFormat();
  const { data, error, refetch } = useQuery(ask(findCustomers, { query: { search } }));
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading rows={1} />;
  if (data.customerIds.length === 0) return <Text role="status">{words.none}</Text>;
  return (
    <Stack gap="xs">
      <Text className="soft" role="status">
        {words.found(format.count(data.customerIds.length))}
      </Text>
      <List>
        {data.customerIds.map((customerId) => (
          <List.Item key={customerId}>
            <PageLink to="/customer/$customerId" params={{ customerId }}>
              {customerId}
            </PageLink>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

export function CustomerSearchPage() {
  const { search: words } = useWords(CUSTOMER_WORDS);
  const { search } = useSearch({ from: '/house/customer' });
  const navigate = useNavigate();
  const [text, setText] = useState(search ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = text.trim();
    void navigate({ to: '/customer', search: wanted === '' ? {} : { search: wanted } });
  };
  return (
    <Stack gap="lg">
      <Title>{words.title}</Title>
      <Text size="lg">{words.lead}</Text>
      <Group component="form" onSubmit={submit} align="flex-end" role="search">
        <TextInput
          label={words.label}
          description={words.hint}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          flex="1 1 240px"
          maw={480}
        />
        <Button type="submit">{words.submit}</Button>
      </Group>
      {search !== undefined && <Found search={search} />}
    </Stack>
  );
}
