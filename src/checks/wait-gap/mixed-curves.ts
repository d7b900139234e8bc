import { WAIT_EDGES } from '#facts/queue-tally.ts';
import { everybody } from './binned-waits.ts';
import type { BothWaits } from './both-waits.ts';
import { commonPace, type WaitingCurve, waitingCurve } from './waiting-curve.ts';

type MixedCurves = Readonly<Record<keyof BothWaits, WaitingCurve>>;

/**
 * Both groups' curves over all matters (topics on their channels): one for each matter, mixed as the existing customers' calls are.
 * Hanging up says nothing about the wait to come at most within a matter. In one curve over a quick and a slow matter the slow one is
 * left to speak for both where the few newcomers who stand for most of the customers' calls hang up. Where a group has no call about
 * a matter, as may be without some days, it counts as answered at the pace of the other. Without any call its mean is NaN.
 * Murray & Tsiatis (1996), Biometrics 52, 137-151; standardised as in Makuch (1982), Journal of Chronic Diseases 35, 437-443.
 */
export function mixedCurves(matters: readonly BothWaits[]): MixedCurves {
  const asked = matters.filter(({ existing }) => everybody(existing) > 0);
  const paces = asked.map(({ existing, newcomer }) => commonPace([existing, newcomer]));
  const total = asked.reduce((sum, { existing }) => sum + everybody(existing), 0);
  const of = (group: keyof BothWaits): WaitingCurve => {
    const waiting = new Float64Array(WAIT_EDGES.length);
    let meanSeconds = asked.some((both) => everybody(both[group]) > 0) ? 0 : Number.NaN;
    for (const [i, both] of asked.entries()) {
      const share = everybody(both.existing) / total;
      const curve = waitingCurve(both[group], paces[i]);
      for (const [at, still] of curve.waiting.entries()) waiting[at] = (waiting[at] ?? 0) + share * still;
      meanSeconds += share * curve.meanSeconds;
    }
    return { waiting, meanSeconds };
  };
  return { existing: of('existing'), newcomer: of('newcomer') };
}
