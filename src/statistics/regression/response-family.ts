/**
 * What a canonical generalised linear model needs to know about its response. Arrays are indexed by row; `predictor`,
 * `score` and `weight` are filled from 0 for the rows `start .. start + rows - 1`.
 */
export interface ResponseFamily {
  readonly rows: number;
  /** Predictor from which the first step starts, made from the data alone. */
  startPredictor(start: number, rows: number, predictor: Float64Array): void;
  /** Writes d log-likelihood / d predictor and its negative second derivative; returns the log-likelihood of the rows. */
  evaluate(block: FamilyBlock): number;
  /** Pull of Firth's penalty on each row's score, given the mean-scale leverage of that row. */
  firthPull(start: number, predictor: Float64Array, leverage: Float64Array): void;
  /** The same response for every `stride`-th row. */
  thinned(stride: number): ResponseFamily;
}

interface FamilyBlock {
  readonly start: number;
  readonly rows: number;
  readonly predictor: Float64Array;
  readonly score: Float64Array;
  readonly weight: Float64Array;
}

/** Successes out of trials, log odds linear in the columns. */
export function binomialFamily(successes: ArrayLike<number>, trials: ArrayLike<number>): ResponseFamily {
  return {
    rows: trials.length,
    startPredictor: (start, rows, predictor) => {
      for (let i = 0; i < rows; i++) {
        const won = successes[start + i] ?? 0;
        predictor[i] = Math.log((won + 0.5) / ((trials[start + i] ?? 0) - won + 0.5));
      }
    },
    evaluate: ({ start, rows, predictor, score, weight }) => {
      let logLikelihood = 0;
      for (let i = 0; i < rows; i++) {
        const tried = trials[start + i] ?? 0;
        const won = successes[start + i] ?? 0;
        const eta = predictor[i] ?? 0;
        const small = Math.exp(-Math.abs(eta));
        const chance = (eta >= 0 ? 1 : small) / (1 + small);
        score[i] = won - tried * chance;
        weight[i] = (tried * small) / ((1 + small) * (1 + small));
        logLikelihood += won * eta - tried * (Math.max(eta, 0) + Math.log1p(small));
      }
      return logLikelihood;
    },
    firthPull: (_start, predictor, leverage) => {
      for (let i = 0; i < leverage.length; i++) {
        leverage[i] = (leverage[i] ?? 0) * (0.5 - 1 / (1 + Math.exp(-(predictor[i] ?? 0))));
      }
    },
    thinned: (stride) => binomialFamily(everyNth(successes, stride), everyNth(trials, stride)),
  };
}

/** Events in exposure (customer-years, say), log rate linear in the columns. A row without exposure says nothing. */
export function poissonFamily(events: ArrayLike<number>, exposure: ArrayLike<number>): ResponseFamily {
  return {
    rows: events.length,
    startPredictor: (start, rows, predictor) => {
      for (let i = 0; i < rows; i++) {
        const exposed = exposure[start + i] ?? 0;
        predictor[i] = exposed > 0 ? Math.log(((events[start + i] ?? 0) + 0.1) / exposed) : 0;
      }
    },
    evaluate: ({ start, rows, predictor, score, weight }) => {
      let logLikelihood = 0;
      for (let i = 0; i < rows; i++) {
        const exposed = exposure[start + i] ?? 0;
        const seen = events[start + i] ?? 0;
        const eta = predictor[i] ?? 0;
        const mean = exposed * Math.exp(eta);
        score[i] = seen - mean;
        weight[i] = mean;
        if (exposed > 0) logLikelihood += seen * (eta + Math.log(exposed)) - mean;
      }
      return logLikelihood;
    },
    firthPull: (_start, _predictor, leverage) => {
      for (let i = 0; i < leverage.length; i++) leverage[i] = (leverage[i] ?? 0) / 2;
    },
    thinned: (stride) => poissonFamily(everyNth(events, stride), everyNth(exposure, stride)),
  };
}

/** Every `stride`-th entry, the first included. */
export function everyNth(values: ArrayLike<number>, stride: number): Float64Array {
  const thin = new Float64Array(Math.ceil(values.length / stride));
  for (let i = 0; i < thin.length; i++) thin[i] = values[i * stride] ?? 0;
  return thin;
}
