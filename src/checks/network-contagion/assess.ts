import type { EvidenceGrade, Outcome } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { sumOf } from '../cells.ts';
import type { AssessInput } from '../check.ts';
import { judgeGap } from '../judge-gap.ts';
import {
  type Chart,
  type Detail,
  inconclusive,
  NO_MONEY,
  type Note,
  quantity,
  type Verdict,
  verdict,
} from '../verdict.ts';
import { type Contagion, comparisonsOf, measureContagion } from './measure.ts';
import { type ContagionSettings, SINCE } from './settings.ts';
import { stratifiedOddsRatio } from './stratified-odds.ts';

export type ContagionInput = AssessInput<ContagionSettings, 'customers' | 'tied' | 'shocks'>;

const note = (id: string, values: Note['values'] = {}): Note => ({ id, values });
const logged = ({ value, low, high, level }: Estimate): Estimate => ({
  value: Math.log(value),
  low: Math.log(low),
  high: Math.log(high),
  level,
});
const told = ({ value }: Pick<Estimate, 'value'>) => Number.isFinite(value) && value > 0;
const holdsOne = ({ low, high }: Estimate) => low <= 1 && high >= 1;

/** Strangers must not seem to infect one another, nor may shared shocks explain the tied ones. */
function gradeOf({ strangers, sameRegionAndQuarter, overlap }: Contagion, outcome: string): EvidenceGrade {
  const placebo = told(strangers) && holdsOne(strangers) && strangers.high < 1.5;
  const shocks = outcome !== 'finding' || (told(sameRegionAndQuarter) && sameRegionAndQuarter.value > 1);
  return placebo && shocks && overlap >= 0.8 ? 'B' : 'C';
}

function detailsOf(found: Contagion): readonly Detail[] {
  const { adjusted, sameRegionAndQuarter, comingNaive, comingMatched, strangers, perExit, multiplier } = found;
  return [
    { key: 'adjusted', quantity: quantity(adjusted, 'ratio') },
    { key: 'sameRegionAndQuarter', quantity: quantity(sameRegionAndQuarter, 'ratio') },
    { key: 'strangers', quantity: quantity(strangers, 'ratio') },
    { key: 'comingNaive', quantity: quantity(comingNaive, 'ratio') },
    { key: 'comingMatched', quantity: quantity(comingMatched, 'ratio') },
    { key: 'perExit', quantity: quantity(perExit, 'share') },
    { key: 'multiplier', quantity: quantity(multiplier, 'ratio') },
  ].filter((one) => Number.isFinite(one.quantity.value));
}

function charts({ naive, adjusted, matched, strangers, bySince }: Contagion): readonly Chart[] {
  const point = (series: string, x: string, { value, low, high }: Estimate) => ({
    series,
    x,
    value,
    low,
    high: Number.isFinite(high) ? high : null,
  });
  const steps = bySince.flatMap((one, i) =>
    one === null || !told(one) ? [] : [point('existing', SINCE[i] ?? '', one)],
  );
  const ways = [
    point('naive', '', naive),
    point('adjusted', '', adjusted),
    point('matched', '', matched),
    point('strangers', '', strangers),
  ].filter(({ value }) => Number.isFinite(value));
  return [
    { id: 'since', kind: 'bars', unit: 'ratio', points: steps, benchmark: [] },
    { id: 'ways', kind: 'bars', unit: 'ratio', points: ways, benchmark: [] },
  ];
}

function countsOf({ customers, tied }: ContagionInput['cells']) {
  const since = tied.by.indexOf('since');
  return {
    customers: sumOf(customers, 'customers'),
    tied: sumOf(customers, 'customers', (tuple) => Number(tuple[0]) === 1),
    household: sumOf(customers, 'household'),
    householdDecisions: sumOf(customers, 'household_decisions'),
    exposed: sumOf(customers, 'exposed'),
    exposedExits: sumOf(tied, 'leaves', (tuple) => tuple[since] === 1),
    exits: sumOf(tied, 'leaves'),
  };
}

/** Why nothing can be asked of these data; null when it can. */
function refusalOf({ cells, settings, audit }: ContagionInput, counts: ReturnType<typeof countsOf>): Note | null {
  const asOf = audit.asOf;
  if (counts.tied === 0) {
    return counts.household > 0
      ? note('onlyHouseholds', { household: counts.household, asOf })
      : note('noTies', { asOf });
  }
  if (counts.exposed >= settings.minimumExposed && counts.exposedExits >= settings.minimumExits) {
    const { matched } = comparisonsOf(cells.tied, cells.shocks);
    return told({ value: stratifiedOddsRatio(matched, cells.tied.total) }) ? null : note('nobodyToMatch', { asOf });
  }
  return note('fewExposed', {
    exposed: counts.exposed,
    neededExposed: settings.minimumExposed,
    exits: counts.exposedExits,
    neededExits: settings.minimumExits,
    asOf,
  });
}

interface Judged {
  readonly outcome: Outcome;
  readonly reason: Note | null;
}

/** Strangers who seem to infect one another say that the comparison itself is bent: then nothing is claimed. */
function judge(found: Contagion, { settings, audit }: ContagionInput, exits: number): Judged {
  const relevant = Math.log(settings.relevantRatio);
  const outcome = judgeGap(logged(found.matched), relevant);
  const { strangers, matched } = found;
  if (outcome === 'finding' && told(strangers) && strangers.low > 1)
    return { outcome: 'inconclusive', reason: note('strangersToo', { asOf: audit.asOf }) };
  if (outcome !== 'inconclusive') return { outcome, reason: null };
  // Intervals shrink with the root of the number of exits.
  const half = Math.log(matched.high / matched.low) / 2;
  const needed = Math.ceil(exits * Math.max(1, (half / relevant) ** 2));
  return { outcome, reason: note('undecided', { relevant: settings.relevantRatio, exits, needed, asOf: audit.asOf }) };
}

function caveatsOf(found: Contagion, counts: ReturnType<typeof countsOf>, needed: number | null): readonly Note[] {
  return [
    note('likeness'),
    ...(counts.householdDecisions > 0 ? [note('households', { count: counts.householdDecisions })] : []),
    ...(needed === null ? [] : [note('moneyFew', { found: found.excess.value, needed })]),
    note('aggregateOnly'),
  ];
}

/** Pure: months of tied customers in, whether leaving passes from one to the next out. Sums only; nobody is named. */
export function assessContagion(input: ContagionInput): readonly Verdict[] {
  const { cells, audit } = input;
  const counts = countsOf(cells);
  const excluded = { householdDecision: counts.householdDecisions };
  const refused = refusalOf(input, counts);
  if (refused !== null) return [inconclusive(refused.id, refused.values, { counts, excluded })];
  const found = measureContagion(cells.tied, cells.shocks, audit);
  const { outcome, reason } = judge(found, input, counts.exposedExits);
  const isFinding = outcome === 'finding';
  const worth = isFinding && found.excess.value >= audit.minimumMoneyUnits && Number.isFinite(found.loss.value);
  return [
    verdict({
      outcome,
      grade: gradeOf(found, outcome),
      effect: quantity(found.matched, 'ratio'),
      naive: quantity(found.naive, 'ratio'),
      details: detailsOf(found),
      counts,
      money: { ...NO_MONEY, loss: worth ? found.loss : null },
      adjustedFor: ['customer.segment', 'contract.start_date', 'tie.kind', 'contract.end_date'],
      overlap: found.overlap,
      excluded,
      caveats: caveatsOf(found, counts, isFinding && !worth ? audit.minimumMoneyUnits : null),
      reason,
      overturn: note(isFinding ? 'overturnFinding' : 'overturnClear', { asOf: audit.asOf }),
      charts: charts(found),
    }),
  ];
}
