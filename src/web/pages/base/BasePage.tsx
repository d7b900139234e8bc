import { Divider } from '@mantine/core';
import { CheckAnswer } from '../../answer/CheckAnswer.tsx';
import { ReportPage } from '../../answer/ReportPage.tsx';
import { answerOf, answersOf } from '../../answer/view.ts';
import { HalfLife } from './HalfLife.tsx';

/** Base and carousel: whether newcomers only replace those who leave, what the base is worth, whether bait pays. */
export function BasePage() {
  return (
    <ReportPage>
      {(view) => (
        <>
          <CheckAnswer view={view} answer={answerOf(view, 'customer-carousel')} order={1}>
            <HalfLife answer={answerOf(view, 'customer-carousel')} />
          </CheckAnswer>
          <Divider />
          <CheckAnswer view={view} answer={answerOf(view, 'base-value')} />
          <Divider />
          {answersOf(view, 'bait-offer').map((answer) => (
            <CheckAnswer key={answer.check.reference} view={view} answer={answer} />
          ))}
        </>
      )}
    </ReportPage>
  );
}
