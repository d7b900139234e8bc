import { yearOfMonth } from './calendar.ts';
import type { Company } from './company.ts';
import { SOURCES } from './planted.ts';
import type { Tally } from './tally.ts';

const TOPICS = ['tariff_advice', 'invoice_question', 'technical_check'];
const CELLS = ['yes/yes', 'no/yes', 'yes/no', 'no/no'];

/** What the draws really came to, counted while the company lived. */
export function realisedValues(company: Company): Record<string, unknown> {
  const { tally, stays } = company;
  return {
    activeCustomers: tally.sum('active at as-of'),
    exits: {
      voluntary: tally.sum('exits voluntary'),
      involuntary: tally.sum('exits involuntary'),
      joint: tally.sum('exits joint'),
    },
    yearlyVoluntaryExitShare: yearlyExits(company),
    prices: prices(tally),
    waits: waits(tally),
    halfLifeMonths: Object.fromEntries(
      SOURCES.map((source) => [source, rounded(company.stays.halfLifeMonths(source))]),
    ),
    yearlyExitsBySource: Object.fromEntries(SOURCES.map((source) => [source, company.stays.exitsOf(source)])),
    rejoinShareOfBait: ratio(tally.sum('rejoined'), tally.sum('arrivals bait')),
    contacts: {
      droughtShare: ratio(tally.sum('year-old customers in drought'), tally.sum('year-old customers')),
      neverGivenShare: ratio(tally.sum('year-old customers never given'), tally.sum('year-old customers')),
      onlyBurdenShare: ratio(tally.sum('year-old customers only burdened'), tally.sum('year-old customers')),
      givingAfterOverBefore: ratio(tally.sum('courtship after giving'), tally.sum('courtship before giving')),
      sellingAfterOverBefore: ratio(tally.sum('courtship after selling'), tally.sum('courtship before selling')),
    },
    repurchase: Object.fromEntries(
      CELLS.map((cell) => [cell, ratio(tally.sum(`matrix ${cell} again`), tally.sum(`matrix ${cell} count`))]),
    ),
    haloPhi: phi(CELLS.map((cell) => tally.sum(`matrix ${cell} count`))),
    concessions: concessions(tally),
    cases: {
      approvalShare: ratio(
        tally.sum('case approval count'),
        tally.sum('case approval count') + tally.sum('case free count'),
      ),
      repeatAfterApproval: ratio(tally.sum('case approval repeated'), tally.sum('case approval count')),
      repeatOtherwise: ratio(tally.sum('case free repeated'), tally.sum('case free count')),
      grantedByRule: granted(tally),
      promiseKept: ratio(tally.sum('promise kept'), tally.sum('promise kept') + tally.sum('promise broken')),
    },
    advocacy: {
      recommendedShare: ratio(
        tally.sum('newcomers recommended'),
        tally.sum('newcomers recommended') + tally.sum('newcomers otherwise'),
      ),
      unknownSourceShare: ratio(
        tally.sum('newcomers of unknown source'),
        tally.sum('newcomers recommended') + tally.sum('newcomers otherwise'),
      ),
      kFactorPerThreeYears: ratio(36 * tally.sum('invitations that worked'), stays.monthsLived()),
      sayDoGap: 1 - ratio(tally.sum('promoters with a deed'), tally.sum('promoters')),
    },
    coverage: {
      commissionRunning: ratio(tally.sum('care running covered'), tally.sum('care running customers')),
      commissionEnded: ratio(tally.sum('care ended covered'), tally.sum('care ended customers')),
    },
    reviews: Object.fromEntries(tally.named('review ').map((name) => [name.slice('review '.length), tally.sum(name)])),
    naivePeerOddsRatio: rounded(stays.naivePeerOddsRatio()),
    contactChanges: Object.fromEntries(
      tally.named('changes ').map((name) => [name.slice('changes '.length), tally.sum(name)]),
    ),
    marginShareOfExisting: marginShare(tally),
  };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1e6) / 1e6;
}

function prices(tally: Tally): Record<string, number> {
  return {
    meanGapShare: ratio(tally.sum('stock gap'), tally.sum('stock')),
    shareAbove5Percent: ratio(tally.sum('stock above 5 %'), tally.sum('stock')),
    walkPerLaterRenewal: Math.expm1(tally.sum('renewals later walk') / Math.max(tally.sum('renewals later count'), 1)),
    walkAtFirstRenewal: Math.expm1(tally.sum('renewals first walk') / Math.max(tally.sum('renewals first count'), 1)),
    silentOverpayerShare: ratio(tally.sum('silent overpayers'), tally.sum('stock')),
    overpayersYearlyExitShare: ratio(12 * tally.sum('overpayers quiet exits'), tally.sum('overpayers quiet months')),
    overpayersYearlyExitShareAfterNotice: ratio(
      12 * tally.sum('overpayers noticed exits'),
      tally.sum('overpayers noticed months'),
    ),
    regularsShare: ratio(tally.sum('regulars'), tally.sum('stock')),
  };
}

/** Mean wait counted up to 30 minutes, as offered: raw, within topics, and with prospects' topics weighted like customers'. */
function waits(tally: Tally): Record<string, unknown> {
  const calls = (group: string, topic: string) => tally.sum(`wait ${group} ${topic} calls`);
  const mean = (group: string, topic: string) =>
    ratio(tally.sum(`wait ${group} ${topic} seconds`), calls(group, topic));
  const total = (group: string) => TOPICS.reduce((sum, topic) => sum + calls(group, topic), 0);
  const raw = (group: string) =>
    TOPICS.reduce((sum, topic) => sum + mean(group, topic) * calls(group, topic), 0) / Math.max(total(group), 1);
  const standardised = (group: string) =>
    TOPICS.reduce((sum, topic) => sum + mean(group, topic) * calls('customer', topic), 0) /
    Math.max(total('customer'), 1);
  const long = TOPICS.reduce((sum, topic) => sum + tally.sum(`wait customer ${topic} long`), 0);
  return {
    restrictedMeanSeconds: { customer: raw('customer'), prospect: raw('prospect') },
    rawGapSeconds: raw('customer') - raw('prospect'),
    standardisedGapSeconds: standardised('customer') - standardised('prospect'),
    byTopic: Object.fromEntries(
      TOPICS.map((topic) => [topic, { customer: mean('customer', topic), prospect: mean('prospect', topic) }]),
    ),
    customersAbove30Minutes: ratio(long, total('customer')),
  };
}

function yearlyExits({ stays, firstMonth, world }: Company): Record<string, number | null> {
  const first = yearOfMonth(firstMonth);
  const years = Array.from({ length: world.years + 1 }, (_, index) => first + index);
  return Object.fromEntries(years.map((year) => [year, rounded(stays.yearlyExitShare(year))]));
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1e4) / 1e4;
}

/** Correlation of two yes-no answers from the counts yes/yes, no/yes, yes/no, no/no. */
function phi([both = 0, second = 0, first = 0, neither = 0]: readonly number[]): number {
  const spread = (both + second) * (first + neither) * (both + first) * (second + neither);
  return spread === 0 ? 0 : (both * neither - first * second) / Math.sqrt(spread);
}

function concessions(tally: Tally): Record<string, unknown> {
  const byAsk = [1, 2, 3].map((ask) => [
    `ask${ask}`,
    {
      share: ratio(tally.sum(`concession ${ask} count`), tally.sum(`ask ${ask} events`)),
      meanEuro: ratio(tally.sum(`concession ${ask} cents`) / 100, tally.sum(`concession ${ask} count`)),
    },
  ]);
  const unasked = {
    count: tally.sum('concession unasked count'),
    meanEuro: ratio(tally.sum('concession unasked cents') / 100, tally.sum('concession unasked count')),
  };
  return { ...Object.fromEntries(byAsk), unasked };
}

function granted(tally: Tally): Record<string, number> {
  const rules = new Set(tally.named('approval ').map((name) => name.split(' ')[1] ?? ''));
  return Object.fromEntries(
    [...rules].map((rule) => {
      const count = (outcome: string) => tally.sum(`approval ${rule} ${outcome}`);
      return [rule, ratio(count('granted'), count('granted') + count('changed') + count('refused'))];
    }),
  );
}

function marginShare(tally: Tally): number {
  const existing = tally.sum('margin existing');
  return ratio(existing, existing + tally.sum('margin new'));
}
