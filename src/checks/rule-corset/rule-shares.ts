import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import type { Estimate } from '#statistics/estimate.ts';
import { benjaminiHochberg } from '#statistics/intervals/benjamini-hochberg.ts';
import { shrunkenShares } from '#statistics/intervals/shrunken-shares.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { type Cells, sumOf } from '../cells.ts';
import type { RuleCorsetSettings } from './settings.ts';

/** What became of the requests under one rule. */
export interface RuleCounts {
  /** '' for rules that are taken together. */
  readonly rule: string;
  readonly members: readonly string[];
  readonly granted: number;
  readonly changed: number;
  readonly refused: number;
  readonly pending: number;
  readonly unknown: number;
  readonly decided: number;
  readonly waited: number;
  readonly waitedHours: number;
}

export function ruleCounts(cells: Cells): readonly RuleCounts[] {
  const [rule, state] = ['rule', 'state'].map((name) => cells.by.indexOf(name));
  const names = [...new Set(cells.tuples.map((tuple) => String(tuple[rule ?? -1])))].sort();
  return names.map((name) => {
    const of = (given: string, sum = 'approvals') =>
      sumOf(cells, sum, (tuple) => String(tuple[rule ?? -1]) === name && tuple[state ?? -1] === given);
    const [granted, changed, refused] = [of('granted'), of('changed'), of('refused')];
    return {
      rule: name,
      members: [name],
      granted,
      changed,
      refused,
      pending: of('pending'),
      unknown: of('unknown'),
      decided: granted + changed + refused,
      waited: of('granted', 'waited'),
      waitedHours: of('granted', 'waitedHours'),
    };
  });
}

/** Requests under several rules taken together. */
export function pooled(rules: readonly RuleCounts[]): RuleCounts {
  const sum = (of: (counts: RuleCounts) => number) => rules.reduce((total, counts) => total + of(counts), 0);
  return {
    rule: '',
    members: rules.flatMap(({ members }) => members),
    granted: sum((c) => c.granted),
    changed: sum((c) => c.changed),
    refused: sum((c) => c.refused),
    pending: sum((c) => c.pending),
    unknown: sum((c) => c.unknown),
    decided: sum((c) => c.decided),
    waited: sum((c) => c.waited),
    waitedHours: sum((c) => c.waitedHours),
  };
}

export interface JudgedRule {
  readonly counts: RuleCounts;
  /** Share granted unchanged, pulled towards the other rules as far as its own number is thin. */
  readonly granted: Estimate;
  /** idle: nobody changes anything; useful: approvers judge; open: the data do not tell. */
  readonly judged: 'idle' | 'useful' | 'open';
}

/**
 * Share granted unchanged of the requests whose outcome is known; the limits also hold what the others leave open, none of them granted or
 * all of them.
 */
export function grantedShare({ granted, decided, unknown }: RuleCounts): Estimate {
  const known = wilsonInterval({ successes: granted, trials: decided });
  if (unknown === 0) return known;
  const trials = decided + unknown;
  const [none, all] = [granted, granted + unknown].map((successes) => wilsonInterval({ successes, trials }));
  return { ...known, low: Math.min(known.low, none?.low ?? 0), high: Math.max(known.high, all?.high ?? 1) };
}

/**
 * Names the rules whose approvers change nothing. Idle: a useful yield is excluded (score test, Benjamini-Hochberg over all rules) and the
 * pulled share may still be the idle one. Useful: the idle share is excluded. Requests whose outcome is not on record speak against both.
 */
export function judgeRules(rules: readonly RuleCounts[], settings: RuleCorsetSettings): readonly JudgedRule[] {
  const { idleShare, usefulYield, falseDiscoveryRate } = settings;
  const useful = 1 - usefulYield;
  const pValues = rules.map(({ granted, decided, unknown }) => {
    const asked = decided + unknown;
    const standardError = Math.sqrt((useful * usefulYield) / asked);
    return 1 - normalCdf((granted / asked - useful) / standardError, 0, 1);
  });
  const { flagged } = benjaminiHochberg(pValues, { falseDiscoveryRate });
  const shares = pulledShares(rules);
  return rules.map((counts, i) => {
    const open = grantedShare(counts);
    const pulled = shares[i] ?? open;
    const granted =
      counts.unknown === 0
        ? pulled
        : { ...pulled, low: Math.min(pulled.low, open.low), high: Math.max(pulled.high, open.high) };
    const mayBeIdle = granted.high >= idleShare;
    const nearlyAlways = flagged[i] === true && mayBeIdle ? 'idle' : 'open';
    return { counts, granted, judged: mayBeIdle ? nearlyAlways : 'useful' };
  });
}

function pulledShares(rules: readonly RuleCounts[]): readonly Estimate[] {
  const all = pooled(rules);
  if (rules.length < 2 || all.granted === 0 || all.granted === all.decided) return [];
  return shrunkenShares({
    successes: rules.map(({ granted }) => granted),
    trials: rules.map(({ decided }) => decided),
  }).estimates;
}
