import { List, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '#endpoints/endpoint.ts';
import { listProofs } from '#endpoints/proofs.ts';
import { ask } from '../../api.ts';
import { useFormat, useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { PageLink } from '../../parts/PageLink.tsx';
import { CFO_WORDS } from './words.ts';

type Proof = ReplyOf<typeof listProofs>['proofs'][number];

function Realised({ proofs }: { readonly proofs: readonly Proof[] }) {
  const words = useWords(CFO_WORDS).effects;
  const format = useFormat();
  const share = (value: number) => format.quantity(Math.abs(value), 'percentagePoints');
  const shown = proofs.flatMap(({ id, title, outcome, verdict, result }) => {
    if (verdict === null || result === null || (verdict.outcome !== 'less' && verdict.outcome !== 'more')) return [];
    const { value, low, high } = verdict.difference;
    const [near, far] = value < 0 ? [high, low] : [low, high];
    const say = verdict.outcome === 'less' ? words.fewer : words.more;
    return [
      { id, title, outcome, said: say(share(value), share(near), share(far), format.count(result.treatedCustomers)) },
    ];
  });
  return (
    <Stack gap={4}>
      <Title order={3} size="h4">
        {words.realised}
      </Title>
      {shown.length === 0 && <Text>{words.realisedNone}</Text>}
      <List>
        {shown.map(({ id, title, outcome, said }) => (
          <List.Item key={id}>
            {title} ({outcome}): {said}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

function Planned({ proofs }: { readonly proofs: readonly Proof[] }) {
  const words = useWords(CFO_WORDS).effects;
  const format = useFormat();
  const running = proofs.filter(({ state }) => state === 'registered');
  return (
    <Stack gap={4}>
      <Title order={3} size="h4">
        {words.planned}
      </Title>
      {running.length === 0 && <Text>{words.plannedNone}</Text>}
      <List>
        {running.map(({ id, title, endsOn }) => (
          <List.Item key={id}>
            {title}: {words.until(format.day(endsOn))}
          </List.Item>
        ))}
      </List>
      <Text size="sm" className="soft">
        {words.plannedNote}
      </Text>
    </Stack>
  );
}

/** Effects of proven repairs apart from what is only planned. */
export function Effects() {
  const words = useWords(CFO_WORDS).effects;
  const { data, error } = useQuery(ask(listProofs));
  return (
    <Stack gap="sm" component="section" aria-label={words.title}>
      <Title order={2}>{words.title}</Title>
      {error !== null && <Failure error={error} />}
      {error === null && data === undefined && <Skeleton height={96} />}
      {data !== undefined && (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Realised proofs={data.proofs} />
          <Planned proofs={data.proofs} />
        </SimpleGrid>
      )}
      <PageLink to="/proofs" size="sm">
        {words.all}
      </PageLink>
    </Stack>
  );
}
