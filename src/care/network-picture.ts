import { codeNodes } from '#statistics/graph/code-nodes.ts';
import { louvain } from '#statistics/graph/louvain.ts';
import { createRandom, type Random } from '#statistics/random.ts';

/** Ties between customers; `…There`: still a customer on the day. */
export interface Ties {
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly sourcesThere: readonly boolean[];
  readonly targetsThere: readonly boolean[];
}

/** A network without anybody in it: customers are running numbers that follow from nothing but chance and community. */
export interface NetworkPicture {
  /** Community of each customer; -1 where it has fewer members than may be told. */
  readonly community: readonly number[];
  readonly there: readonly boolean[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Largest first, only those with enough members. */
  readonly communities: readonly { readonly customers: number; readonly left: number }[];
}

const SEED = 20260101;

/**
 * Communities by the Louvain method over all ties. Numbers are drawn anew within each community, so that neither the order of customer
 * numbers nor of rows shows in them. Communities below `minimum` are told apart from no other.
 */
export function networkPicture(ties: Ties, minimum: number): NetworkPicture {
  const coded = codeNodes({ sources: ties.sources, targets: ties.targets, weights: null });
  const random = createRandom(SEED);
  const { community, sizes } = louvain(coded, { random });
  const there = thereOf(coded, ties);
  const order = shuffledWithin(community, random);
  const number = new Int32Array(coded.nodes);
  for (const [at, node] of order.entries()) number[node] = at;
  const told = (own: number) => (sizes[own] ?? 0) >= minimum;
  // Louvain numbers communities by size, so those that may be told come first.
  const communities = Array.from(sizes)
    .filter((_, own) => told(own))
    .map((customers) => ({ customers, left: 0 }));
  for (const node of order) {
    const own = communities[community[node] ?? -1];
    if (own !== undefined && there[node] !== true) own.left += 1;
  }
  const renumbered = (nodes: Int32Array) => Array.from(nodes, (node) => number[node] ?? 0);
  return {
    community: Array.from(order, (node) => (told(community[node] ?? 0) ? (community[node] ?? -1) : -1)),
    there: Array.from(order, (node) => there[node] === true),
    from: renumbered(coded.sources),
    to: renumbered(coded.targets),
    communities,
  };
}

function thereOf(
  coded: { readonly nodes: number; readonly sources: Int32Array; readonly targets: Int32Array },
  { sourcesThere, targetsThere }: Ties,
): readonly boolean[] {
  const there = new Array<boolean>(coded.nodes).fill(false);
  for (const [at, node] of coded.sources.entries()) there[node] = sourcesThere[at] === true;
  for (const [at, node] of coded.targets.entries()) there[node] = targetsThere[at] === true;
  return there;
}

/** Nodes by community, within it in an order drawn by lot. */
function shuffledWithin(community: Int32Array, random: Random): readonly number[] {
  const lots = Float64Array.from(community, () => random.uniform());
  return Array.from(community.keys()).sort(
    (a, b) => (community[a] ?? 0) - (community[b] ?? 0) || (lots[a] ?? 0) - (lots[b] ?? 0),
  );
}
