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

/** What stands, with those fields of mine that I changed: nothing is put back that only the other one touched. */
export function merged<T extends Readonly<Record<K, string>>, K extends string>(
  fields: readonly K[],
  { before, theirs, mine }: { readonly before: T; readonly theirs: T; readonly mine: T },
): T {
  const changed = fields.filter((field) => mine[field] !== before[field]);
  return { ...theirs, ...Object.fromEntries(changed.map((field) => [field, mine[field]])) };
}
