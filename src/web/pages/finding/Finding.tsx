import { Stack, Text } from '@mantine/core';
import { ReportChart } from '../../charts/ReportChart.tsx';
import { useFormat, useWords } from '../../language.tsx';
import type { AuditSummary, PresentedCheck, Report, ReportCheck, Spoken } from '../../parts/report-shape.ts';
import { Answer } from './Answer.tsx';
import { Detail } from './Detail.tsx';
import { Money } from './Money.tsx';
import { People } from './People.tsx';
import { Reservations } from './Reservations.tsx';
import { FINDING_WORDS } from './words.ts';

export interface FindingProps {
  readonly audit: AuditSummary;
  readonly report: Report;
  readonly spoken: Spoken;
  readonly check: ReportCheck;
  readonly words: PresentedCheck;
}

/** The answer, the charts that prove it, what it costs, what speaks against it, the detail, the people. */
export function Finding({ audit, report, spoken, check, words }: FindingProps) {
  const format = useFormat(spoken.currency);
  const texts = useWords(FINDING_WORDS);
  const tables = spoken.tables.filter(({ rows }) => rows > 0).map(({ name }) => name);
  const fileName = (chart: string) =>
    ['stammkunde', check.id, check.reference, chart, audit.asOf].filter((part) => part !== '').join('-');
  return (
    <Stack gap={40} className="finding">
      <Answer audit={audit} report={report} spoken={spoken} check={check} words={words} format={format} />
      {check.charts.map((chart) => {
        const names = words.charts.find(({ id }) => id === chart.id);
        return (
          names !== undefined && (
            <ReportChart key={chart.id} chart={chart} names={names} format={format} fileName={fileName(chart.id)} />
          )
        );
      })}
      <Money words={words} check={check} />
      <Reservations words={words} />
      <Detail words={words} check={check} format={format} />
      <Text size="sm" className="soft">
        {spoken.subtitle}. {texts.sources(tables.join(', '))} Stammkunde {report.programVersion}.
      </Text>
      {words.listable && <People audit={audit.id} check={check.id} dataStand={audit.dataStand} format={format} />}
    </Stack>
  );
}
