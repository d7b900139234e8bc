import { real } from './entry.ts';
import { gaussLegendre, type QuadratureRule } from './gauss-legendre.ts';

/** Parameters of the Pareto/NBD. */
export interface ParetoNbdParameters {
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
}

/** Odds that a customer left before the end against being there still, and means over the time of leaving. */
export interface ExitOdds {
  /** Logarithm of the odds; -Infinity where there was no time to leave. */
  logOdds: number;
  meanLogAlpha: number;
  meanLogBeta: number;
  meanInverseAlpha: number;
  meanInverseBeta: number;
}

/** A rule that errs by less than 1e-11 on an integrand that falls by e^-drop over a span of log time. */
interface SizedRule {
  readonly drop: number;
  readonly span: number;
  readonly rule: QuadratureRule;
}

const RULES: readonly SizedRule[] = [
  { drop: 2, span: 1, rule: gaussLegendre(6) },
  { drop: 5, span: 1.5, rule: gaussLegendre(8) },
  { drop: 12, span: 2.5, rule: gaussLegendre(12) },
];
const LARGEST_RULE: SizedRule = { drop: 28, span: 6, rule: gaussLegendre(20) };

/** Beyond this drop the integrand no longer changes the last bit. */
const NEGLIGIBLE_DROP = 40;
const LONGEST_DROP = 60;

/** The integrand exp(slope * v - power * log(distance + e^v)), relative to its value at `start`. */
interface Integrand {
  /** The smaller of alpha and beta: v = log(shift + y). */
  readonly shift: number;
  readonly distance: number;
  readonly slope: number;
  readonly power: number;
  readonly start: number;
  readonly startFar: number;
}

export function emptyExitOdds(): ExitOdds {
  return { logOdds: 0, meanLogAlpha: 0, meanLogBeta: 0, meanInverseAlpha: 0, meanInverseBeta: 0 };
}

/**
 * The Pareto/NBD's hard part: integral over the time y of leaving, recency < y < age, of
 * s (alpha + y)^-(r + x) (beta + y)^-(s + 1), as odds against (alpha + age)^-(r + x) (beta + age)^-s.
 * The textbook writes it as a difference of two Gaussian hypergeometric functions 2F1, which cancels when recency is
 * close to age and overflows for many purchases. Here the Euler integral itself is taken in v = log(min(alpha, beta)
 * + y), where the integrand has no singularity within pi of the real line, by Gauss-Legendre rules on the log scale:
 * better than 1e-11 relative for any count. `into` also gets the means over the time of leaving that the gradient needs.
 * Fader & Hardie (2005), "A note on deriving the Pareto/NBD model", eq. 42-43, http://brucehardie.com/notes/009/
 */
export function fillExitOdds(
  parameters: ParetoNbdParameters,
  frequency: number,
  recency: number,
  age: number,
  into: ExitOdds,
): void {
  const { r, alpha, s, beta } = parameters;
  if (recency >= age) {
    into.logOdds = Number.NEGATIVE_INFINITY;
    return;
  }
  const alphaNear = alpha <= beta;
  const purchases = r + frequency;
  const logAlpha = Math.log(alpha + recency);
  const logBeta = Math.log(beta + recency);
  const integrand = {
    shift: alphaNear ? alpha : beta,
    distance: Math.abs(alpha - beta),
    slope: alphaNear ? 1 - purchases : -s,
    power: alphaNear ? s + 1 : purchases,
    start: alphaNear ? logAlpha : logBeta,
    startFar: alphaNear ? logBeta : logAlpha,
  };
  const endAlpha = Math.log(alpha + age);
  const endBeta = Math.log(beta + age);
  const total = integrate(integrand, alphaNear ? endAlpha : endBeta, into, alphaNear);
  into.logOdds =
    Math.log(s * total) + purchases * (endAlpha - logAlpha) + s * (endBeta - logBeta) - logBeta + integrand.start;
}

/** Integral of the integrand divided by its value at the start; fills the weighted means. */
function integrate(integrand: Integrand, end: number, into: ExitOdds, alphaNear: boolean): number {
  const { start } = integrand;
  let span = end - start;
  let drop = dropOver(integrand, span);
  if (drop > LONGEST_DROP) {
    span = spanOfDrop(integrand, span);
    drop = dropOver(integrand, span);
  }
  const size = Math.abs(drop);
  const fitting = fittingRule(size, span);
  const panels = Math.ceil(Math.max(1, size / fitting.drop, span / fitting.span));
  const sums = SUMS.fill(0);
  for (let panel = 0; panel < panels; panel++) {
    addPanel(integrand, fitting.rule, start + (span * panel) / panels, span / panels, sums);
  }
  const mass = real(sums, 0);
  const meanNear = real(sums, 1) / mass;
  const meanFar = real(sums, 2) / mass;
  const inverseNear = real(sums, 3) / mass;
  const inverseFar = real(sums, 4) / mass;
  into.meanLogAlpha = alphaNear ? meanNear : meanFar;
  into.meanLogBeta = alphaNear ? meanFar : meanNear;
  into.meanInverseAlpha = alphaNear ? inverseNear : inverseFar;
  into.meanInverseBeta = alphaNear ? inverseFar : inverseNear;
  return mass;
}

function fittingRule(drop: number, span: number): SizedRule {
  for (const choice of RULES) if (drop <= choice.drop && span <= choice.span) return choice;
  return LARGEST_RULE;
}

const SUMS = new Float64Array(5);

function addPanel(integrand: Integrand, rule: QuadratureRule, from: number, width: number, sums: Float64Array): void {
  const { distance, slope, power, start, startFar } = integrand;
  const half = width / 2;
  const middle = from + half;
  let mass = 0;
  let near = 0;
  let far = 0;
  let inverseNear = 0;
  let inverseFar = 0;
  for (let i = 0; i < rule.nodes.length; i++) {
    const v = middle + half * real(rule.nodes, i);
    const time = Math.exp(v);
    const logFar = Math.log(distance + time);
    const weight = half * real(rule.weights, i) * Math.exp(slope * (v - start) - power * (logFar - startFar));
    mass += weight;
    near += weight * v;
    far += weight * logFar;
    inverseNear += weight / time;
    inverseFar += weight / (distance + time);
  }
  sums[0] = real(sums, 0) + mass;
  sums[1] = real(sums, 1) + near;
  sums[2] = real(sums, 2) + far;
  sums[3] = real(sums, 3) + inverseNear;
  sums[4] = real(sums, 4) + inverseFar;
}

/** How far the logarithm of the integrand falls from the start over a span of v. */
function dropOver({ distance, slope, power, start, startFar }: Integrand, span: number): number {
  return power * (Math.log(distance + Math.exp(start + span)) - startFar) - slope * span;
}

/** A span over which the integrand falls by about NEGLIGIBLE_DROP, by bisection on a drop that only grows. */
function spanOfDrop(integrand: Integrand, longest: number): number {
  let [short, long] = [0, longest];
  for (let round = 0; round < 60; round++) {
    const middle = (short + long) / 2;
    const drop = dropOver(integrand, middle);
    if (drop >= NEGLIGIBLE_DROP && drop <= LONGEST_DROP) return middle;
    if (drop < NEGLIGIBLE_DROP) short = middle;
    else long = middle;
  }
  return long;
}
