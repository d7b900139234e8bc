import { type CellKey, type Cells, sumOf } from '../cells.ts';
import type { Bar } from './satisfaction-matrix.ts';

/** Who rated the sale, and why some cannot be used. */
export interface SurveyCounts {
  readonly rated: number;
  /** With both answers and a known outcome. */
  readonly both: number;
  /** With an outcome but no answer on what came after the sale. */
  readonly withoutAfter: number;
  readonly windowOpen: number;
  readonly noContract: number;
  readonly notAsked: number;
  readonly saleTooLate: number;
  /** Share of customers with both answers who gave them at the same moment, 0..1. */
  readonly oneSurveyShare: number;
  /** Whether the survey itself asks for the repurchase. */
  readonly isAsked: boolean;
}

export function surveyCounts(cells: Cells): SurveyCounts {
  const [sale, after, state] = ['sale_level', 'after_level', 'state'].map((name) => cells.by.indexOf(name));
  const level = (tuple: readonly CellKey[], column: number | undefined) => Number(tuple[column ?? -1] ?? -1);
  const inState = (name: string) => (tuple: readonly CellKey[]) =>
    tuple[state ?? -1] === name && level(tuple, sale) >= 0;
  const both = (tuple: readonly CellKey[]) => inState('decided')(tuple) && level(tuple, after) >= 0;
  const withBoth = sumOf(cells, 'customers', both);
  return {
    rated: sumOf(cells, 'customers'),
    both: withBoth,
    withoutAfter: sumOf(cells, 'customers', inState('decided')) - withBoth,
    windowOpen: sumOf(cells, 'customers', inState('windowOpen')),
    noContract: sumOf(cells, 'customers', inState('noContract')),
    notAsked: sumOf(cells, 'customers', inState('notAsked')),
    saleTooLate: sumOf(cells, 'customers', (tuple) => level(tuple, sale) < 0),
    oneSurveyShare: withBoth > 0 ? sumOf(cells, 'oneSurvey', both) / withBoth : 0,
    isAsked: sumOf(cells, 'asked') > 0,
  };
}

/** Customers without an after-sales answer: a level of its own, neither satisfied nor dissatisfied. */
export function withoutAfter(cells: Cells, satisfied: boolean, bar: Bar = 2) {
  const [sale, after, state] = ['sale_level', 'after_level', 'state'].map((name) => cells.by.indexOf(name));
  const keep = (tuple: readonly CellKey[]) => {
    const saleLevel = Number(tuple[sale ?? -1] ?? -1);
    if (tuple[state ?? -1] !== 'decided' || saleLevel < 0 || Number(tuple[after ?? -1]) >= 0) return false;
    return saleLevel >= bar === satisfied;
  };
  return { customers: sumOf(cells, 'customers', keep), again: sumOf(cells, 'again', keep) };
}
