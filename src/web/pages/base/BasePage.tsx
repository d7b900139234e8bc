import { Divider, Stack, Text, Title } from '@mantine/core';
import { CheckAnswer } from '../../answer/CheckAnswer.tsx';
import { ReportPage } from '../../answer/ReportPage.tsx';
import { answerOf, answersOf } from '../../answer/view.ts';
import { useWords } from '../../language.tsx';
import { HalfLife } from './HalfLife.tsx';
import { BASE_WORDS } from './words.ts';

/** Base and carousel: what the base is worth, whether newcomers only replace those who leave, whether bait pays. */
export function BasePage() {
  const words = useWords(BASE_WORDS);
  return (
    <ReportPage>
      {(view) => (
        <>
          <Stack gap="xs">
            <Title>{words.title}</Title>
            <Text size="lg">{answerOf(view, 'customer-carousel')?.spoken.answer}</Text>
            <Text className="soft">{words.lead}</Text>
          </Stack>
          <CheckAnswer view={view} answer={answerOf(view, 'base-value')} />
          <Divider />
          <CheckAnswer view={view} answer={answerOf(view, 'customer-carousel')}>
            <HalfLife answer={answerOf(view, 'customer-carousel')} />
          </CheckAnswer>
          <Divider />
          {answersOf(view, 'bait-offer').map((answer) => (
            <CheckAnswer key={answer.check.reference} view={view} answer={answer} />
          ))}
        </>
      )}
    </ReportPage>
  );
}
