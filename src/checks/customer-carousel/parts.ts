import type { Estimate } from '#statistics/estimate.ts';
import { type Cells, sumOf } from '../cells.ts';
import { type Chart, type Detail, quantity, type Stratum } from '../verdict.ts';
import { type TenureTable, tenureTable } from './curves.ts';
import { monthsBefore } from './flow.ts';
import { partOutcome } from './judge.ts';
import { type Measured, type Source, worstOf } from './measure.ts';
import { COHORT_YEARS } from './settings.ts';
import { curvePoints, halfLife, naiveDetails, tenureDetails } from './tenure-figures.ts';

/** `loss`: what it cost to win newcomers in the place of those who left. */
export function detailsOf(found: Measured, loss: Estimate | null): readonly Detail[] {
  const { flow, table, sources, byOffer, trend, input } = found;
  const minimum = input.settings.minimumAtRisk;
  const of = (key: string, estimate: Estimate | null, unit: Detail['quantity']['unit']): readonly Detail[] =>
    estimate === null ? [] : [{ key, quantity: quantity(estimate, unit) }];
  const worst = worstOf(sources);
  const perYear =
    trend === null
      ? null
      : {
          ...trend.slope,
          value: Math.expm1(trend.slope.value),
          low: Math.expm1(trend.slope.low),
          high: Math.expm1(trend.slope.high),
        };
  const seenLater = sumOf(input.cells.flow, 'seen_later');
  const unseen: Cells = { ...input.cells.entering, tuples: [], keys: 0, total: new Float64Array(0), replicates: [] };
  const naive = seenLater > 0 ? naiveDetails(tenureTable(input.cells.leaving, unseen), minimum) : [];
  return [
    ...of('lossRate', flow.lossRate, 'share'),
    ...of('speed', flow.speed, '1/year'),
    ...of('replacementCost', loss, 'money/year'),
    ...of('worstRatio', worst?.ratio.ratio ?? null, 'ratio'),
    ...of('crudeRatio', worst?.ratio.crudeRatio ?? null, 'ratio'),
    ...of('offerRatio', byOffer?.ratio ?? null, 'ratio'),
    ...of('cohortTrend', perYear, 'share'),
    ...tenureDetails(table, minimum),
    ...naive,
  ];
}

export function strataOf({ sources, cohorts, answers, input }: Measured): readonly Stratum[] {
  const { minimumAtRisk, relevantRatio } = input.settings;
  const lifeOf = (table: TenureTable) => {
    const life = halfLife(table, minimumAtRisk);
    return life === null ? null : quantity(life, 'months');
  };
  const years = [...cohorts.keys()];
  const oldest = Number(input.audit.asOf.slice(0, 4)) - COHORT_YEARS + 1;
  const middle = ((years[0] ?? 0) + (years.at(-1) ?? 0)) / 2;
  const spoken = answers.trend === 'finding' || answers.trend === 'reversed';
  const own = ({ ratio }: Source) => {
    if (ratio.flagged) return 'finding';
    return ratio.shrunkRatio >= relevantRatio ? 'inconclusive' : 'clear';
  };
  return [
    ...sources.map(
      (source): Stratum => ({
        key: `${source.dimension}:${source.ratio.group}`,
        effect: lifeOf(source.table),
        outcome: own(source),
        counts: { spells: source.ratio.spells, ends: source.ratio.ends },
      }),
    ),
    ...[...cohorts].map(
      ([year, table]): Stratum => ({
        // The earliest year stands for all before it.
        key: `cohort:${year === oldest ? '≤' : ''}${year}`,
        effect: lifeOf(table),
        // A trend speaks of the newer half of the years, never of the older one.
        outcome: spoken && year <= middle ? 'clear' : partOutcome(answers.trend),
        counts: { spells: table.spells, ends: table.ends },
      }),
    ),
  ];
}

export function chartsOf({ flow, table, sources, input }: Measured): readonly Chart[] {
  const minimum = input.settings.minimumAtRisk;
  const dimension = sources.some((source) => source.dimension === 'channel') ? 'channel' : 'offer';
  const largest = sources
    .filter((source) => source.dimension === dimension)
    .sort((a, b) => b.ratio.spells - a.ratio.spells)
    .slice(0, 6);
  const survival = [
    ...curvePoints('all', table, minimum),
    ...largest.flatMap((source) => curvePoints(source.ratio.group, source.table, minimum)),
  ];
  const flows = flow.spans.flatMap((span, back) => {
    const x = monthsBefore(input.audit.asOf, 12 * back);
    return [
      { series: 'newcomer', x, value: span.adds, low: null, high: null },
      { series: 'existing', x, value: span.losses, low: null, high: null },
    ];
  });
  const ratios = sources.map(({ dimension: kind, ratio }) => ({
    series: kind,
    x: ratio.group,
    value: ratio.ratio.value,
    low: ratio.ratio.low,
    high: ratio.ratio.high,
  }));
  const charts: readonly Chart[] = [
    { id: 'survival', kind: 'curve', unit: 'share', points: survival, benchmark: [] },
    { id: 'flows', kind: 'bars', unit: 'count', points: flows.reverse(), benchmark: [] },
    { id: 'ratios', kind: 'bars', unit: 'ratio', points: ratios, benchmark: [] },
  ];
  return charts.filter((chart) => chart.points.length > 0);
}
