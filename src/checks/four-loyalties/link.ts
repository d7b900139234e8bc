import { LOYALTIES, type LoyaltyName } from '#facts/loyalty-answer.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { designMatrix, type Term } from '#statistics/regression/design-matrix.ts';
import { logisticRegression } from '#statistics/regression/logistic-regression.ts';
import type { CellKey, Cells } from '../cells.ts';

/** One row per cell and replicate, so that the variance can be taken over replicates. */
interface Rows {
  readonly tuple: readonly (readonly CellKey[])[];
  readonly answers: readonly number[];
  readonly left: readonly number[];
  readonly replicate: readonly number[];
}

function rowsOf(cells: Cells): Rows {
  const [answersAt, leftAt] = ['answers', 'left'].map((name) => cells.sumNames.indexOf(name));
  const rows = cells.replicates.flatMap(({ key, values }, replicate) =>
    Array.from(key, (cell, row) => ({
      tuple: cells.tuples[cell] ?? [],
      answers: values[row * cells.sums + (answersAt ?? 0)] ?? 0,
      left: values[row * cells.sums + (leftAt ?? 0)] ?? 0,
      replicate,
    })),
  );
  return {
    tuple: rows.map((row) => row.tuple),
    answers: rows.map((row) => row.answers),
    left: rows.map((row) => row.left),
    replicate: rows.map((row) => row.replicate),
  };
}

/** Coefficients of the log odds of leaving, by name of the term; intervals over replicates of customers. */
function fitted(rows: Rows, terms: readonly Term[]): (name: string) => Estimate | null {
  const design = designMatrix({ terms: [{ kind: 'intercept' }, ...terms], rows: rows.answers.length });
  const fit = logisticRegression({
    names: design.names,
    columns: design.columns,
    successes: rows.left,
    trials: rows.answers,
    offset: null,
    cluster: rows.replicate,
  });
  if (!fit.diagnostics.converged) return () => null;
  return (name) => {
    if (fit.diagnostics.dropped.includes(name)) return null;
    return fit.coefficients[design.names.indexOf(name)]?.estimate ?? null;
  };
}

const enough = ({ answers, left }: Rows) => {
  const [all, gone] = [answers, left].map((values) => values.reduce((sum, value) => sum + value, 0));
  return (gone ?? 0) > 0 && (gone ?? 0) < (all ?? 0);
};

/** Changes of the log odds of leaving per ten points less. */
export interface Link {
  readonly weakest: Estimate;
  readonly mean: Estimate;
}

const less = ({ value, low, high, level }: Estimate): Estimate => ({ value: -value, low: -high, high: -low, level });

/** Does the weakest loyalty tell more than the mean of the four? Logit of leaving on both, tenure and line held equal. */
export function weakestLink(cells: Cells): Link | null {
  const rows = rowsOf(cells);
  if (!enough(rows)) return null;
  const at = (name: string) => cells.by.indexOf(name);
  const tens = (name: string) => rows.tuple.map((tuple) => Number(tuple[at(name)]) / 10);
  const coefficient = fitted(rows, [
    { kind: 'numeric', name: 'mean', values: tens('mean_step') },
    { kind: 'numeric', name: 'weakest', values: tens('weakest_step') },
    {
      kind: 'category',
      name: 'tenure',
      values: rows.tuple.map((tuple) => String(tuple[at('tenure')])),
      reference: null,
    },
    {
      kind: 'category',
      name: 'line',
      values: rows.tuple.map((tuple) => String(tuple[at('line')])),
      reference: null,
    },
  ]);
  const [weakest, mean] = [coefficient('weakest'), coefficient('mean')];
  return weakest === null || mean === null ? null : { weakest: less(weakest), mean: less(mean) };
}

/** Change of the log odds of leaving per standard deviation less of each loyalty, the other three held equal. */
export function effectOfEach(cells: Cells): Readonly<Record<LoyaltyName, Estimate>> | null {
  const rows = rowsOf(cells);
  if (!enough(rows)) return null;
  const scaled = LOYALTIES.map((name) => {
    const values = rows.tuple.map((tuple) => Number(tuple[cells.by.indexOf(`step_${name}`)]));
    return { kind: 'numeric', name, values: standardised(values, rows.answers) } as const;
  });
  const coefficient = fitted(rows, scaled);
  const [company, offers, people, networks] = LOYALTIES.map(coefficient);
  if (company == null || offers == null || people == null || networks == null) return null;
  return { company: less(company), offers: less(offers), people: less(people), networks: less(networks) };
}

function standardised(values: readonly number[], counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const mean = values.reduce((sum, value, row) => sum + value * (counts[row] ?? 0), 0) / total;
  const variance = values.reduce((sum, value, row) => sum + (value - mean) ** 2 * (counts[row] ?? 0), 0) / total;
  return values.map((value) => (variance > 0 ? (value - mean) / Math.sqrt(variance) : 0));
}
