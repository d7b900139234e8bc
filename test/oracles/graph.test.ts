import { describe, expect, test } from 'vitest';
import { betweenness } from '#statistics/graph/betweenness.ts';
import { codeNodes } from '#statistics/graph/code-nodes.ts';
import { coreNumbers } from '#statistics/graph/core-numbers.ts';
import { pageRank } from '#statistics/graph/page-rank.ts';

describe("Krackhardt's kite", () => {
  // Krackhardt (1990), Administrative Science Quarterly 35(2), 342-369, figure 2: ten people, eighteen ties.
  const ties = [
    'Andre Beverly',
    'Andre Carol',
    'Andre Diane',
    'Andre Fernando',
    'Beverly Diane',
    'Beverly Ed',
    'Beverly Garth',
    'Carol Diane',
    'Carol Fernando',
    'Diane Ed',
    'Diane Fernando',
    'Diane Garth',
    'Ed Garth',
    'Fernando Garth',
    'Fernando Heather',
    'Garth Heather',
    'Heather Ike',
    'Ike Jane',
  ].map((tie) => tie.split(' '));
  const kite = codeNodes({
    sources: ties.map(([source = '']) => source),
    targets: ties.map(([, target = '']) => target),
    weights: null,
  });
  const of = (column: ArrayLike<number>, name: string) => column[kite.labels.indexOf(name)];

  test('Heather, who has few ties, stands between most: 14 of 36 pairs', () => {
    const { centrality } = betweenness(kite, { directed: false });
    expect(of(centrality, 'Heather')).toBeCloseTo(14, 10);
    expect(of(centrality, 'Fernando')).toBeCloseTo(25 / 3, 10);
    expect(of(centrality, 'Garth')).toBeCloseTo(25 / 3, 10);
    expect(of(centrality, 'Ike')).toBeCloseTo(8, 10);
    expect(of(centrality, 'Diane')).toBeCloseTo(11 / 3, 10);
    expect(of(centrality, 'Andre')).toBeCloseTo(5 / 6, 10);
    expect(of(centrality, 'Jane')).toBeCloseTo(0, 10);
  });

  test('the tail is a core of one', () => {
    const cores = coreNumbers(kite);
    expect(['Diane', 'Heather', 'Ike', 'Jane'].map((name) => of(cores, name))).toEqual([3, 2, 1, 1]);
  });
});

test('PageRank of a star is what its two equations give', () => {
  // Four leaves point to the hub, the hub to nobody: leaf = (0.15 + 0.85 hub) / 5, hub = leaf + 0.85 * 4 leaf.
  const star = { nodes: 5, sources: [1, 2, 3, 4], targets: [0, 0, 0, 0], weights: null };
  const { rank } = pageRank(star, { directed: true, tolerance: 1e-14 });
  const leaf = 1 / 8.4;
  expect(rank[1]).toBeCloseTo(leaf, 12);
  expect(rank[0]).toBeCloseTo(4.4 * leaf, 12);
});
