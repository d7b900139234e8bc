import { type Cells, sumOf } from '../cells.ts';
import type { SpendInput } from './settings.ts';

/** Twelve months of the books, money a year. */
export interface Account {
  readonly lastDay: string;
  readonly acquisition: number;
  readonly retention: number;
  readonly save: number;
  readonly mixed: number;
  /** Months of the twelve with any line, with one for winning, with one for keeping. */
  readonly months: number;
  readonly monthsWinning: number;
  readonly monthsKeeping: number;
  /** Months of the twelve before the first line for winning, for keeping, that was ever booked. */
  readonly winningLate: number;
  readonly keepingLate: number;
  readonly lines: number;
  /** Parts of a longer period for which shorter ones are on record too. */
  readonly toldTwice: number;
  readonly forgoneForNewcomers: number;
  readonly forgoneForExisting: number;
  readonly discounts: number;
  readonly won: number;
  readonly existing: number;
}

export function accountOf({ cells }: SpendInput): Account {
  const { spend } = cells;
  const of = (...purposes: readonly string[]) =>
    sumOf(spend, 'amount', ([, purpose]) => purposes.includes(String(purpose)));
  const monthsOf = (purposes: readonly string[] | null) =>
    new Set(
      spend.tuples
        .filter(([, purpose]) => purposes === null || purposes.includes(String(purpose)))
        .map(([, , month]) => String(month)),
    ).size;
  return {
    lastDay: String(spend.tuples[0]?.[0] ?? ''),
    acquisition: of('acquisition'),
    retention: of('retention'),
    save: of('save'),
    mixed: of('mixed'),
    months: monthsOf(null),
    monthsWinning: monthsOf(['acquisition']),
    monthsKeeping: monthsOf(['retention', 'save']),
    winningLate: Number(spend.tuples[0]?.[3] ?? 0),
    keepingLate: Number(spend.tuples[0]?.[4] ?? 0),
    lines: sumOf(spend, 'lines'),
    toldTwice: sumOf(spend, 'told_twice'),
    forgoneForNewcomers: sumOf(cells.forgone, 'for_newcomers'),
    forgoneForExisting: sumOf(cells.forgone, 'for_existing'),
    discounts: sumOf(cells.forgone, 'contracts'),
    won: sumOf(cells.parties, 'won'),
    existing: sumOf(cells.parties, 'existing'),
  };
}

/** What existing customers bring, as a share of what all bring, and what that was read from. */
export interface Base {
  readonly share: number;
  readonly source: 'margin' | 'revenue' | 'price' | 'heads';
}

const ENOUGH = 0.5;

/** Margin where at least half of the values carry one, else revenue, else yearly prices, else heads; null without customers. */
export function baseOf({ cells: { values, contracts } }: SpendInput): Base | null {
  const known = (name: string) => sumOf(values, name, ([is]) => isYes(is));
  const part = (existing: number, all: number, source: Base['source']): Base | null =>
    existing > 0 && all > 0 && existing <= all ? { share: existing / all, source } : null;
  const rows = known('rows');
  if (rows > 0 && known('with_margin') >= ENOUGH * rows) {
    const found = part(known('existing_margin'), known('margin'), 'margin');
    if (found !== null) return found;
  }
  if (rows > 0 && known('with_revenue') >= ENOUGH * rows)
    return part(known('existing_revenue'), known('revenue'), 'revenue');
  const old = (cell: Cells, name: string) => sumOf(cell, name, ([is]) => isYes(is));
  const priced = sumOf(contracts, 'priced') >= ENOUGH * Math.max(1, sumOf(contracts, 'contracts'));
  return priced
    ? part(old(contracts, 'price'), sumOf(contracts, 'price'), 'price')
    : part(old(contracts, 'contracts'), sumOf(contracts, 'contracts'), 'heads');
}

function isYes(value: string | number | boolean | null | undefined): boolean {
  return value === true || value === 1 || value === 'true';
}
