/** Counts and sums taken while the company lives, by name: what really happened, before any mess. */
export interface Tally {
  add(name: string, value?: number): void;
  sum(name: string): number;
  /** Names that begin so, in the order of the alphabet. */
  named(prefix: string): readonly string[];
}

export function openTally(): Tally {
  const sums = new Map<string, number>();
  return {
    add: (name, value = 1) => {
      sums.set(name, (sums.get(name) ?? 0) + value);
    },
    sum: (name) => sums.get(name) ?? 0,
    named: (prefix) => [...sums.keys()].filter((name) => name.startsWith(prefix)).sort(),
  };
}
