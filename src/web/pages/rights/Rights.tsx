import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { addressOf } from '#endpoints/endpoint.ts';
import { downloadPerson, getPerson } from '#endpoints/rights.ts';
import { ask } from '../../api.ts';
import { useFormat, useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { ErasePerson } from './ErasePerson.tsx';
import { MarkPerson } from './MarkPerson.tsx';
import { RIGHTS_WORDS } from './words.ts';

const FILES = [
  { scope: 'access', format: 'json', name: 'access' },
  { scope: 'portability', format: 'json', name: 'portability' },
  { scope: 'portability', format: 'csv', name: 'csv' },
] as const;

/** For data protection: what is stored about a customer, as a file; restriction, objection, erasure. */
export function Rights({ customerId }: { readonly customerId: string }) {
  const words = useWords(RIGHTS_WORDS);
  const format = useFormat();
  const params = { customerId };
  const { data, error, refetch } = useQuery(ask(getPerson, { params }));
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading rows={2} />;
  const rows = data.tables.reduce((sum, table) => sum + table.rows, 0);
  return (
    <Stack gap="md" component="section" aria-label={words.title}>
      <Title order={2} size="h3">
        {words.title}
      </Title>
      <Text className="soft">{words.lead}</Text>
      <Text>
        {words.held(format.count(rows), format.count(data.tables.length))}
        {data.mentions.length > 0 && ` ${words.mentions(format.count(data.mentions.length))}`}
      </Text>
      <Text size="sm" className="soft">
        {data.tables.map((table) => `${table.name}: ${format.count(table.rows)}`).join(' · ')}
      </Text>
      <Group>
        {FILES.map(({ scope, format: kind, name }) => (
          <Anchor key={name} href={addressOf(downloadPerson, params, { scope, format: kind })} download>
            {words[name]}
          </Anchor>
        ))}
      </Group>
      <MarkPerson
        key={`${data.restricted} ${data.objection}`}
        customerId={customerId}
        restricted={data.restricted}
        objection={data.objection}
      />
      <ErasePerson customerId={customerId} />
    </Stack>
  );
}
