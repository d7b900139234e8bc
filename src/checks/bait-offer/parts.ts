import type { Unit } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { kaplanMeier } from '#statistics/survival/kaplan-meier.ts';
import { medianSurvival } from '#statistics/survival/median-survival.ts';
import { survivalShare } from '#statistics/survival/survival-share.ts';
import { type Chart, type ChartPoint, type Detail, quantity, type Stratum } from '../verdict.ts';
import type { Stays } from './groups.ts';
import { offerOutcome } from './judge.ts';
import type { Measured, Offer } from './measure.ts';
import { LAST_MONTH } from './settings.ts';

const STEP_MONTHS = 3;
const SHOWN_CURVES = 5;
const exact = (value: number): Estimate => ({ value, low: value, high: value, level: 1 });

const time = Float64Array.from({ length: LAST_MONTH }, (_, i) => i + 1);
/** Only months in which somebody was there. */
function tableOf({ atRisk, voluntary }: Stays, supported: number) {
  return {
    time: time.subarray(0, supported),
    atRisk: atRisk.subarray(0, supported),
    events: voluntary.subarray(0, supported),
  };
}

/** Months until half have left of their own accord; null where that lies beyond the months with enough people. */
function halfLife(stays: Stays, supported: number): Estimate | null {
  if (supported === 0) return null;
  const median = medianSurvival(tableOf(stays, supported));
  return median.value <= supported ? median : null;
}

function stillThere(stays: Stays, supported: number, month: number): Estimate | null {
  return supported < month ? null : survivalShare(kaplanMeier(tableOf(stays, supported)), month);
}

export function detailsOf(found: Measured): readonly Detail[] {
  const { all, others, othersSupported, scene } = found;
  const details: Detail[] = [];
  const add = (key: string, estimate: Estimate | null | undefined, unit: Unit) => {
    if (estimate !== null && estimate !== undefined) details.push({ key, quantity: quantity(estimate, unit) });
  };
  add('leavingRatio', all.leaving?.ratio, 'ratio');
  if (all.leaving !== null) add('crudeRatio', exact(all.leaving.crude), 'ratio');
  add('halfLife', halfLife(all.stays, all.supported), 'months');
  add('halfLifeOthers', halfLife(others, othersSupported), 'months');
  for (const month of [12, 24]) {
    add(`stillThere${month}`, stillThere(all.stays, all.supported, month), 'share');
    add(`stillThere${month}Others`, stillThere(others, othersSupported, month), 'share');
  }
  add('rejoin', all.rejoin, 'share');
  if (all.rejoin !== null && all.rejoin.most < 1) add('rejoinMost', exact(all.rejoin.most), 'share');
  if (all.wins > 0) add('internal', wilsonInterval({ successes: all.internal, trials: all.wins }), 'share');
  const { account } = all;
  if (account === null) return details;
  add('fullAccount', account.full, 'money');
  add('naiveAccount', exact(account.naive), 'money');
  add('halfIncremental', account.half, 'money');
  add('shortfall', account.shortfall, 'money');
  add('observedMonths', exact(account.months), 'months');
  if (account.paybackMonth !== null) add('paybackMonth', exact(account.paybackMonth), 'months');
  if (account.incentive > 0) add('incentive', exact(account.incentive), 'money');
  if (scene.costPerNewcomer !== null) add('costPerNewcomer', exact(scene.costPerNewcomer), 'money');
  return details;
}

/** The account of each offer where it is known, else how long its customers stay. */
export function strataOf({ offers, input }: Measured): readonly Stratum[] {
  return offers.map((offer): Stratum => {
    const life = halfLife(offer.stays, offer.supported);
    const stay = life === null ? null : quantity(life, 'months');
    return {
      key: `offer:${offer.name}`,
      effect: offer.account === null ? stay : quantity(offer.account.full, 'money'),
      outcome: offerOutcome(offer, input.settings),
      counts: { wins: offer.wins, internal: offer.internal, newcomers: offer.newcomers, rejoined: offer.rejoined },
    };
  });
}

function curve(series: string, stays: Stays, supported: number): readonly ChartPoint[] {
  const known = kaplanMeier(tableOf(stays, supported));
  const points: ChartPoint[] = [{ series, x: 0, value: 1, low: null, high: null }];
  for (let month = STEP_MONTHS; month <= supported; month += STEP_MONTHS) {
    const { value, low, high } = survivalShare(known, month);
    points.push({ series, x: month, value, low, high });
  }
  return points;
}

export function chartsOf({ all, offers, others, othersSupported }: Measured): readonly Chart[] {
  const lines = [
    ...(othersSupported > 0 ? curve('none', others, othersSupported) : []),
    ...curve('newcomer', all.stays, all.supported),
    ...offers.slice(0, SHOWN_CURVES).flatMap((offer) => curve(offer.name, offer.stays, offer.supported)),
  ];
  const accounts = offers.flatMap(({ name, account }: Offer) =>
    account === null
      ? []
      : [
          { series: 'naive', x: name, value: account.naive, low: null, high: null },
          { series: 'full', x: name, value: account.full.value, low: account.full.low, high: account.full.high },
        ],
  );
  const charts: readonly Chart[] = [
    { id: 'stays', kind: 'curve', unit: 'share', points: lines, benchmark: [] },
    { id: 'accounts', kind: 'bars', unit: 'money', points: accounts, benchmark: [] },
  ];
  return charts.filter(({ points }) => points.length > 0);
}
