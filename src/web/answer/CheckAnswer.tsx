import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../language.tsx';
import { PageLink } from '../parts/PageLink.tsx';
import type { PresentedCheck } from '../parts/report-shape.ts';
import { CheckCharts } from './CheckCharts.tsx';
import { CheckMethod } from './CheckMethod.tsx';
import { Verdict } from './Verdict.tsx';
import type { Answer, ReportView } from './view.ts';
import { ANSWER_WORDS } from './words.ts';

interface CheckAnswerProps {
  readonly view: ReportView;
  readonly answer: Answer | null;
  /** 1: the heading of the page. */
  readonly order?: 1 | 2 | 3;
  /** Charts to draw, by id; all of the check's own otherwise. */
  readonly charts?: readonly string[];
  /** Drawn between the charts and the method. */
  readonly children?: ReactNode;
}

function Refused({ spoken }: { readonly spoken: PresentedCheck }) {
  const words = useWords(ANSWER_WORDS);
  return (
    <Paper withBorder p="md">
      <Stack gap={4}>
        <Text fw={650}>{words.refused}</Text>
        <Text>{spoken.answer}</Text>
        {spoken.sharpen !== null && spoken.sharpen !== '' && (
          <Text className="soft">{words.sharpen(spoken.sharpen)}</Text>
        )}
      </Stack>
    </Paper>
  );
}

function Answered({ answer, view, charts, children }: CheckAnswerProps & { readonly answer: Answer }) {
  const words = useWords(ANSWER_WORDS);
  const { spoken, check } = answer;
  return (
    <>
      <Text size="lg">{spoken.answer}</Text>
      <Verdict spoken={spoken} />
      {check.naive !== null && (
        <Text size="sm" className="soft">
          {words.naive}: {spoken.naive}
        </Text>
      )}
      <CheckCharts answer={answer} view={view} only={charts ?? null} />
      {children}
      <CheckMethod spoken={spoken} />
      <PageLink
        to="/finding/$check"
        params={{ check: check.id }}
        search={{ audit: view.audit.id, reference: check.reference }}
        size="sm"
        className="no-print"
      >
        {words.whole}
      </PageLink>
    </>
  );
}

/** One question with its answer, the charts that prove it and how it was computed; says plainly where there is none. */
export function CheckAnswer(props: CheckAnswerProps) {
  const { answer, view, order = 2, charts } = props;
  const words = useWords(ANSWER_WORDS);
  if (answer === null) return <Text className="soft">{words.missing}</Text>;
  const { spoken } = answer;
  return (
    <Stack gap="sm" component="section" aria-label={spoken.question}>
      <Title order={order} size={`h${order}`}>
        {spoken.question}
      </Title>
      {spoken.outcome === 'failed' && <Text>{words.failed}</Text>}
      {spoken.outcome !== 'failed' && spoken.judged && <Answered {...props} answer={answer} />}
      {spoken.outcome !== 'failed' && !spoken.judged && (
        <>
          <Refused spoken={spoken} />
          <CheckCharts answer={answer} view={view} only={charts ?? null} />
        </>
      )}
    </Stack>
  );
}
