import type { EvidenceGrade, Outcome } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { type Cells, sumOf } from '../cells.ts';
import type { AssessInput } from '../check.ts';
import {
  type Chart,
  type Detail,
  inconclusive,
  type Note,
  quantity,
  type Stratum,
  type Verdict,
  verdict,
} from '../verdict.ts';
import { delayOf } from './approval-delay.ts';
import type { corsetCells } from './query.ts';
import { grantedShare, type JudgedRule, judgeRules, pooled, type RuleCounts, ruleCounts } from './rule-shares.ts';
import type { RuleCorsetSettings } from './settings.ts';

type CellName = keyof typeof corsetCells;
type Input = AssessInput<RuleCorsetSettings, CellName>;

const shareOf = (successes: number, trials: number) => wilsonInterval({ successes, trials });
const exactly = (value: number): Estimate => ({ value, low: value, high: value, level: 0.95 });
/** Requests whose rule is unknown, and rules that are too many to be told apart. */
const isNamed = ({ rule }: RuleCounts) => rule !== '' && rule !== '*';

interface Named {
  readonly idle: readonly JudgedRule[];
  /** Idle, but decided at once. */
  readonly prompt: readonly JudgedRule[];
  readonly open: readonly JudgedRule[];
}

/** A rule that never changes anything but decides at once keeps nobody waiting. */
function namedOf(judged: readonly JudgedRule[], delays: Cells, hours: number): Named {
  const waits = ({ counts }: JudgedRule) => {
    const delay = delayOf(delays, counts.members);
    return delay === null || delay.median.value >= hours;
  };
  const idle = judged.filter((rule) => rule.judged === 'idle');
  return {
    idle: idle.filter(waits),
    prompt: idle.filter((rule) => !waits(rule)),
    open: judged.filter((rule) => rule.judged === 'open'),
  };
}

function strataOf(judged: readonly JudgedRule[], { idle, open }: Named): readonly Stratum[] {
  const outcome = (rule: JudgedRule): Outcome => {
    if (idle.includes(rule)) return 'finding';
    return open.includes(rule) ? 'inconclusive' : 'clear';
  };
  return judged
    .filter(({ counts }) => isNamed(counts))
    .map((rule) => {
      const { rule: name, decided, granted, changed, refused, pending } = rule.counts;
      return {
        key: `rule:${name}`,
        effect: quantity(rule.granted, 'share'),
        outcome: outcome(rule),
        counts: { decided, granted, changed, refused, pending },
      };
    });
}

function chartOf(strata: readonly Stratum[]): readonly Chart[] {
  const points = strata.flatMap(({ key, effect }) =>
    effect === null
      ? []
      : [{ series: 'granted', x: key.slice(5), value: effect.value, low: effect.low, high: effect.high }],
  );
  return points.length < 2 ? [] : [{ id: 'rules', kind: 'bars', unit: 'share', points, benchmark: [] }];
}

function detailsOf(cells: Input['cells'], all: RuleCounts, idle: readonly JudgedRule[]): readonly Detail[] {
  const detail = (key: string, estimate: Estimate | undefined, unit: 'share' | 'hours'): Detail[] =>
    estimate === undefined || !Number.isFinite(estimate.value) ? [] : [{ key, quantity: quantity(estimate, unit) }];
  const [cases, told] = [sumOf(cells.cases, 'cases'), sumOf(cells.cases, 'told')];
  const needing = sumOf(cells.cases, 'cases', (tuple) => Number(tuple[0]) === 1);
  const together = pooled(idle.map(({ counts }) => counts));
  const every = delayOf(cells.delays, all.members);
  const named = delayOf(cells.delays, together.members);
  return [
    ...(cases > 0 ? detail('approvalShare', shareOf(needing, cases), 'share') : []),
    ...(told > 0 ? detail('blockedShare', shareOf(sumOf(cells.cases, 'blocked'), told), 'share') : []),
    ...detail('changedShare', shareOf(all.changed, all.decided), 'share'),
    ...detail('refusedShare', shareOf(all.refused, all.decided), 'share'),
    ...detail('medianDelay', every?.median, 'hours'),
    ...detail('slowestTenth', every?.slowest, 'hours'),
    ...detail('medianDelayNamed', named?.median, 'hours'),
    ...(together.waitedHours > 0 ? detail('waitedHours', exactly(together.waitedHours), 'hours') : []),
  ];
}

function caveatsOf(rules: readonly RuleCounts[], large: readonly RuleCounts[], named: Named, needed: number): Note[] {
  const note = (when: boolean, id: string, values: Note['values'] = {}): Note[] => (when ? [{ id, values }] : []);
  const thin = rules.filter((rule) => isNamed(rule) && rule.decided > 0 && rule.decided < needed).length;
  const [decided, unknown] = [pooled(rules).decided, pooled(rules).unknown];
  return [
    ...note(unknown > 0, 'unknownOutcome', { requests: unknown, share: unknown / (decided + unknown) }),
    ...note(!rules.some(isNamed), 'noRules'),
    ...note(thin > 0 && large.length > 0, 'thinRules', { rules: thin, needed }),
    ...note(thin > 0 && large.length === 0, 'rulesTogether', { rules: thin, needed }),
    ...note(named.prompt.length > 0, 'promptRules', { rules: named.prompt.length }),
    ...note(true, 'noMoney'),
  ];
}

function outcomeOf({ idle, open }: Named): Outcome {
  if (idle.length > 0) return 'finding';
  return open.length > 0 ? 'inconclusive' : 'clear';
}

/** Decisions on requests to the verdict whether rules delay without changing anything; see the method in the messages. */
export function assessRuleCorset({ cells, settings, audit }: Input): readonly Verdict[] {
  const rules = ruleCounts(cells.rules);
  const all = pooled(rules);
  const needed = settings.minimumApprovals;
  const counts = { approvals: all.decided + all.pending + all.unknown, decided: all.decided, rules: rules.length };
  const excluded = { pending: all.pending, unknown: all.unknown };
  if (counts.approvals === 0) return [inconclusive('noApprovals', { needed }, { counts, excluded })];
  if (all.decided === 0)
    return [inconclusive('noOutcome', { needed }, { counts, excluded, sharpen: 'approval.outcome' })];
  if (all.decided < needed)
    return [inconclusive('tooFewDecisions', { needed, has: all.decided }, { counts, excluded })];
  const large = rules.filter((rule) => isNamed(rule) && rule.decided >= needed);
  const rest = pooled(rules.filter((rule) => !large.includes(rule)));
  const tested = rest.decided >= needed ? [...large, rest] : large;
  const judged = judgeRules(tested.length > 0 ? tested : [all], settings);
  const named = namedOf(judged, cells.delays, settings.relevantDelayHours);
  const shown = pooled((named.idle.length > 0 ? named.idle : judged).map((rule) => rule.counts));
  const outcome = outcomeOf(named);
  const grade: EvidenceGrade = rules.some(isNamed) ? 'C' : 'D';
  const strata = strataOf(judged, named);
  const effect = quantity(grantedShare(shown), 'share');
  return [
    verdict({
      outcome,
      grade,
      effect,
      naive: quantity(grantedShare(all), 'share'),
      affected: all.waited,
      strata,
      details: detailsOf(cells, all, named.idle),
      counts: { ...counts, rulesTested: large.length, rulesNamed: named.idle.length },
      adjustedFor: rules.some(isNamed) ? ['approval.rule_id'] : [],
      excluded: { ...excluded, thinRules: rest.decided < needed && large.length > 0 ? rest.decided : 0 },
      caveats: caveatsOf(rules, large, named, needed),
      reason:
        outcome === 'inconclusive'
          ? {
              id: 'openRules',
              values: { rules: named.open.length, tested: judged.length, low: effect.low, high: effect.high },
            }
          : null,
      overturn: { id: 'silentJudgement', values: { asOf: audit.asOf } },
      charts: chartOf(strata),
    }),
  ];
}
