import type { AssessInput } from '../check.ts';
import { type CohortTrend, cohortTrend } from './cohort-trend.ts';
import { type TenureTable, tenureTable } from './curves.ts';
import { type Flow, flowOf } from './flow.ts';
import { type GroupRatio, groupRatios } from './group-ratio.ts';
import { type Answers, answersOf } from './judge.ts';
import type { CarouselSettings } from './settings.ts';

type Names = 'flow' | 'adds' | 'losses' | 'leaving' | 'entering' | 'channelRates' | 'offerRates' | 'wonByRates';
export type CarouselInput = AssessInput<CarouselSettings, Names>;

export interface Source {
  readonly dimension: 'channel' | 'offer';
  readonly ratio: GroupRatio;
  readonly table: TenureTable;
}

/** Everything that was measured, before it is put into words. */
export interface Measured {
  readonly input: CarouselInput;
  readonly flow: Flow;
  readonly table: TenureTable;
  readonly sources: readonly Source[];
  /** Customers won by any offer against those won without one; null where too few of either left. */
  readonly byOffer: GroupRatio | null;
  readonly cohorts: ReadonlyMap<number, TenureTable>;
  readonly trend: CohortTrend | null;
  readonly answers: Answers;
}

const limitsOf = ({ minimumGroupEnds, minimumAtRisk, relevantRatio }: CarouselSettings) => ({
  minimumEnds: minimumGroupEnds,
  minimumSpells: minimumAtRisk,
  relevantRatio,
});

function sourcesOf(input: CarouselInput, dimension: 'channel' | 'offer'): readonly Source[] {
  const { cells, settings } = input;
  const rates = dimension === 'channel' ? cells.channelRates : cells.offerRates;
  const at = cells.leaving.by.indexOf(`top_${dimension}`);
  return groupRatios(rates, limitsOf(settings)).map((ratio) => ({
    dimension,
    ratio,
    table: tenureTable(cells.leaving, cells.entering, (tuple) => tuple[at] === ratio.group),
  }));
}

export function measure(input: CarouselInput): Measured {
  const { cells, settings, audit } = input;
  const flow = flowOf(cells, audit.asOf);
  const sources = [...sourcesOf(input, 'channel'), ...sourcesOf(input, 'offer')];
  const byOffer = groupRatios(cells.wonByRates, limitsOf(settings)).find(({ group }) => group === 'offer') ?? null;
  const trend = flow.snapshot ? null : cohortTrend(cells.offerRates, settings.minimumGroupEnds);
  const at = cells.leaving.by.indexOf('cohort');
  const years = [...new Set(cells.leaving.tuples.map((tuple) => Number(tuple[at])))].sort((a, b) => a - b);
  const cohorts = years.map((year) => {
    const own = (tuple: readonly unknown[]) => tuple[at] === year;
    return [year, tenureTable(cells.leaving, cells.entering, own)] as const;
  });
  return {
    input,
    flow,
    table: tenureTable(cells.leaving, cells.entering),
    sources,
    byOffer,
    // In a snapshot everybody who left did so at one calendar moment: a cohort's own curve would be an artefact.
    cohorts: new Map(flow.snapshot ? [] : cohorts.filter(([, table]) => table.ends >= settings.minimumGroupEnds)),
    trend,
    answers: answersOf({ ratios: sources.map(({ ratio }) => ratio), byOffer, trend, flow }, settings),
  };
}

/** The flagged source that stands out most, or the one furthest above the others. */
export function worstOf(sources: readonly Source[]): Source | null {
  const byRatio = [...sources].sort((a, b) => b.ratio.ratio.value - a.ratio.ratio.value);
  return byRatio.find(({ ratio }) => ratio.flagged) ?? byRatio[0] ?? null;
}
