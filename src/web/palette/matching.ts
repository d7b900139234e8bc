/** Without case and accents, as people type in a hurry. */
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase();

/** Entries that hold every typed word somewhere in their label, in their order; all of them while nothing is typed. */
export function matching<T extends { readonly label: string }>(entries: readonly T[], typed: string): readonly T[] {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  return entries.filter(({ label }) => words.every((word) => plain(label).includes(word)));
}
