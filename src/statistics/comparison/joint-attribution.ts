import { requireLength } from '../regression/column-check.ts';
import { type ShapleySplit, shapleySplit } from './shapley-split.ts';

/** A cause is a set of columns of the model and the value each takes for somebody who is spared it. */
interface Cause {
  readonly name: string;
  /** A product of two causes belongs to both: it is at its reference as soon as one of them is. */
  readonly columns: readonly { readonly position: number; readonly reference: number }[];
}

export interface AttributionInput {
  readonly columns: readonly ArrayLike<number>[];
  /** Coefficients of a logistic or Poisson regression on these columns. */
  readonly coefficients: ArrayLike<number>;
  /** Persons, person-months or exposure behind each cell. */
  readonly trials: ArrayLike<number>;
  readonly causes: readonly Cause[];
  readonly link: 'logit' | 'log';
}

/**
 * Expected events that would not have happened without the causes, from one joint model, in total and fairly split among
 * them, so that people with several causes are counted once. Plain numbers: the caller's jackknife repeats it with the
 * coefficients of each replicate. A causal reading needs a model that holds all that confounds the causes.
 * Land, M., Vogel, C. & Gefeller, O. (2001), Statistical Methods in Medical Research 10(3), 217-230 (averaging over orders of removal);
 * Shapley (1953). RangeError on positions or lengths that do not fit, and beyond twelve causes.
 */
export function jointAttribution(input: AttributionInput): ShapleySplit {
  const { columns, coefficients, trials, causes, link } = input;
  requireLength('coefficients', coefficients, columns.length);
  columns.forEach((column, j) => {
    requireLength(`columns[${j}]`, column, trials.length);
  });
  const owners = new Map<number, { readonly reference: number; readonly causes: number[] }>();
  causes.forEach((cause, c) => {
    for (const { position, reference } of cause.columns) {
      if (columns[position] === undefined) throw new RangeError(`causes: ${cause.name} names column ${position}`);
      const owner = owners.get(position) ?? { reference, causes: [] };
      owner.causes.push(c);
      owners.set(position, owner);
    }
  });
  const base = predictorOf(input, (position) => !owners.has(position));
  return shapleySplit(causes.length, (active) => {
    const predictor = Float64Array.from(base);
    for (const [position, { reference, causes: own }] of owners) {
      const acting = own.every((cause) => active[cause] === true);
      addTerm(predictor, coefficients[position] ?? 0, acting ? columns[position] : reference);
    }
    const chanceOf = link === 'log' ? Math.exp : logistic;
    return predictor.reduce((sum, eta, i) => sum + (trials[i] ?? 0) * chanceOf(eta), 0);
  });
}

function logistic(eta: number): number {
  return 1 / (1 + Math.exp(-eta));
}

function predictorOf({ columns, coefficients, trials }: AttributionInput, use: (position: number) => boolean) {
  const predictor = new Float64Array(trials.length);
  columns.forEach((column, position) => {
    if (!use(position)) return;
    addTerm(predictor, coefficients[position] ?? 0, column);
  });
  return predictor;
}

/** Adds coefficient times a column, or times one value for all rows. */
function addTerm(predictor: Float64Array, coefficient: number, term: ArrayLike<number> | number | undefined): void {
  for (let i = 0; i < predictor.length; i++) {
    const value = typeof term === 'number' ? term : (term?.[i] ?? 0);
    predictor[i] = (predictor[i] ?? 0) + coefficient * value;
  }
}
