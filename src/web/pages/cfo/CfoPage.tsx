import { Divider, Stack, Text, Title } from '@mantine/core';
import { CheckAnswer } from '../../answer/CheckAnswer.tsx';
import { CheckLine } from '../../answer/CheckLine.tsx';
import { ReportPage } from '../../answer/ReportPage.tsx';
import { answerOf } from '../../answer/view.ts';
import { useWords } from '../../language.tsx';
import { JointParts } from '../radar/JointParts.tsx';
import { BreakEvenPart } from './BreakEvenPart.tsx';
import { Effects } from './Effects.tsx';
import { GainAndLoss } from './GainAndLoss.tsx';
import { OfferAccounts } from './OfferAccounts.tsx';
import { CFO_WORDS } from './words.ts';

/** The CFO view: gain beside loss, full accounts, what ending it costs and when it pays; planned apart from realised. */
export function CfoPage() {
  const words = useWords(CFO_WORDS);
  return (
    <ReportPage>
      {(view) => (
        <>
          <Stack gap="xs">
            <Title>{words.title}</Title>
            <Text size="lg">{view.spoken.joint?.answer ?? words.noJoint}</Text>
          </Stack>
          <JointParts view={view} />
          <GainAndLoss view={view} />
          <Divider />
          <BreakEvenPart view={view} />
          <Divider />
          <CheckAnswer view={view} answer={answerOf(view, 'spend-imbalance')} />
          <Divider />
          <OfferAccounts view={view} />
          <Divider />
          <CheckLine view={view} answer={answerOf(view, 'customer-carousel')} />
          <CheckLine view={view} answer={answerOf(view, 'base-value')} />
          <Divider />
          <Effects />
        </>
      )}
    </ReportPage>
  );
}
