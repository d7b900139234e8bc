interface LaneOptions<Lane> {
  readonly first: Lane;
  /** Opens a further connection, when a second piece of work comes while the first is under way. */
  readonly open: () => Lane;
  readonly limit: number;
}

/** Hands out connections, each to one piece of work at a time; who comes when all are taken waits for the next that is free. */
export function createLanes<Lane>({ first, open, limit }: LaneOptions<Lane>) {
  const free = [first];
  const waiting: ((lane: Lane) => void)[] = [];
  let opened = 1;
  const take = (): Lane | Promise<Lane> => {
    const lane = free.shift();
    if (lane !== undefined) return lane;
    if (opened >= limit) return new Promise((resolve) => waiting.push(resolve));
    opened += 1;
    return open();
  };
  const giveBack = (lane: Lane) => {
    const next = waiting.shift();
    if (next === undefined) free.unshift(lane);
    else next(lane);
  };
  return async <Result>(work: (lane: Lane) => Promise<Result>): Promise<Result> => {
    const lane = await take();
    try {
      return await work(lane);
    } finally {
      giveBack(lane);
    }
  };
}
