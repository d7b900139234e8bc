import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { betweenness } from '#statistics/graph/betweenness.ts';
import { codeNodes } from '#statistics/graph/code-nodes.ts';
import { louvain } from '#statistics/graph/louvain.ts';
import { pageRank } from '#statistics/graph/page-rank.ts';
import { strongComponents } from '#statistics/graph/strong-components.ts';
import { createRandom } from '#statistics/random.ts';

// Reference numbers: igraph and networkx on these files.
const folder = '../shared/data';
const present = existsSync(folder);

function read(name: string) {
  const lines = present ? readFileSync(`${folder}/${name}.csv`, 'utf8').trim().split('\n').slice(1) : [];
  const fields = lines.map((line) => line.split(','));
  const column = (at: number) => fields.map((field) => field[at] ?? '');
  const weights = fields.map((field) => Number(field[2] ?? 1));
  return codeNodes({ sources: column(0), targets: column(1), weights });
}

describe.skipIf(!present)(`karate club (needs ${folder})`, () => {
  const karate = read('karate_edges');
  const member = (name: string) => karate.labels.indexOf(name);

  test('Louvain reaches the known maximum of modularity 0.4197896', () => {
    const { modularity } = louvain(karate, { random: createRandom(1), starts: 20 });
    expect(modularity).toBeCloseTo(0.4197896, 7);
  });

  test('PageRank of member 33 is 0.1009192', () => {
    const { rank } = pageRank(karate, { directed: false });
    expect(rank[member('33')]).toBeCloseTo(0.1009192, 7);
  });

  test('betweenness of member 0 is 231.0714', () => {
    const { centrality } = betweenness(karate, { directed: false });
    expect(centrality[member('0')]).toBeCloseTo(231.0714, 4);
  });
});

describe.skipIf(!present)(`Les Miserables, weighted (needs ${folder})`, () => {
  const novel = read('lesmis_edges');

  test('Louvain reaches modularity 0.56669', () => {
    const { modularity } = louvain(novel, { random: createRandom(1), starts: 20 });
    expect(modularity).toBeCloseTo(0.56669, 5);
  });

  test('PageRank of Valjean is 0.0995581', () => {
    const { rank } = pageRank(novel, { directed: false });
    expect(rank[novel.labels.indexOf('Valjean')]).toBeCloseTo(0.0995581, 7);
  });
});

describe.skipIf(!present)(`votes in Wikipedia (needs ${folder})`, () => {
  const votes = read('wiki_vote');

  test('has 7,115 nodes, 103,689 edges and a largest strong component of 1,300', () => {
    expect([votes.nodes, votes.sources.length]).toEqual([7115, 103_689]);
    expect(strongComponents(votes).sizes[0]).toBe(1300);
  });

  test('PageRank puts 4037 first with 0.0046072 and 15 second with 0.0036799', () => {
    const { rank } = pageRank(votes, { directed: true });
    const order = [...rank.keys()].sort((left, right) => (rank[right] ?? 0) - (rank[left] ?? 0));
    expect(order.slice(0, 2).map((node) => votes.labels[node])).toEqual(['4037', '15']);
    expect(rank[order[0] ?? 0]).toBeCloseTo(0.0046072, 7);
    expect(rank[order[1] ?? 0]).toBeCloseTo(0.0036799, 7);
  });
});
