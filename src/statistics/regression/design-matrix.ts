import { requireFinite, requireLength } from './column-check.ts';
import { naturalSplineBasis } from './natural-spline.ts';

/** One ingredient of a linear predictor; `values` has one entry per row or cell. */
export type Term =
  | { readonly kind: 'intercept' }
  | { readonly kind: 'numeric'; readonly name: string; readonly values: ArrayLike<number> }
  | {
      readonly kind: 'category';
      readonly name: string;
      readonly values: ArrayLike<string | number>;
      /** Level that gets no column; null for the most frequent one. */
      readonly reference: string | number | null;
    }
  | {
      readonly kind: 'spline';
      readonly name: string;
      readonly values: ArrayLike<number>;
      readonly knots: readonly number[];
    }
  | { readonly kind: 'interaction'; readonly left: Term; readonly right: Term };

export interface DesignMatrix {
  /** `term`, `term=level`, `term~k` for the k-th spline column, `left:right` for products. */
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
}

/**
 * Columns of a regression from terms. Levels are coded one-hot against the reference, in sorted order, so that the order
 * of rows changes nothing. Columns that depend on each other stay in: the fit drops and names them.
 * RangeError on lengths that do not fit, values that are not numbers, or a reference that does not occur.
 */
export function designMatrix(input: { readonly terms: readonly Term[]; readonly rows: number }): DesignMatrix {
  const parts = input.terms.map((term) => expand(term, input.rows));
  return { names: parts.flatMap((part) => part.names), columns: parts.flatMap((part) => part.columns) };
}

function expand(term: Term, rows: number): DesignMatrix {
  switch (term.kind) {
    case 'intercept':
      return { names: ['intercept'], columns: [new Float64Array(rows).fill(1)] };
    case 'numeric':
      requireLength(term.name, term.values, rows);
      requireFinite(term.name, term.values);
      return { names: [term.name], columns: [Float64Array.from(term.values)] };
    case 'category':
      return oneHot(term, rows);
    case 'spline': {
      requireLength(term.name, term.values, rows);
      const columns = naturalSplineBasis(term.values, term.knots);
      return { names: columns.map((_, k) => `${term.name}~${k + 1}`), columns };
    }
    case 'interaction':
      return products(expand(term.left, rows), expand(term.right, rows));
  }
}

function oneHot(
  term: {
    readonly name: string;
    readonly values: ArrayLike<string | number>;
    readonly reference: string | number | null;
  },
  rows: number,
): DesignMatrix {
  requireLength(term.name, term.values, rows);
  const counts = new Map<string | number, number>();
  for (let i = 0; i < rows; i++) {
    const level = term.values[i] ?? '';
    counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  const levels = [...counts.keys()].sort(byLevel);
  const reference = term.reference ?? mostFrequent(levels, counts);
  if (rows > 0 && !counts.has(reference)) {
    throw new RangeError(`${term.name} never has its reference level ${reference}`);
  }
  const others = levels.filter((level) => level !== reference);
  const columnOf = new Map(others.map((level) => [level, new Float64Array(rows)]));
  for (let i = 0; i < rows; i++) columnOf.get(term.values[i] ?? '')?.fill(1, i, i + 1);
  return { names: others.map((level) => `${term.name}=${level}`), columns: [...columnOf.values()] };
}

function byLevel(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const left = String(a);
  const right = String(b);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function mostFrequent(levels: readonly (string | number)[], counts: ReadonlyMap<string | number, number>) {
  let best = levels[0] ?? '';
  for (const level of levels) if ((counts.get(level) ?? 0) > (counts.get(best) ?? 0)) best = level;
  return best;
}

function products(left: DesignMatrix, right: DesignMatrix): DesignMatrix {
  const names: string[] = [];
  const columns: Float64Array[] = [];
  left.columns.forEach((a, j) => {
    right.columns.forEach((b, k) => {
      names.push(`${left.names[j]}:${right.names[k]}`);
      columns.push(a.map((value, i) => value * (b[i] ?? 0)));
    });
  });
  return { names, columns };
}
