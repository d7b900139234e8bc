import { Divider, Stack, Text, Title } from '@mantine/core';
import { CheckAnswer } from '../../answer/CheckAnswer.tsx';
import { CheckLine } from '../../answer/CheckLine.tsx';
import { ReportPage } from '../../answer/ReportPage.tsx';
import { type Answer, answerOf, answersOf, detailLine, type ReportView } from '../../answer/view.ts';
import { useWords } from '../../language.tsx';
import { PageButton } from '../../parts/PageLink.tsx';
import { byExpectedEffect } from './by-expected-effect.ts';
import { JointTotal } from './JointTotal.tsx';
import { RADAR_WORDS } from './words.ts';

function Tested({ answer }: { readonly answer: Answer | null }) {
  const { test } = useWords(RADAR_WORDS);
  const foretold = detailLine(answer, 'foretoldOverSeen');
  return (
    <Stack gap={4}>
      <Title order={2} size="h4">
        {test.title}
      </Title>
      <Text>{foretold === null ? test.none : test.seen(foretold.value)}</Text>
    </Stack>
  );
}

/** An order for action only from a trial by lot; risk alone ranks nobody. */
function WhomFirst({ view }: { readonly view: ReportView }) {
  const { first } = useWords(RADAR_WORDS);
  const trials = byExpectedEffect(answersOf(view, 'reward-effect'));
  return (
    <Stack gap="sm" align="flex-start" component="section" aria-label={first.title}>
      <Title order={2}>{first.title}</Title>
      {trials.length === 0 && (
        <>
          <Text>{first.none}</Text>
          <PageButton to="/proofs" variant="default">
            {first.button}
          </PageButton>
        </>
      )}
      {trials.length > 0 && <Text>{first.experiment}</Text>}
      {trials.map((answer) => (
        <CheckLine key={answer.check.reference} view={view} answer={answer} order={3} />
      ))}
    </Stack>
  );
}

/** Flight radar: who is likely to leave, what of it goes with the company's own acts, and how good the forecast is. */
export function RadarPage() {
  return (
    <ReportPage>
      {(view) => (
        <>
          <CheckAnswer view={view} answer={answerOf(view, 'flight-radar')} order={1}>
            <Tested answer={answerOf(view, 'flight-radar')} />
          </CheckAnswer>
          <Divider />
          <JointTotal view={view} />
          <Divider />
          <WhomFirst view={view} />
        </>
      )}
    </ReportPage>
  );
}
