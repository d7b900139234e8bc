import { Stack, Text, Title } from '@mantine/core';
import { useWords } from '../language.tsx';
import { PageLink } from '../parts/PageLink.tsx';
import { Verdict } from './Verdict.tsx';
import type { Answer, ReportView } from './view.ts';
import { ANSWER_WORDS } from './words.ts';

interface CheckLineProps {
  readonly view: ReportView;
  readonly answer: Answer | null;
  readonly order?: 2 | 3;
}

/** A question with its answer in one paragraph; charts and method are one click away. */
export function CheckLine({ view, answer, order = 2 }: CheckLineProps) {
  const words = useWords(ANSWER_WORDS);
  if (answer === null) return <Text className="soft">{words.missing}</Text>;
  const { spoken, check } = answer;
  return (
    <Stack gap="xs" component="section" aria-label={spoken.question}>
      <Title order={order} size={order === 2 ? 'h2' : 'h4'}>
        {spoken.question}
      </Title>
      <Text>{spoken.outcome === 'failed' ? words.failed : spoken.answer}</Text>
      <Verdict spoken={spoken} />
      <PageLink
        to="/finding/$check"
        params={{ check: check.id }}
        search={{ audit: view.audit.id, reference: check.reference }}
        size="sm"
        className="no-print"
      >
        {words.whole}
      </PageLink>
    </Stack>
  );
}
