import type { EvidenceGrade, Outcome } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import type { AssessInput } from '../check.ts';
import { judgeGap } from '../judge-gap.ts';
import { inconclusive, type Note, quantity, type Verdict, verdict } from '../verdict.ts';
import { commissionGap, commissionSizes } from './commission.ts';
import { type FoundCut, findCut, placebosPass } from './cut.ts';
import { coverageChart, cutDetails, todayDetails } from './figures.ts';
import type { coverageCells } from './query.ts';
import type { CoverageSettings } from './settings.ts';
import { namedDrop, type Today, todayOf } from './today.ts';

type CoverageInput = AssessInput<CoverageSettings, keyof typeof coverageCells>;
const note = (id: string, values: Note['values'] = {}): Note => ({ id, values });

const exact = (value: number) => ({ value, low: value, high: value, level: 0.95 });

function caveatsOf(today: Today): readonly Note[] {
  return [
    ...(today.byContact ? [] : [note('namesOnly')]),
    ...(today.byContact && !today.byPerson ? [note('notPersonal')] : []),
    ...(today.byName ? [] : [note('noNames')]),
    note('staffInGroups'),
    note('noMoney'),
  ];
}

const baseOf = (today: Today): Partial<Verdict> => ({
  counts: { customers: today.customers, judged: today.judged },
  affected: today.affected,
  details: todayDetails(today),
});

/** A name in the books is not yet care: without contacts it may show that care is missing, never that it is given. */
const unlessOnlyNames = (outcome: Outcome, today: Today): Outcome =>
  outcome === 'clear' && !today.byContact ? 'inconclusive' : outcome;

function reasonOf(outcome: Outcome, today: Today, gap: Estimate, values: Note['values']): Note | null {
  if (outcome !== 'inconclusive') return null;
  const settled = !today.byContact && Math.max(-gap.low, gap.high) < Number(values['relevant']);
  return settled
    ? note('namesOnly')
    : note('wideInterval', { ...values, value: gap.value, low: gap.low, high: gap.high });
}

/** Same people on both sides where records are long enough, else customers of today on either side. */
function cutOf({ cells, settings }: CoverageInput): { readonly found: FoundCut; readonly same: boolean } | null {
  const passing = findCut(cells.passing, settings.minimumGroup);
  if (passing !== null) return { found: passing, same: true };
  const beside = findCut(cells.beside, settings.minimumGroup);
  return beside === null ? null : { found: beside, same: false };
}

function gradeOf(found: FoundCut, same: boolean, today: Today, relevant: number): EvidenceGrade {
  if (!(today.byContact && today.byPerson)) return 'D';
  return same && placebosPass(found.placebos, relevant) ? 'B' : 'C';
}

function byContractMonth(input: CoverageInput, today: Today): Verdict {
  const { cells, settings, audit } = input;
  const base = baseOf(today);
  const cut = cutOf(input);
  if (cut === null) {
    const values = { needed: 2 * settings.minimumGroup, has: today.judged, asOf: audit.asOf };
    return inconclusive('noCut', values, { ...base, caveats: caveatsOf(today) });
  }
  const { found, same } = cut;
  const outcome = unlessOnlyNames(judgeGap(found.drop, settings.relevantDrop), today);
  const named = today.byName && today.byContact ? namedDrop(cells.today, found.cut) : null;
  const passed = placebosPass(found.placebos, settings.relevantDrop);
  const asOf = audit.asOf;
  return verdict({
    ...base,
    outcome,
    grade: gradeOf(found, same, today, settings.relevantDrop),
    effect: quantity(found.drop, 'share'),
    naive: named === null ? null : quantity(exact(named), 'share'),
    details: [...todayDetails(today), ...cutDetails(found)],
    counts: { ...base.counts, measured: found.customers },
    adjustedFor: same ? ['contract.customer_id'] : ['contract.product_id'],
    caveats: [
      ...(outcome === 'clear' ? [] : [note('cutFound', { cut: found.cut, from: found.from, to: found.to })]),
      same ? note('samePeople') : note('otherPeople'),
      found.placebos.length === 0
        ? note('noPlacebo')
        : note(passed ? 'placebosQuiet' : 'placebosSpeak', { count: found.placebos.length }),
      ...caveatsOf(today),
    ],
    reason: reasonOf(outcome, today, found.drop, { relevant: settings.relevantDrop, asOf }),
    overturn: note(outcome === 'clear' ? 'overturnClear' : 'overturn', { asOf, cut: found.cut }),
    charts: [coverageChart(cells.passing, settings.minimumGroup)].filter(({ points }) => points.length > 0),
  });
}

/** Only where the books say what the named persons are paid for, and both ways of paying occur. */
function byCommission(input: CoverageInput, today: Today): readonly Verdict[] {
  const { cells, settings, audit } = input;
  const asOf = audit.asOf;
  const { running, ended } = commissionSizes(cells.commission);
  if (running.customers === 0 || ended.customers === 0) return [];
  const base = { ...baseOf(today), reference: 'commission' };
  const counts = { ...base.counts, running: running.customers, ended: ended.customers };
  const few = Math.min(running.customers, ended.customers);
  if (few < settings.minimumGroup)
    return [inconclusive('fewInGroup', { needed: settings.minimumGroup, has: few, asOf }, { ...base, counts })];
  if (Math.min(running.staff, ended.staff) < settings.minimumStaff)
    return [inconclusive('fewStaff', { needed: settings.minimumStaff, asOf }, { ...base, counts })];
  const found = commissionGap(cells.commission);
  if (!(found.overlap >= settings.minimumOverlap))
    return [
      inconclusive('lowOverlap', { needed: settings.minimumOverlap, has: found.overlap, asOf }, { ...base, counts }),
    ];
  const outcome = unlessOnlyNames(judgeGap(found.gap, settings.relevantDrop), today);
  return [
    verdict({
      ...base,
      outcome,
      grade: today.byContact ? 'C' : 'D',
      effect: quantity(found.gap, 'share'),
      naive: quantity(found.naive, 'share'),
      details: [
        ...todayDetails(today),
        { key: 'coverageRunning', quantity: quantity(found.coverageRunning, 'share') },
        { key: 'coverageEnded', quantity: quantity(found.coverageEnded, 'share') },
      ],
      counts,
      adjustedFor: found.held,
      overlap: found.overlap,
      caveats: [
        ...(found.overlap < settings.fullOverlap ? [note('partialOverlap', { overlap: found.overlap })] : []),
        note('carersDiffer'),
        ...caveatsOf(today),
      ],
      reason: reasonOf(outcome, today, found.gap, { relevant: settings.relevantDrop, asOf }),
      overturn: note('overturnCommission', { asOf }),
    }),
  ];
}

/** Pure: sums of customers in, the verdicts on coverage out: by contract month, and by commission where the books tell it. */
export function assessCoverage(input: CoverageInput): readonly Verdict[] {
  const today = todayOf(input.cells.today);
  if (!(today.byContact || today.byName)) {
    const reason = note('missingColumns', { columns: 'assignment.staff_pid' });
    return [verdict({ outcome: 'notApplicable', reason, sharpen: 'assignment.staff_pid' })];
  }
  return [byContractMonth(input, today), ...byCommission(input, today)];
}
