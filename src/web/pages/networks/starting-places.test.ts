import { expect, test } from 'vitest';
import { degrees, startingPlaces } from './starting-places.ts';

const community = [...new Array<number>(40).fill(0), ...new Array<number>(20).fill(1), -1, -1, -1];
const places = startingPlaces(community);
const centre = (own: number) => {
  const nodes = community.flatMap((one, node) => (one === own ? [node] : []));
  const mean = (axis: 0 | 1) => nodes.reduce((sum, node) => sum + (places[2 * node + axis] ?? 0), 0) / nodes.length;
  return [mean(0), mean(1)] as const;
};

test('no two nodes stand on one spot', () => {
  const spots = community.map((_, node) => `${places[2 * node]} ${places[2 * node + 1]}`);
  expect(new Set(spots).size).toBe(community.length);
});

test('members stand nearer to their own community than to another', () => {
  const [first, second] = [centre(0), centre(1)];
  const away = (node: number, [x, y]: readonly [number, number]) =>
    Math.hypot((places[2 * node] ?? 0) - x, (places[2 * node + 1] ?? 0) - y);
  for (let node = 0; node < 40; node++) expect(away(node, first)).toBeLessThan(away(node, second));
});

test('the same network stands the same', () => {
  expect(startingPlaces(community)).toEqual(places);
});

test('degrees count both ends of a tie', () => {
  expect([...degrees(4, [0, 0, 1], [1, 2, 2])]).toEqual([2, 2, 2, 0]);
});
