import { expect, test } from 'vitest';
import { networkPicture, type Ties } from './network-picture.ts';

/** Everybody knows everybody within each group; nobody beyond. Names run through the alphabet. */
function groups(sizes: readonly number[], left: ReadonlySet<string>): Ties {
  const pairs = sizes.flatMap((size, group) => {
    const names = Array.from({ length: size }, (_, i) => `customer ${group}-${String(i).padStart(2, '0')}`);
    return names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const));
  });
  return {
    sources: pairs.map(([a]) => a),
    targets: pairs.map(([, b]) => b),
    sourcesThere: pairs.map(([a]) => !left.has(a)),
    targetsThere: pairs.map(([, b]) => !left.has(b)),
  };
}

test('planted groups are found with their size and how many left; small ones are told apart from no other', () => {
  const picture = networkPicture(
    groups([12, 15, 3, 4], new Set(['customer 0-01', 'customer 0-11', 'customer 2-00'])),
    10,
  );
  expect(picture.communities).toEqual([
    { customers: 15, left: 0 },
    { customers: 12, left: 2 },
  ]);
  expect(picture.community.filter((own) => own === -1)).toHaveLength(7);
  expect(picture.there.filter((there) => !there)).toHaveLength(3);
});

test('every tie stays within its group', () => {
  const { community, from, to } = networkPicture(groups([12, 15], new Set()), 10);
  expect(from).toHaveLength((12 * 11 + 15 * 14) / 2);
  for (const [i, a] of from.entries()) expect(community[a]).toBe(community[to[i] ?? -1]);
});

test('the numbers do not follow the order of customer numbers', () => {
  const leaver = (name: string) => networkPicture(groups([30], new Set([name])), 10).there.indexOf(false);
  const places = Array.from({ length: 30 }, (_, i) => leaver(`customer 0-${String(i).padStart(2, '0')}`));
  expect(new Set(places).size).toBe(30);
  expect(places).not.toEqual([...places].sort((a, b) => a - b));
});

test('no ties make an empty picture', () => {
  expect(networkPicture({ sources: [], targets: [], sourcesThere: [], targetsThere: [] }, 10).there).toEqual([]);
});
