import { Stack } from '@mantine/core';
import { ReportChart } from '../charts/ReportChart.tsx';
import { useFormat } from '../language.tsx';
import type { Answer, ReportView } from './view.ts';

interface CheckChartsProps {
  readonly answer: Answer;
  readonly view: ReportView;
  /** Ids of the charts to draw; null: all. */
  readonly only: readonly string[] | null;
}

/** The charts of a check as the report has them, in the check's own words. */
export function CheckCharts({ answer: { check, spoken }, view, only }: CheckChartsProps) {
  const format = useFormat(view.spoken.currency);
  const charts = check.charts.flatMap((chart) => {
    const names = spoken.charts.find(({ id }) => id === chart.id);
    return names === undefined || (only !== null && !only.includes(chart.id)) ? [] : [{ chart, names }];
  });
  if (charts.length === 0) return null;
  return (
    <Stack gap="lg">
      {charts.map(({ chart, names }) => (
        <ReportChart
          key={chart.id}
          chart={chart}
          names={names}
          format={format}
          fileName={`${check.id}-${chart.id}-${view.audit.asOf}`}
        />
      ))}
    </Stack>
  );
}
