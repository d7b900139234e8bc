import type { EvidenceGrade, Outcome } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { sumOf } from '../cells.ts';
import type { AssessInput } from '../check.ts';
import { holds } from '../inventory.ts';
import { inconclusive, NO_MONEY, type Note, quantity, type Verdict, verdict } from '../verdict.ts';
import { continuityDetails, everAgainstNever } from './continuity.ts';
import { differsBefore, judgeChange } from './judge.ts';
import { yearlyLoss } from './loss.ts';
import { ratioDetails, strataOf, windowChart } from './parts.ts';
import type { contactChangeCells } from './query.ts';
import { type ContactRatios, contactRatios } from './ratios.ts';
import type { ContactPersonChangeSettings } from './settings.ts';

type Input = AssessInput<ContactPersonChangeSettings, keyof typeof contactChangeCells>;

const note = (id: string, values: Note['values'] = {}): Note => ({ id, values });

/** Known causes carry most of the changes that count as the house's. */
const RECORDED_SHARE = 0.8;

function baseOf({ cells, audit }: Input): Partial<Verdict> {
  const { months, customers, books } = cells;
  const state = months.by.indexOf('state');
  const inState = (...names: readonly string[]) =>
    sumOf(months, 'months', (tuple) => names.includes(String(tuple[state])));
  const sum = (name: string) => sumOf(customers, name);
  return {
    counts: {
      customers: sum('customers'),
      changes: sum('changes'),
      monthsAfter: inState('c1', 'c4', 'c7'),
      monthsWithout: inState('none'),
      leavesAfter: sumOf(months, 'leaves', (tuple) => ['c1', 'c4', 'c7'].includes(String(tuple[state]))),
      leavesWithout: sumOf(months, 'leaves', (tuple) => tuple[state] === 'none'),
    },
    excluded: {
      otherCauses: inState('o', 'p'),
      monthOfChange: inState('m0'),
      massMove: inState('mass'),
    },
    affected: sum('affected'),
    details: continuityDetails(customers, audit.minimumCell),
    caveats: books.tuples.map((tuple, i) =>
      note('massMove', {
        day: String(tuple[0] ?? ''),
        moved: books.total[i * books.sums] ?? 0,
        base: books.total[i * books.sums + 1] ?? 0,
      }),
    ),
  };
}

/** Why the data do not allow an answer; null when they do. */
function refusal(input: Input, base: Partial<Verdict>): Verdict | null {
  const { cells, settings, audit } = input;
  const values = { asOf: audit.asOf };
  const departures = sumOf(cells.departures, 'departures');
  const { leavesAfter = 0, leavesWithout = 0, changes = 0, monthsAfter = 0 } = base.counts ?? {};
  if (changes === 0 && monthsAfter === 0) return inconclusive('noChanges', values, base);
  // How many persons went is not told: two audits on neighbouring days would say when one of them did.
  if (departures < settings.minimumDepartures)
    return inconclusive('fewDepartures', { ...values, needed: settings.minimumDepartures }, base);
  const needed = settings.minimumExits;
  if (leavesAfter < needed) return inconclusive('fewLeavesAfter', { ...values, needed, has: leavesAfter }, base);
  if (leavesWithout < needed) return inconclusive('fewLeavesWithout', { ...values, needed, has: leavesWithout }, base);
  return null;
}

function gradeOf({ cells, settings, inventory }: Input, ratios: ContactRatios): EvidenceGrade {
  const departures = sumOf(cells.departures, 'departures');
  const known =
    holds(inventory, 'assignment', 'change_cause') &&
    sumOf(cells.departures, 'recorded') >= RECORDED_SHARE * departures;
  const alike = !differsBefore(ratios) && ratios.before.leaves >= settings.minimumExits;
  return known && alike && ratios.converged && ratios.overlap >= settings.fullOverlap ? 'B' : 'C';
}

function caveatsOf(input: Input, ratios: ContactRatios, loss: Estimate | null, outcome: Outcome): readonly Note[] {
  const { inventory, settings, cells } = input;
  const when = (condition: boolean, id: string, values: Note['values'] = {}) => (condition ? [note(id, values)] : []);
  const { value, low, high } = ratios.before.estimate;
  const bounded = Number.isFinite(low + high);
  const named = sumOf(cells.customers, 'running');
  return [
    ...when(!holds(inventory, 'assignment', 'change_cause'), 'causeInferred'),
    ...when(differsBefore(ratios) && bounded, 'differedBefore', { value, low, high }),
    ...when(!bounded, 'nothingBefore'),
    ...when(!differsBefore(ratios) && bounded, 'alikeBefore', { value, low, high }),
    ...when(ratios.overlap < settings.fullOverlap, 'partialOverlap', { overlap: ratios.overlap }),
    ...when(!holds(inventory, 'contract', 'notice_date'), 'endForNotice'),
    ...when(!holds(inventory, 'contract', 'end_reason'), 'reasonsUnknown'),
    ...when(named > 0 && sumOf(cells.customers, 'named') < 0.5 * named, 'fewNamed'),
    ...when(outcome === 'finding' && loss === null, 'noMoney'),
    ...when(loss !== null && sumOf(cells.customers, 'with_margin') < input.audit.minimumMoneyUnits, 'marginAssumed', {
      rate: input.audit.marginRate,
    }),
  ];
}

function adjustedFor({ inventory }: Input): readonly string[] {
  const optional = (table: string, column: string) => (holds(inventory, table, column) ? [`${table}.${column}`] : []);
  return [
    'contract.start_date',
    ...optional('contract', 'product_id'),
    ...optional('assignment', 'change_cause'),
    ...optional('contract', 'notice_date'),
  ];
}

function undecided(ratios: ContactRatios, { audit, settings }: Input): Note {
  const differs = differsBefore(ratios);
  const { value, low, high } = differs ? ratios.before.estimate : ratios.year.estimate;
  const values = { relevant: settings.relevantRatio, leaves: ratios.exposedLeaves, asOf: audit.asOf };
  if (!Number.isFinite(low + high)) return note('unbounded', values);
  return note(differs ? 'differedBefore' : 'wideInterval', { ...values, value, low, high });
}

/** Person-months to the verdict on changes of the contact person; see the method in the messages. */
export function assessContactChange(input: Input): readonly Verdict[] {
  const { cells, settings, audit } = input;
  const base = baseOf(input);
  const refused = refusal(input, base);
  if (refused !== null) return [refused];
  const ratios = contactRatios(cells.months, settings.minimumPerStratum);
  if (ratios.overlap < settings.minimumOverlap) {
    const values = { needed: settings.minimumOverlap, has: ratios.overlap, asOf: audit.asOf };
    return [inconclusive('lowOverlap', values, { ...base, overlap: ratios.overlap })];
  }
  const { outcome, decidedBy, ratio } = judgeChange(ratios, settings.relevantRatio);
  const grade = gradeOf(input, ratios);
  const monthsSeen = Number(cells.departures.tuples[0]?.[0] ?? settings.historyMonths);
  const proven = outcome === 'finding' && grade === 'B';
  const loss = proven ? yearlyLoss(ratio, ratios.baseRisk, cells.customers, audit, monthsSeen) : null;
  const never = everAgainstNever(cells.customers);
  return [
    verdict({
      ...base,
      outcome,
      grade,
      effect: quantity(ratio.estimate, 'ratio'),
      naive: quantity(ratios.naive.estimate, 'ratio'),
      strata: strataOf(ratios, settings.relevantRatio, audit.minimumCell),
      details: [
        ...ratioDetails(ratios, audit.minimumCell),
        ...(never === null ? [] : [{ key: 'everAgainstNever', quantity: quantity(never, 'ratio') }]),
        ...(base.details ?? []),
      ],
      money: { ...NO_MONEY, loss },
      adjustedFor: adjustedFor(input),
      overlap: ratios.overlap,
      caveats: [...(base.caveats ?? []), ...caveatsOf(input, ratios, loss, outcome)],
      reason: outcome === 'inconclusive' ? undecided(ratios, input) : null,
      overturn: note('overturn', { asOf: audit.asOf, months: decidedBy === 'year' ? 12 : 3 }),
      charts: windowChart(ratios, audit.minimumCell),
    }),
  ];
}
