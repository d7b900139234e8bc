import { type Parameter, requireParameters } from './forecast.ts';

/**
 * Expected value per purchase of each customer under the Gamma-Gamma model: his own mean drawn towards everybody's,
 * the more so the fewer purchases he made. A customer without purchases (0, mean ignored) gets the population mean.
 * NaN where the mean of the model is infinite (p purchases + q <= 1).
 * Fader & Hardie (2013), eq. 5.
 */
export function expectedSpend({
  parameters,
  purchases,
  meanValue,
}: {
  readonly parameters: { readonly p: Parameter; readonly q: Parameter; readonly gamma: Parameter };
  readonly purchases: ArrayLike<number>;
  readonly meanValue: ArrayLike<number>;
}): Float64Array {
  requireParameters(parameters);
  if (meanValue.length !== purchases.length) throw new RangeError('meanValue must be as long as purchases');
  const [p, q, gamma] = [parameters.p.value, parameters.q.value, parameters.gamma.value];
  return Float64Array.from(purchases, (count, row) => {
    if (!(count >= 0)) throw new RangeError(`purchases[${row}] is ${count}`);
    const spent = count === 0 ? 0 : count * (meanValue[row] ?? Number.NaN);
    const degrees = p * count + q - 1;
    return degrees > 0 ? (p * (gamma + spent)) / degrees : Number.NaN;
  });
}
