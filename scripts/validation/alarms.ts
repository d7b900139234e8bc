import type { CompanyResult } from './company-result.ts';
import { MECHANISM_OF } from './comparisons.ts';
import { type Often, often, ofWorld, outcomesOf } from './measure.ts';

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
export const counted = (counts: ReadonlyMap<string, number>) =>
  [...counts].map(([name, times]) => `${name} ${times}`).join(', ') || '-';
export const timesOf = ({ times, of, low, high }: Often) => `${times} of ${of} (${percent(low)} to ${percent(high)})`;

export function share(results: readonly CompanyResult[], check: string, outcomes: readonly string[]): Often {
  const counts = outcomesOf(results, check);
  let [times, of] = [0, 0];
  for (const [outcome, count] of counts) {
    of += count;
    if (outcomes.includes(outcome)) times += count;
  }
  return often(times, of);
}

/** What accuses where nothing is wrong, and what is planted but not found: the first thing to read. */
export function alarms(results: readonly CompanyResult[], checks: readonly string[]): readonly string[] {
  const [a, c, d] = [ofWorld(results, 'A'), ofWorld(results, 'C'), ofWorld(results, 'D')];
  const lines = checks.flatMap((id) => {
    const accuses = share(c, id, ['finding']);
    const praises = share(c, id, ['reversed']);
    const denies = share(a, id, ['clear', 'reversed']);
    const wrongSign = share(d, id, ['finding']);
    const failed = share(results, id, ['failed']);
    return [
      ...(accuses.times > 0 ? [`- **${id} accuses in C**, where nothing is wrong: ${timesOf(accuses)}.`] : []),
      ...(praises.times > 0 ? [`- **${id} says "reversed" in C**, where nothing is: ${timesOf(praises)}.`] : []),
      ...(denies.times > 0 && MECHANISM_OF[id] !== undefined
        ? [`- **${id} denies in A** what ${MECHANISM_OF[id]} plants: ${timesOf(denies)}.`]
        : []),
      ...(wrongSign.times > 0 ? [`- **${id} accuses in D**, the reversed world: ${timesOf(wrongSign)}.`] : []),
      ...(failed.times > 0 ? [`- **${id} failed**: ${timesOf(failed)}.`] : []),
    ];
  });
  return lines.length > 0 ? lines : ['No check accuses in C, none denies in A what is planted, none accuses in D.'];
}
