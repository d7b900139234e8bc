import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Estimate } from '../estimate.ts';
import type { Parameter } from './forecast.ts';

/** Step of a logarithm for the numeric slope: the error of the square is far below the sampling error. */
const STEP = 1e-4;

/**
 * Estimate of a positive quantity that follows from fitted parameters, such as the purchases expected of all customers
 * next year or their residual value: delta method on the logarithms of quantity and parameters. The interval holds
 * what is unknown about the parameters only, not the luck of the coming year.
 * 0..Infinity where the fit was not identified. RangeError when the quantity is not above 0.
 */
export function derivedEstimate<Name extends string>(input: {
  /** Parameters of the fit, in its order. */
  readonly parameters: Readonly<Record<Name, Estimate>>;
  readonly logCovariance: Float64Array | null;
  readonly quantity: (parameters: Readonly<Record<Name, Parameter>>) => number;
}): Estimate {
  const { parameters, logCovariance, quantity } = input;
  const value = quantity(parameters);
  if (!(value > 0)) throw new RangeError(`quantity is ${value}: not above 0`);
  const names = namesOf(parameters);
  const { level } = parameters[names[0] ?? unnamed()];
  if (logCovariance === null) return { value, low: 0, high: Number.POSITIVE_INFINITY, level };
  const slopes = names.map((name) => {
    const at = (by: number) => quantity({ ...parameters, [name]: { value: parameters[name].value * Math.exp(by) } });
    return (Math.log(at(STEP)) - Math.log(at(-STEP))) / (2 * STEP);
  });
  let variance = 0;
  slopes.forEach((left, row) => {
    slopes.forEach((right, column) => {
      variance += left * right * (logCovariance[row * names.length + column] ?? Number.NaN);
    });
  });
  const reach = Math.exp(normalQuantile(0.5 + level / 2, 0, 1) * Math.sqrt(variance));
  return { value, low: value / reach, high: value * reach, level };
}

function namesOf<Name extends string>(parameters: Readonly<Record<Name, Estimate>>): Name[] {
  const names: Name[] = [];
  for (const name in parameters) names.push(name);
  return names;
}

function unnamed(): never {
  throw new RangeError('parameters: at least one is needed');
}
