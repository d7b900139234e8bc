import { z } from 'zod';

const QUOTING = ['value', 'sample'];
const Tree = z.json();
type Tree = z.infer<typeof Tree>;

function walked(tree: Tree, key: string, quotes: (value: string) => boolean): Tree {
  if (typeof tree === 'string') return QUOTING.includes(key) && quotes(tree) ? '…' : tree;
  if (Array.isArray(tree)) return tree.map((one) => walked(one, key, quotes));
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([name, one]) => [name, walked(one, name, quotes)]));
}

/** A receipt or outcome (JSON) without the quoted values in which one of the numbers stands; the very same text where none does. */
export function withoutQuotes(json: string, numbers: readonly string[]): string {
  const wanted = new Set(numbers);
  const quotes = (value: string) => value.split(/[,;|\t ]+/).some((word) => wanted.has(word)) || wanted.has(value);
  if (!numbers.some((number) => json.includes(number))) return json;
  const tree = Tree.parse(JSON.parse(json));
  const written = JSON.stringify(walked(tree, '', quotes));
  return written === JSON.stringify(tree) ? json : written;
}
