import type { Column } from '#warehouse/table.ts';

const FOLDS: readonly (readonly [string, string])[] = [
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ß', 'ss'],
];

/**
 * Every way to write the values of a closed list, lower-case, to the canonical value: the value itself, with blanks or
 * hyphens for underscores, its synonyms, and all of these without umlauts.
 */
export function spellingsOf(values: NonNullable<Column['values']>): ReadonlyMap<string, string> {
  const spellings = new Map<string, string>();
  const add = (written: string, value: string) => {
    const lower = written.toLowerCase();
    const folded = FOLDS.reduce((text, [letter, pair]) => text.replaceAll(letter, pair), lower);
    for (const spelling of [lower, folded]) if (!spellings.has(spelling)) spellings.set(spelling, value);
  };
  // Canonical values first: a synonym of another value must not take their place.
  for (const value of Object.keys(values)) {
    add(value, value);
    add(value.replaceAll('_', ' '), value);
    add(value.replaceAll('_', '-'), value);
  }
  for (const [value, synonyms] of Object.entries(values)) for (const synonym of synonyms) add(synonym, value);
  return spellings;
}
