import type { CompanyResult, WorldName } from './company-result.ts';
import { MECHANISM_OF } from './comparisons.ts';
import { type Often, often, ofWorld, outcomesOf } from './measure.ts';

export const WORLDS: readonly WorldName[] = ['A', 'B', 'C', 'D'];

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

/** Answers to a check of companies in which the mechanism that it looks for is off; in C nothing is there to be found by any check. */
function unplanted(results: readonly CompanyResult[], check: string, world: WorldName): readonly CompanyResult[] {
  const mechanism = MECHANISM_OF[check];
  return ofWorld(results, world).filter(
    ({ truth }) => world === 'C' || (mechanism !== undefined && truth.off.includes(mechanism)),
  );
}

const told = (sentence: string, often: Often) => (often.times > 0 ? [`- ${sentence}: ${timesOf(often)}.`] : []);

/** What accuses where nothing is planted, and what is planted but denied: the first thing to read. */
export function alarms(results: readonly CompanyResult[], checks: readonly string[]): readonly string[] {
  const lines = checks.flatMap((id) => [
    ...WORLDS.flatMap((world) => {
      const innocent = unplanted(results, id, world);
      return [
        ...told(
          `**${id} accuses in ${world}**, where nothing of the kind is planted`,
          share(innocent, id, ['finding']),
        ),
        ...told(`**${id} says "reversed" in ${world}**, where nothing is`, share(innocent, id, ['reversed'])),
      ];
    }),
    ...(MECHANISM_OF[id] === undefined
      ? []
      : [
          ...told(
            `**${id} denies in A** what ${MECHANISM_OF[id]} plants`,
            share(ofWorld(results, 'A'), id, ['clear', 'reversed']),
          ),
          ...told(`**${id} accuses in D**, the reversed world`, share(ofWorld(results, 'D'), id, ['finding'])),
        ]),
    ...told(`**${id} failed**`, share(results, id, ['failed'])),
  ]);
  return lines.length > 0 ? lines : ['Nothing is accused where nothing is planted, nothing planted is denied in A.'];
}
