export interface Difference<K extends string> {
  readonly field: K;
  readonly theirs: string;
  readonly mine: string;
}

/** Fields in which two versions of one thing say something else, as text. */
export function differences<K extends string>(
  fields: readonly K[],
  theirs: Readonly<Record<K, string | null>>,
  mine: Readonly<Record<K, string | null>>,
): readonly Difference<K>[] {
  return fields
    .filter((field) => (theirs[field] ?? '') !== (mine[field] ?? ''))
    .map((field) => ({ field, theirs: theirs[field] ?? '', mine: mine[field] ?? '' }));
}
