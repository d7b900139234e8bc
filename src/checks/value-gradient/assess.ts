import type { EvidenceGrade } from '#domain/verdict-terms.ts';
import { sumOf } from '../cells.ts';
import type { AssessInput } from '../check.ts';
import { inconclusive, NO_MONEY, type Note, quantity, type Verdict, verdict } from '../verdict.ts';
import { CONDITIONS, type Condition, KINDS } from './conditions.ts';
import { type Gradient, gradientOf, plainIndex, rankedOnly, type Support, supportOf } from './gradient.ts';
import { againstBest, headlineOf, type Judged, judged, outcomeOf, relevantFor } from './judge.ts';
import { chartsOf, detailsOf, strataOf } from './parts.ts';
import type { GradientSettings } from './settings.ts';

type Input = AssessInput<GradientSettings, 'ranked' | 'priced'>;

const note = (id: string, values: Note['values'] = {}): Note => ({ id, values });

const COLUMNS: Readonly<Record<string, string>> = {
  volume: 'contract.volume',
  newcomerPrice: 'new_business_price.price',
  pastValue: 'customer_value.margin',
};

/** The value that most contracts are ranked by. */
function basisOf({ cells: { ranked } }: Input): string {
  const contracts = (basis: string) => sumOf(ranked, 'contracts', (tuple) => tuple[0] === basis);
  return Object.keys(COLUMNS).reduce((best, basis) => (contracts(basis) > contracts(best) ? basis : best), 'volume');
}

function testable({ units, receivers, smallestDecile, distinctRanks }: Support, settings: GradientSettings) {
  return (
    units >= settings.minimumCustomers &&
    receivers >= settings.minimumReceivers &&
    smallestDecile >= settings.minimumPerDecile &&
    distinctRanks >= settings.minimumDistinctRanks
  );
}

/**
 * Prices beside the newcomer's say more than prices per unit; where both are known only the first is asked. A condition that is too thin
 * to be tested does not make the intervals of the others stricter.
 */
function askedOf({ cells, settings }: Input): readonly Gradient[] {
  const ranked = rankedOnly(cells.ranked);
  const able = CONDITIONS.filter((condition) => testable(supportOf(ranked, condition), settings));
  const asked = able.filter((condition) => condition !== 'unitPrice' || !able.includes('price'));
  return asked.map((condition) => gradientOf(ranked, condition, 1 - 0.05 / asked.length));
}

function caveatsOf(all: readonly Judged[], basis: string, hasMoney: boolean, input: Input): Note[] {
  const { ranked } = input.cells;
  const mixed = new Set(all.map(({ outcome }) => outcome));
  const asked = all.map(({ gradient }) => gradient.condition);
  const silent = CONDITIONS.filter(
    (condition) => !asked.includes(condition) && (condition !== 'unitPrice' || !asked.includes('price')),
  );
  const left = silent.filter((condition) => sumOf(ranked, `${condition}_units`) > 0);
  const unknown = silent.filter((condition) => !left.includes(condition));
  return [
    note('rankedBy', { basis }),
    ...(mixed.has('finding') && mixed.has('reversed') ? [note('mixed')] : []),
    ...(asked.includes('unitPrice') ? [note('unitPriceOnly')] : []),
    ...(asked.includes('discount') ? [note('discountsAgreed')] : []),
    ...(asked.includes('waits') ? [note('waitsOfCalls')] : []),
    ...(left.length > 0
      ? [note('tooThin', { conditions: left.join(','), needed: input.settings.minimumReceivers })]
      : []),
    ...(unknown.length > 0 ? [note('notInData', { conditions: unknown.join(',') })] : []),
    ...(hasMoney ? [note('moneyOverlaps')] : [note('noMoney')]),
    note('notHeldEqual'),
  ];
}

function gradeOf(all: readonly Judged[]): EvidenceGrade {
  return all.every(({ gradient }) => gradient.condition === 'unitPrice') ? 'D' : 'C';
}

const adjustedFor = (condition: Condition, basis: string) => [
  COLUMNS[basis] ?? 'contract.volume',
  'contract.product_id',
  'contract.start_date',
  ...(condition === 'waits' ? ['contact.topic', 'contact.channel', 'contact.started_at'] : []),
];

interface Base {
  readonly counts: Verdict['counts'];
  readonly excluded: Verdict['excluded'];
}

function baseOf({ cells: { ranked } }: Input): Base {
  const isRanked = (tuple: readonly (string | number | boolean | null)[]) => Number(tuple[1]) >= 0;
  return {
    counts: { contracts: sumOf(ranked, 'contracts', isRanked), customers: sumOf(ranked, 'customers', isRanked) },
    excluded: {
      noValue: sumOf(ranked, 'contracts', (tuple) => tuple[0] !== '' && !isRanked(tuple)),
      productWithoutRanks: sumOf(ranked, 'contracts', ([basis]) => basis === ''),
    },
  };
}

/** Why nothing can be said; null where something can. */
function refusal(input: Input, base: Base, all: readonly Gradient[]): Verdict | null {
  const { settings, audit } = input;
  const found = base.counts['customers'] ?? 0;
  const values = { asOf: audit.asOf, found, needed: settings.minimumCustomers };
  if (found < settings.minimumCustomers) {
    const unvalued = (base.excluded['noValue'] ?? 0) + (base.excluded['productWithoutRanks'] ?? 0);
    return inconclusive('fewCustomers', { ...values, unvalued }, base);
  }
  if (all.length > 0) return null;
  return inconclusive('noCondition', { ...values, receivers: settings.minimumReceivers }, base);
}

/** Pure: sums by place in the order of value in, one verdict over all conditions out. */
export function assessGradient(input: Input): readonly Verdict[] {
  const { cells, settings, audit } = input;
  const base = baseOf(input);
  const gradients = askedOf(input);
  const refused = refusal(input, base, gradients);
  if (refused !== null) return [refused];
  const all = gradients.map((gradient) => judged(gradient, settings));
  const outcome = outcomeOf(all);
  const headline = headlineOf(all, outcome);
  if (headline === null) return [];
  const { condition } = headline.gradient;
  const basis = basisOf(input);
  const plain = plainIndex(cells.priced, condition);
  const top = sumOf(cells.ranked, 'affected');
  const hasMoney = outcome === 'finding' && KINDS[condition].short !== null && top >= audit.minimumMoneyUnits;
  const values = { asOf: audit.asOf, condition, basis, relevant: relevantFor(condition, settings) };
  const open = all.filter((each) => each.outcome === 'inconclusive').map(({ gradient }) => gradient.condition);
  return [
    verdict({
      ...base,
      outcome,
      grade: gradeOf(all),
      effect: quantity(headline.against, 'correlation'),
      naive: plain === null ? null : quantity(againstBest(plain, condition), 'correlation'),
      strata: strataOf(all),
      details: detailsOf(all, headline),
      affected: outcome === 'reversed' ? null : top,
      money: { ...NO_MONEY, transfer: hasMoney ? headline.gradient.short : null },
      adjustedFor: adjustedFor(condition, basis),
      caveats: caveatsOf(all, basis, hasMoney, input),
      reason: outcome === 'inconclusive' ? note('undecided', { ...values, open: open.join(',') }) : null,
      overturn: note('overturn', values),
      charts: chartsOf(all),
    }),
  ];
}
