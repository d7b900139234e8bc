import { Divider, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { getNetwork, NETWORK_TIES } from '#endpoints/networks.ts';
import { CheckAnswer } from '../../answer/CheckAnswer.tsx';
import { ReportPage } from '../../answer/ReportPage.tsx';
import { answerOf, answersOf } from '../../answer/view.ts';
import { ask } from '../../api.ts';
import { useFormat, useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { PageButton } from '../../parts/PageLink.tsx';
import { Communities } from './Communities.tsx';
import { NETWORK_WORDS } from './words.ts';

const NetworkPicture = lazy(() =>
  import('./NetworkPicture.tsx').then((module) => ({ default: module.NetworkPicture })),
);

/** Ties that are still drawn fluidly. */

function Picture() {
  const words = useWords(NETWORK_WORDS).picture;
  const format = useFormat();
  const { data, error, refetch, dataUpdatedAt } = useQuery(ask(getNetwork, { query: { limit: NETWORK_TIES } }));
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Skeleton height={560} />;
  if (data.ties === 0)
    return (
      <Stack align="flex-start">
        <Text>{words.none}</Text>
        <PageButton to="/data">{words.unlock}</PageButton>
      </Stack>
    );
  const small = data.community.filter((own) => own < 0).length;
  return (
    <Stack gap="sm">
      <Text>{words.text}</Text>
      <Text>
        {words.count(format.count(data.community.length), format.count(data.from.length))}
        {data.sampled && ` ${words.sampled(format.count(data.ties))}`}
      </Text>
      <Suspense fallback={<Skeleton height={560} />}>
        <NetworkPicture key={dataUpdatedAt} network={data} />
      </Suspense>
      <Communities
        communities={data.communities}
        minimum={data.minimum}
        small={small}
        fileName={`communities-${data.asOf}`}
      />
    </Stack>
  );
}

/** Networks: whether leaving goes with ties, who recommends, and how customers hang together; nobody can be found in it. */
export function NetworksPage() {
  const { picture } = useWords(NETWORK_WORDS);
  return (
    <ReportPage>
      {(view) => (
        <>
          <CheckAnswer view={view} answer={answerOf(view, 'network-contagion')} order={1} />
          <Divider />
          <Stack gap="sm" component="section" aria-label={picture.title}>
            <Title order={2}>{picture.title}</Title>
            <Picture />
          </Stack>
          <Divider />
          {answersOf(view, 'recommendation').map((answer) => (
            <CheckAnswer key={answer.check.reference} view={view} answer={answer} />
          ))}
        </>
      )}
    </ReportPage>
  );
}
