import { Group, Skeleton, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useCallback, useRef } from 'react';
import type { Format } from '#domain/format.ts';
import { useWords } from '../language.tsx';
import { ChartMenu } from './ChartMenu.tsx';
import { ChartTable } from './ChartTable.tsx';
import { chartHeight, chartOption } from './chart-option.ts';
import { chartRows } from './chart-rows.ts';
import type { ChartData, ChartNames } from './chart-shape.ts';
import type { DrawingFile } from './Drawing.tsx';
import { useInk } from './use-ink.ts';
import { CHART_WORDS } from './words.ts';

const Drawing = lazy(() => import('./Drawing.tsx').then((module) => ({ default: module.Drawing })));

interface ReportChartProps {
  readonly chart: ChartData;
  readonly names: ChartNames;
  readonly format: Format;
  /** Of saved files, without ending. */
  readonly fileName: string;
}

/** A chart of the report with its title, its table twin and what can be taken along. */
export function ReportChart({ chart, names, format, fileName }: ReportChartProps) {
  const words = useWords(CHART_WORDS);
  const ink = useInk();
  const drawing = useRef<DrawingFile>(null);
  const option = useCallback(
    (width: number) => chartOption(chart, { names, format, ink, width }),
    [chart, names, format, ink],
  );
  if (chart.points.length === 0) return null;
  const rows = chartRows(chart, names);
  const table = () => [
    [words.series, names.x, words.value, words.low, words.high, words.source],
    ...rows.map(({ series, x, value, low, high, published }) => [
      series,
      x,
      value,
      low,
      high,
      published ? words.published : words.measured,
    ]),
  ];
  const height = chartHeight(chart);
  const intervals = rows.some(({ precision }) => precision !== undefined);
  const line = chart.kind === 'curve' ? words.band : words.thin;
  const notes = [
    ...(intervals && chart.kind !== 'matrix' ? [line] : []),
    ...(chart.benchmark.length > 0 && chart.kind !== 'matrix' ? [words.dashed] : []),
  ];
  return (
    <Stack component="figure" m={0} gap="xs">
      <Group component="figcaption" justify="space-between" align="flex-start" gap="xs">
        <Text fw={600} flex="1 1 200px">
          {names.title}
        </Text>
        <ChartMenu name={fileName} title={names.title} table={table} drawing={drawing} ground={ink.ground} />
      </Group>
      {chart.kind === 'curve' && names.y !== '' && (
        <Text size="sm" className="soft">
          {names.y}
        </Text>
      )}
      <Suspense fallback={<Skeleton height={height} />}>
        <Drawing label={names.title} height={height} option={option} file={drawing} />
      </Suspense>
      {notes.length > 0 && (
        <Text size="sm" className="soft">
          {notes.join(' ')}
        </Text>
      )}
      <details className="no-print">
        <summary>{words.table}</summary>
        <ChartTable title={names.title} rows={rows} x={names.x} unit={chart.unit} format={format} />
      </details>
    </Stack>
  );
}
