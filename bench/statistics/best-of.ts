/** One line of the table. `ratio` is our time over the peer's; it should be at most `target`. */
export interface BenchRow {
  readonly name: string;
  readonly milliseconds: number;
  readonly peer: string;
  readonly peerMilliseconds: number;
  readonly ratio: number;
  readonly target: number;
}

/** Fastest of several runs, the compiler's warm-up behind it: what the published times of the peers are, too. */
export function bestOf(runs: number, work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

export function compared(
  row: { readonly name: string; readonly milliseconds: number },
  peer: { readonly peer: string; readonly peerMilliseconds: number; readonly target: number },
): BenchRow {
  return { ...row, ...peer, ratio: row.milliseconds / peer.peerMilliseconds };
}
