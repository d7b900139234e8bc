import type { AuditSettings } from '#domain/audit-settings.ts';
import { sampleSizeTwoShares } from '#statistics/planning/sample-size-two-shares.ts';
import { type Cells, sumOf } from '../cells.ts';
import type { AssessInput } from '../check.ts';
import { holds, type Inventory } from '../inventory.ts';
import { judgeGap } from '../judge-gap.ts';
import { inconclusive, NO_MONEY, type Note, type Quantity, quantity, type Verdict, verdict } from '../verdict.ts';
import { judgeAnniversary } from './anniversary.ts';
import { absence, armMeans, customersIn, imbalances, shareDifference } from './contrast.ts';
import { kindPoints, kindResults, powerOf, secondYears, shareOf, sideEffect } from './judge-trial.ts';
import type { RewardEffectSettings } from './settings.ts';
import { stratumIn, type Trial, totalOf, trialsOf } from './trials.ts';
import { type Worth, worthOf } from './worth.ts';

type Input = AssessInput<RewardEffectSettings, 'drawn' | 'plain' | 'anniversaries'>;

/** Never-thanked less ever-thanked: what a plain comparison would have said (trap T8). */
function plainDifference(plain: Cells): Quantity | null {
  const of = (thanked: boolean) => {
    const keep = (tuple: readonly unknown[]) => Boolean(tuple[0]) === thanked;
    const count = sumOf(plain, 'customers', keep);
    return { count, share: sumOf(plain, 'gone', keep) / count };
  };
  const [thanked, others] = [of(true), of(false)];
  if (Math.min(thanked.count, others.count) < 10) return null;
  const means = {
    treated: thanked.share,
    holdout: others.share,
    treatedCount: thanked.count,
    holdoutCount: others.count,
  };
  return quantity(shareDifference(means), 'percentagePoints');
}

function needsHoldout({ cells, settings, audit }: Input, leftOut: number): Verdict {
  const customers = sumOf(cells.plain, 'customers');
  const leaving = customers > 0 ? sumOf(cells.plain, 'gone') / customers : 0;
  const share = Math.min(Math.max(leaving, 1.5 * settings.relevantDifference), 0.5);
  const { size } = sampleSizeTwoShares({
    share: share - settings.relevantDifference,
    otherShare: share,
    otherPerOne: 1,
  });
  const thanked = sumOf(cells.plain, 'standsFor', ([isThanked]) => Boolean(isThanked));
  return inconclusive(
    'needsHoldout',
    { needed: size, relevant: settings.relevantDifference, asOf: audit.asOf },
    {
      naive: plainDifference(cells.plain),
      counts: { thankedBefore: thanked },
      excluded: { oneArm: leftOut },
      sharpen: 'recognition.arm',
    },
  );
}

interface Standing {
  readonly trial: Trial;
  readonly treated: number;
  readonly holdout: number;
  readonly base: Partial<Verdict>;
}

function standingOf(trial: Trial, naive: Quantity | null, reference: string, leftOut: number): Standing {
  const treated = customersIn(trial.counted, 'treated');
  const holdout = customersIn(trial.counted, 'holdout');
  const base = {
    reference,
    naive,
    counts: { treated, holdout },
    excluded: { ...trial.excluded, ...(leftOut > 0 ? { oneArm: leftOut } : {}) },
  };
  return { trial, treated, holdout, base };
}

/** Why a trial cannot be judged; null when it can. */
function refused({ trial, treated, holdout, base }: Standing, settings: RewardEffectSettings, asOf: string) {
  const needed = settings.minimumPerArm;
  const recent = trial.excluded['recent'] ?? 0;
  const say = (id: string, has: number) =>
    inconclusive(id, { needed, has, recent, months: settings.followUpMonths, asOf }, base);
  if (treated < needed) return say('tooFewTreated', treated);
  if (holdout < needed) return say('tooFewHoldout', holdout);
  const shared = armMeans(trial.counted, { sum: 'gone', over: 'customers' }, stratumIn(trial));
  if (!(shared.treatedCount > 0)) return inconclusive('drawnApart', { asOf }, { ...base, sharpen: '' });
  const apart = [...imbalances(trial.counted, stratumIn(trial)), absence(trial.gone)].filter(
    ({ distance }) => distance > settings.balanceLimit,
  );
  const worst = apart.sort((a, b) => b.distance - a.distance)[0];
  if (worst === undefined) return null;
  const values = { treated: worst.treated, holdout: worst.holdout, errors: Math.min(worst.distance, 99), asOf };
  return inconclusive(`unbalanced_${worst.id}`, values, { ...base, sharpen: '' });
}

function worthOfTrial(standing: Standing, effect: Quantity, leaving: number, audit: AuditSettings): Worth | null {
  const { counted } = standing.trial;
  const treated = counted.filter(({ arm }) => arm === 'treated');
  const holdout = counted.filter(({ arm }) => arm === 'holdout');
  const yearlyPrice = totalOf(holdout, 'price') / standing.holdout;
  if (!(yearlyPrice > 0)) return null;
  return worthOf(effect, yearlyPrice, leaving, totalOf(treated, 'cost') / standing.treated, audit);
}

/** Customers that enter the trial in a year, by the half-years it has run. */
function yearlyEntrants({ trial, treated, holdout }: Standing): number {
  const halves = trial.counted.map(({ period }) => Number(period));
  return (2 * (treated + holdout)) / (Math.max(...halves) - Math.min(...halves) + 1);
}

function caveatsOf(
  standing: Standing,
  worth: Worth | null,
  power: { detectable: number | null },
  input: Input,
): Note[] {
  const { settings, audit } = input;
  const note = (when: boolean, id: string, values: Note['values'] = {}): Note[] => (when ? [{ id, values }] : []);
  const crossed = totalOf(standing.trial.counted, 'crossed') / (standing.treated + standing.holdout);
  const weak = power.detectable === null || power.detectable > settings.relevantDifference;
  return [
    ...note(weak, 'learningOnly', { detectable: power.detectable ?? 1, relevant: settings.relevantDifference }),
    ...note(crossed > 0.01, 'crossed', { share: crossed }),
    ...note(worth !== null, 'assumedMargin', { rate: audit.marginRate, months: audit.horizonMonths }),
    ...note(worth === null, 'noPrice'),
    ...note(true, 'spillOver'),
  ];
}

function sideEffects(trial: Trial, inventory: Inventory) {
  return [
    ...(holds(inventory, 'exit_event', 'at') ? [sideEffect(trial, 'fewerAsks', 'asked', 1)] : []),
    ...(holds(inventory, 'referral', 'referrer_customer_id')
      ? [sideEffect(trial, 'moreReferrals', 'recommends', -1)]
      : []),
  ];
}

/** @param together how many trials are judged: all of them together are wrong no more often than one would be */
function judged(standing: Standing, input: Input, together: number): Verdict {
  const { settings, audit, inventory } = input;
  const { trial, treated, holdout, base } = standing;
  const means = armMeans(trial.counted, { sum: 'gone', over: 'customers' }, stratumIn(trial));
  const effect = quantity(shareDifference(means), 'percentagePoints');
  const joint = shareDifference(means, 1 - 0.05 / together);
  const outcome = judgeGap(joint, settings.relevantDifference);
  const power = powerOf(means.holdout, [treated, holdout], settings.relevantDifference);
  const worth = worthOfTrial(standing, effect, means.holdout, audit);
  const kinds = kindResults(trial, settings);
  const enough = treated >= audit.minimumMoneyUnits && holdout >= audit.minimumMoneyUnits;
  const entrants = yearlyEntrants(standing);
  const recoverable =
    worth === null || outcome !== 'finding' || !enough
      ? null
      : {
          value: worth.netPerHead.value * entrants,
          low: worth.netPerHead.low * entrants,
          high: worth.netPerHead.high * entrants,
          level: worth.netPerHead.level,
        };
  const wide = { low: joint.low, high: joint.high, relevant: settings.relevantDifference, needed: power.needed };
  return verdict({
    ...base,
    outcome,
    grade: 'A',
    effect,
    strata: [...kinds.map(({ stratum }) => stratum), ...secondYears(trial, settings)],
    details: [
      { key: 'leftHoldout', quantity: quantity(shareOf(means.holdout, means.holdoutCount), 'share') },
      { key: 'leftTreated', quantity: quantity(shareOf(means.treated, means.treatedCount), 'share') },
      ...sideEffects(trial, inventory),
      ...(worth?.netPerMoney ? [{ key: 'netPerMoney', quantity: quantity(worth.netPerMoney, 'ratio') }] : []),
      ...(worth === null ? [] : [{ key: 'netPerHead', quantity: quantity(worth.netPerHead, 'money') }]),
    ],
    money: { ...NO_MONEY, recoverable },
    adjustedFor: ['recognition.arm', 'recognition.at'],
    caveats: caveatsOf(standing, worth, power, input),
    reason:
      outcome === 'inconclusive'
        ? {
            id: together > 1 ? 'wideAmongMany' : 'wideInterval',
            values: { ...wide, asOf: audit.asOf, ...(together > 1 ? { together } : {}) },
          }
        : null,
    overturn: {
      id: 'drawing',
      values: { needed: power.needed, relevant: settings.relevantDifference, asOf: audit.asOf },
    },
    charts: [{ id: 'leaving', kind: 'bars', unit: 'share', points: [...kindPoints(kinds, means)], benchmark: [] }],
  });
}

/** One verdict per programme whose arms were recorded; without any, what it would take, and what an anniversary with thanks tells. */
export function assessRewardEffect(input: Input): readonly Verdict[] {
  const { cells, settings, audit } = input;
  const { trials, leftOut } = trialsOf(cells.drawn);
  const naive = plainDifference(cells.plain);
  if (trials.length === 0) {
    const anniversary = judgeAnniversary(cells.anniversaries, settings, audit.asOf, naive);
    return [needsHoldout(input, leftOut), ...(anniversary === null ? [] : [anniversary])];
  }
  const standings = trials.map((trial) => {
    const standing = standingOf(trial, naive, trials.length === 1 ? '' : trial.name, leftOut);
    return { standing, refusal: refused(standing, settings, audit.asOf) };
  });
  const together = standings.filter(({ refusal }) => refusal === null).length;
  return standings.map(({ standing, refusal }) => refusal ?? judged(standing, input, together));
}
