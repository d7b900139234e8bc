import type { Unit } from '#domain/verdict-terms.ts';
import { LOYALTIES, type LoyaltyName } from '#facts/loyalty-answer.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { type Cells, selectCells, sumOf } from '../cells.ts';
import { judgeGap } from '../judge-gap.ts';
import { type Chart, type ChartPoint, type Detail, quantity, type Stratum } from '../verdict.ts';
import { type Levels, levelsOf } from './levels.ts';
import type { Link } from './link.ts';
import type { LoyaltiesSettings } from './settings.ts';

const SEGMENTS = 8;

export function detail(key: string, estimate: Estimate | null, unit: Unit): readonly Detail[] {
  return estimate === null || !Number.isFinite(estimate.value) ? [] : [{ key, quantity: quantity(estimate, unit) }];
}

const odds = ({ value, low, high, level }: Estimate): Estimate => ({
  value: Math.exp(value),
  low: Math.exp(low),
  high: Math.exp(high),
  level,
});

export function attitudeDetails(
  levels: Levels,
  link: Link | null,
  each: Readonly<Record<LoyaltyName, Estimate>> | null,
  reliability: ReadonlyMap<LoyaltyName, Estimate>,
): readonly Detail[] {
  return [
    ...detail('index', levels.index, 'points'),
    ...detail('plainMean', levels.plainMean, 'points'),
    ...LOYALTIES.flatMap((name) => detail(`level_${name}`, levels.level[name], 'points')),
    ...detail('personLead', levels.personLead, 'points'),
    ...(link === null ? [] : detail('weakestOdds', odds(link.weakest), 'ratio')),
    ...(link === null ? [] : detail('meanOdds', odds(link.mean), 'ratio')),
    ...(each === null ? [] : LOYALTIES.flatMap((name) => detail(`odds_${name}`, odds(each[name]), 'ratio'))),
    ...LOYALTIES.flatMap((name) => detail(`alpha_${name}`, reliability.get(name) ?? null, 'correlation')),
  ];
}

export function behaviourDetails(behaviour: Readonly<Record<LoyaltyName, Estimate | null>>): readonly Detail[] {
  return LOYALTIES.flatMap((name) => detail(`behaviour_${name}`, behaviour[name], 'points'));
}

/** The lag by segment; a segment can only be found behind where the whole company's weakest loyalty goes with leaving. */
export function segmentStrata(cells: Cells, supported: boolean, settings: LoyaltiesSettings): readonly Stratum[] {
  const names = [...new Set(cells.tuples.map(([segment]) => String(segment)))].filter((name) => name !== '');
  const sized = names
    .map((name) => ({ name, complete: sumOf(cells, 'complete', ([segment]) => segment === name) }))
    .filter(({ complete }) => complete >= settings.minimumRespondents)
    .sort((a, b) => b.complete - a.complete || (a.name < b.name ? -1 : 1))
    .slice(0, SEGMENTS);
  return sized.flatMap(({ name, complete }) => {
    const levels = levelsOf(selectCells(cells, ([segment]) => segment === name));
    if (levels === null) return [];
    const judged = judgeGap(levels.lag, settings.relevantLag);
    return [
      {
        key: `segment:${name}`,
        effect: quantity(levels.lag, 'points'),
        outcome: judged === 'finding' && !supported ? 'inconclusive' : judged,
        counts: { complete },
      } as const,
    ];
  });
}

const point = (series: string, x: string | number, { value, low, high }: Estimate): ChartPoint => ({
  series,
  x,
  value,
  low,
  high,
});

export function levelChart(levels: Levels): Chart {
  const points = LOYALTIES.map((name) => point('existing', name, levels.level[name]));
  return { id: 'levels', kind: 'bars', unit: 'points', points, benchmark: [] };
}

/** Share that left within twelve months, by the weakest loyalty in steps of 20 points. */
export function leavingChart(cells: Cells): Chart {
  const at = cells.by.indexOf('weakest_step');
  const points = [0, 20, 40, 60, 80].flatMap((from) => {
    const inside = ([...tuple]: readonly (string | number | boolean | null)[]) =>
      Math.min(80, 20 * Math.floor(Number(tuple[at]) / 20)) === from;
    const trials = sumOf(cells, 'answers', inside);
    const successes = sumOf(cells, 'left', inside);
    return trials < 10 ? [] : [point('existing', `${from}-${from + 20}`, wilsonInterval({ successes, trials }))];
  });
  return { id: 'leaving', kind: 'bars', unit: 'share', points, benchmark: [] };
}
