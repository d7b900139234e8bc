/** Edges with numbered nodes, and the label of each number. */
export interface CodedEdges<Label> {
  readonly nodes: number;
  readonly labels: readonly Label[];
  readonly sources: Int32Array;
  readonly targets: Int32Array;
  readonly weights: ArrayLike<number> | null;
}

/**
 * Numbers the labels at the ends of edges in ascending order, so that the order of the rows decides nothing.
 * Throws RangeError when the columns differ in length.
 */
export function codeNodes<Label extends string | number>({
  sources,
  targets,
  weights,
}: {
  readonly sources: readonly Label[];
  readonly targets: readonly Label[];
  readonly weights: ArrayLike<number> | null;
}): CodedEdges<Label> {
  if (targets.length !== sources.length) throw new RangeError('targets must be as long as sources');
  const distinct = new Set<Label>(sources);
  for (const label of targets) distinct.add(label);
  const labels = [...distinct].sort(compare);
  const codes = new Map(labels.map((label, code) => [label, code]));
  const coded = (column: readonly Label[]) => Int32Array.from(column, (label) => codes.get(label) ?? -1);
  return { nodes: labels.length, labels, sources: coded(sources), targets: coded(targets), weights };
}

function compare(left: string | number, right: string | number): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
