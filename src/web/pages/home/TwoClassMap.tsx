import { Paper, Stack, Text, Title } from '@mantine/core';
import { useFormat, useWords } from '../../language.tsx';
import { PageLink } from '../../parts/PageLink.tsx';
import type { PresentedCheck, Report, Spoken } from '../../parts/report-shape.ts';
import { type Evidence, FindingList } from './FindingList.tsx';
import { JointTotal } from './JointTotal.tsx';
import { Silent } from './Silent.tsx';
import { keyOf, sidesOf } from './sides.ts';
import { HOME_WORDS } from './words.ts';

interface TwoClassMapProps {
  readonly audit: string;
  readonly spoken: Spoken;
  readonly report: Report;
}

function FirstStep({ check, audit }: { readonly check: PresentedCheck; readonly audit: string }) {
  const words = useWords(HOME_WORDS);
  return (
    <Paper bg="var(--wash)" p="md" component="section">
      <Stack gap={4}>
        <Title order={2} size="h4">
          {words.first}
        </Title>
        <Text>{check.action}</Text>
        <PageLink
          to="/finding/$check"
          params={{ check: check.id }}
          search={{ audit, reference: check.reference }}
          size="sm"
        >
          {check.question}
        </PageLink>
      </Stack>
    </Paper>
  );
}

/** Customers beside carers, then what is reversed, clear, unknown or failed, each as plainly as the findings. */
export function TwoClassMap({ audit, spoken, report }: TwoClassMapProps) {
  const words = useWords(HOME_WORDS);
  const format = useFormat(spoken.currency);
  const sides = sidesOf(spoken.checks);
  const effects = new Map(report.checks.map((check) => [keyOf(check), check.effect]));
  const evidence: Evidence = { audit, format, effectOf: (check) => effects.get(keyOf(check)) ?? null };
  const [first] = [...sides.customers, ...sides.carers];
  return (
    <Stack gap={48}>
      {first !== undefined && <FirstStep check={first} audit={audit} />}
      <div className="two-class">
        <FindingList
          title={words.customers}
          text={words.customersText}
          none={words.noneCustomers}
          checks={sides.customers}
          evidence={evidence}
        >
          <Text size="sm" className="soft">
            {words.ownScale} {words.moneyNote}
          </Text>
        </FindingList>
        <FindingList
          title={words.carers}
          text={words.carersText}
          none={words.noneCarers}
          about="carers"
          checks={sides.carers}
          evidence={evidence}
        />
      </div>
      {spoken.joint !== null && <JointTotal joint={spoken.joint} />}
      <FindingList title={words.reversed} text={words.reversedText} checks={sides.reversed} evidence={evidence} />
      <FindingList title={words.clear} text={words.clearText} checks={sides.clear} evidence={evidence} />
      <Silent checks={sides.silent} audit={audit} />
      {sides.failed.length > 0 && (
        <FindingList
          title={words.failed}
          text={words.failedText(sides.failed.length)}
          checks={sides.failed}
          evidence={evidence}
        />
      )}
      {sides.data !== null && (
        <Stack component="section" gap="xs">
          <Title order={2}>{sides.data.question}</Title>
          <Text>{sides.data.answer}</Text>
          <PageLink to="/finding/$check" params={{ check: sides.data.id }} search={{ audit }} size="sm">
            {words.whole}
          </PageLink>
        </Stack>
      )}
    </Stack>
  );
}
