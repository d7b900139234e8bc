import type { EvidenceGrade } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { newcombeDifference } from '#statistics/intervals/newcombe-difference.ts';
import type { AssessInput } from '../check.ts';
import { judgeGap } from '../judge-gap.ts';
import { inconclusive, NO_MONEY, type Note, quantity, type Stratum, type Verdict, verdict } from '../verdict.ts';
import { effectChart, matrixChart } from './charts.ts';
import { detailsOf } from './details.ts';
import { jackknifed } from './jackknifed.ts';
import type { afterSalesCells } from './query.ts';
import { CONTRASTS, comparedShare, rateContrast, sizesOf } from './rate-contrast.ts';
import { byField, FIELDS, type FieldName, fieldIndex, linesOf, type Matrix, matrixOf } from './satisfaction-matrix.ts';
import type { AfterSalesSettings } from './settings.ts';
import { type SurveyCounts, surveyCounts } from './survey-counts.ts';

type Input = AssessInput<AfterSalesSettings, keyof typeof afterSalesCells>;

const smallest = (matrix: Matrix): FieldName =>
  FIELDS.reduce((least, name) => (matrix[name].customers < matrix[least].customers ? name : least));

interface Asked {
  readonly found: SurveyCounts;
  readonly matrix: Matrix;
  /** Share of customers in lines that hold both sides, 0..1. */
  readonly compared: number;
}

/** Why the answers allow no statement; null when they do. */
function refusal(
  { found, matrix, compared }: Asked,
  settings: AfterSalesSettings,
  base: Partial<Verdict>,
): Verdict | null {
  const noItem = (id: string) =>
    verdict({ ...base, outcome: 'notApplicable', reason: { id, values: {} }, sharpen: 'survey.item' });
  if (found.rated === 0) return noItem('noSaleItem');
  if (found.both === 0 && found.windowOpen + found.noContract + found.notAsked === 0) return noItem('noAfterItem');
  if (found.both < settings.minimumCustomers)
    return inconclusive(
      'tooFewCustomers',
      { needed: settings.minimumCustomers, has: found.both, windowOpen: found.windowOpen },
      base,
    );
  const least = smallest(matrix);
  // The count itself stays hidden: with the total it would give a field away that is too small to show.
  if (matrix[least].customers < settings.minimumShown)
    return inconclusive(
      'fieldTooSmall',
      { field: least, needed: settings.minimumPerRate, shown: settings.minimumShown },
      base,
    );
  if (compared < settings.minimumCompared)
    return inconclusive('linesApart', { share: compared, needed: settings.minimumCompared }, base);
  return null;
}

function naiveOf({ yesYes, noYes, yesNo, noNo }: Matrix): Estimate {
  const share = (a: Matrix[FieldName], b: Matrix[FieldName]) => ({
    successes: a.again + b.again,
    trials: a.customers + b.customers,
  });
  return newcombeDifference(share(yesYes, noYes), share(yesNo, noNo));
}

function strataOf(matrix: Matrix, lines: readonly Matrix[], settings: AfterSalesSettings): Stratum[] {
  const parts = [
    ['sale:satisfied', 'afterIfSaleYes', ['yesYes', 'yesNo']],
    ['sale:dissatisfied', 'afterIfSaleNo', ['noYes', 'noNo']],
  ] as const;
  return parts.map(([key, contrast, [content, letDown]]) => {
    const gap = rateContrast(lines, CONTRASTS[contrast]);
    const counts = { afterYes: matrix[content].customers, afterNo: matrix[letDown].customers };
    return { key, effect: quantity(gap, 'percentagePoints'), outcome: judgeGap(gap, settings.relevantGap), counts };
  });
}

function gradeOf(found: SurveyCounts, thin: boolean): EvidenceGrade {
  return found.isAsked || thin ? 'D' : 'C';
}

interface Told {
  readonly found: SurveyCounts;
  readonly phi: number;
  readonly thin: boolean;
  readonly lines: number;
  readonly compared: number;
  readonly items: Note;
  readonly money: Note;
}

function caveatsOf(
  { found, phi, thin, lines, compared, items, money }: Told,
  matrix: Matrix,
  settings: AfterSalesSettings,
): Note[] {
  const note = (when: boolean, id: string, values: Note['values'] = {}): Note[] => (when ? [{ id, values }] : []);
  const least = smallest(matrix);
  const decided = found.both + found.withoutAfter;
  return [
    items,
    ...note(thin, 'thinField', { field: least, has: matrix[least].customers, needed: settings.minimumPerRate }),
    ...note(found.withoutAfter > 0, 'withoutAfter', {
      share: found.withoutAfter / decided,
      customers: found.withoutAfter,
    }),
    ...note(true, 'halo', { phi, share: found.oneSurveyShare }),
    ...note(found.isAsked, 'selfReport'),
    ...note(compared < 1, 'linesLeftOut', { share: 1 - compared }),
    ...note(true, lines > 1 ? 'notHeldEqualInLine' : 'notHeldEqual'),
    ...note(true, 'anecdote'),
    money,
  ];
}

/** The recognised items are the same in every cell. */
function itemsNote({ by, tuples }: Input['cells']['customers']): Note {
  const [sale, after] = ['sale_items', 'after_items'].map((name) => String(tuples[0]?.[by.indexOf(name)] ?? ''));
  return { id: 'items', values: { sale: sale ?? '', after: after ?? '' } };
}

/** Money comes from enough valued customers behind a finding, else a note says why there is none. */
function moneyOf(outcome: string, valued: number, recoverable: Estimate, audit: Input['audit']) {
  const none = (id: string) => ({
    money: NO_MONEY,
    note: { id, values: { needed: audit.minimumMoneyUnits, has: valued } },
  });
  if (outcome !== 'finding') return none('moneyWithoutFinding');
  if (valued === 0) return none('moneyWithoutValues');
  if (valued < audit.minimumMoneyUnits) return none('moneyTooFew');
  return {
    money: { ...NO_MONEY, recoverable },
    note: { id: 'moneyUpperBound', values: { marginRate: audit.marginRate } },
  };
}

function baseOf(found: SurveyCounts): Partial<Verdict> {
  return {
    counts: { both: found.both, withoutAfter: found.withoutAfter },
    excluded: {
      windowOpen: found.windowOpen,
      noContract: found.noContract,
      notAsked: found.notAsked,
      saleTooLate: found.saleTooLate,
    },
  };
}

/** Sums by level of both answers to the verdict; see the method in the messages. */
export function assessAfterSales({ cells, settings, audit }: Input): readonly Verdict[] {
  const found = surveyCounts(cells.customers);
  const matrix = matrixOf(cells.customers, 2);
  const lines = linesOf(cells.customers, 2);
  const compared = comparedShare(lines.map(sizesOf), CONTRASTS.after);
  const base = baseOf(found);
  const refused = refusal({ found, matrix, compared }, settings, base);
  if (refused !== null) return [refused];
  const effect = rateContrast(lines, CONTRASTS.after);
  const outcome = judgeGap(effect, settings.relevantGap);
  const further = jackknifed(cells.customers);
  const valued = byField(cells.customers, fieldIndex(cells.customers, 2), 'valued', cells.customers.total).yesNo;
  const { money, note: moneyNote } = moneyOf(outcome, valued, further.recoverable, audit);
  const thin = matrix[smallest(matrix)].customers < settings.minimumPerRate;
  const told = {
    found,
    phi: further.phi.value,
    thin,
    lines: lines.length,
    compared,
    items: itemsNote(cells.customers),
    money: moneyNote,
  };
  const { value, low, high } = effect;
  return [
    verdict({
      ...base,
      outcome,
      grade: gradeOf(found, thin),
      effect: quantity(effect, 'percentagePoints'),
      naive: quantity(naiveOf(matrix), 'percentagePoints'),
      strata: strataOf(matrix, lines, settings),
      details: detailsOf(cells.customers, matrix, further, settings),
      counts: { ...base.counts, ...Object.fromEntries(FIELDS.map((name) => [name, matrix[name].customers])) },
      affected: matrix.yesNo.customers,
      money,
      adjustedFor: ['survey.value', ...(lines.length > 1 ? ['contract.product_id'] : [])],
      caveats: caveatsOf(told, matrix, settings),
      reason:
        outcome === 'inconclusive'
          ? { id: 'wideInterval', values: { value, low, high, relevant: settings.relevantGap } }
          : null,
      overturn: { id: 'hidden', values: { asOf: audit.asOf, months: settings.repurchaseMonths } },
      charts: [matrixChart(matrix), effectChart(lines)],
    }),
  ];
}
