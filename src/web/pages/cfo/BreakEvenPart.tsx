import { Button, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type Answer, answersOf, detailOf, type ReportView } from '../../answer/view.ts';
import { ReportChart } from '../../charts/ReportChart.tsx';
import { useFormat, useWords } from '../../language.tsx';
import { balanceChart } from './balance-chart.ts';
import { type Assumptions, breakEven, type Ground } from './break-even.ts';
import { CfoSearch } from './cfo-search.ts';
import { groundOf } from './ground.ts';
import { Turn } from './Turn.tsx';
import { CFO_WORDS } from './words.ts';
import { written, writtenHigh, writtenLow } from './written.ts';

const assumptionsOf = (ground: Ground, search: CfoSearch): Assumptions => ({
  givenBack: search.givenBack ?? 1,
  waterbed: search.waterbed ?? 0,
  marginRate: search.margin ?? ground.marginRate,
  discountRate: search.discount ?? ground.discountRate,
  horizonMonths: search.horizon ?? ground.horizonMonths,
});

function Turns({ assumptions }: { readonly assumptions: Assumptions }) {
  const words = useWords(CFO_WORDS).breakEven;
  const format = useFormat();
  const navigate = useNavigate();
  const turn = (changed: Partial<CfoSearch>) =>
    void navigate({ to: '/cfo', search: (old) => ({ ...old, ...changed }), replace: true, resetScroll: false });
  const percent = (share: number) => format.percent(share, 0);
  return (
    <Stack gap="sm" className="no-print">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg" verticalSpacing="sm">
        <Turn
          label={words.givenBack}
          value={assumptions.givenBack}
          min={0}
          max={1}
          step={0.05}
          written={percent}
          onTurned={(givenBack) => turn({ givenBack })}
        />
        <Turn
          label={words.waterbed}
          description={words.waterbedNote}
          value={assumptions.waterbed}
          min={0}
          max={1}
          step={0.05}
          written={percent}
          onTurned={(waterbed) => turn({ waterbed })}
        />
        <Turn
          label={words.margin}
          value={assumptions.marginRate}
          min={0.05}
          max={1}
          step={0.05}
          written={percent}
          onTurned={(margin) => turn({ margin })}
        />
        <Turn
          label={words.discount}
          value={assumptions.discountRate}
          min={0}
          max={0.3}
          step={0.01}
          written={percent}
          onTurned={(discount) => turn({ discount })}
        />
        <Turn
          label={words.horizon}
          value={assumptions.horizonMonths}
          min={6}
          max={120}
          step={6}
          written={(months) => words.months(format.count(months))}
          onTurned={(horizon) => turn({ horizon })}
        />
      </SimpleGrid>
      <Button
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        onClick={() =>
          void navigate({ to: '/cfo', search: ({ audit }) => ({ audit }), replace: true, resetScroll: false })
        }
      >
        {words.reset}
      </Button>
    </Stack>
  );
}

interface ReckonedProps {
  readonly ground: Ground;
  readonly assumptions: Assumptions;
  readonly view: ReportView;
}

function Reckoned({ ground, assumptions, view }: ReckonedProps) {
  const words = useWords(CFO_WORDS).breakEven;
  const format = useFormat(view.spoken.currency);
  const found = breakEven(ground, assumptions);
  if (found === null) return <Text>{words.refused}</Text>;
  const concession = detailOf(answersOf(view, 'nag-premium')[0] ?? null, 'size');
  return (
    <>
      <Text size="lg">
        {words.answer({
          cost: written(found.cost, 'money/year', format),
          exits: written(found.exits, 'count', format),
          low: writtenLow(found.exits, 'count', format),
          high: writtenHigh(found.exits, 'count', format),
          share: format.percent(found.exitShare.value),
        })}
      </Text>
      <Text>{words.value(format.money(found.customerValue))}</Text>
      {concession !== null && concession.value > 0 && (
        <Text>
          {words.concessions(format.count(found.cost.value / concession.value), format.money(concession.value))}
        </Text>
      )}
      <Text className="soft">{words.planned}</Text>
      <ReportChart
        chart={balanceChart(found)}
        names={words.chart}
        format={format}
        fileName={`break-even-${view.audit.asOf}`}
      />
    </>
  );
}

const groundsOf = (view: ReportView): readonly { readonly answer: Answer; readonly ground: Ground }[] =>
  answersOf(view, 'loyalty-penalty').flatMap((answer) => {
    const ground = groundOf(answer, view);
    return ground === null ? [] : [{ answer, ground }];
  });

/** What ending the overpayment costs, how many exits it must avoid, and how that moves with the assumptions. */
export function BreakEvenPart({ view }: { readonly view: ReportView }) {
  const words = useWords(CFO_WORDS).breakEven;
  const search = CfoSearch.parse(useSearch({ strict: false }));
  const [first] = groundsOf(view);
  return (
    <Stack gap="sm" component="section" aria-label={words.title}>
      <Title order={2}>{words.title}</Title>
      {first === undefined ? (
        <Text>{words.refused}</Text>
      ) : (
        <>
          <Text className="soft">{first.answer.spoken.question}</Text>
          <Reckoned ground={first.ground} assumptions={assumptionsOf(first.ground, search)} view={view} />
          <Turns assumptions={assumptionsOf(first.ground, search)} />
        </>
      )}
    </Stack>
  );
}
