/** Hands out connections, each to one piece of work at a time; who comes when all are taken waits for the next that is free. */
export function createLanes<Lane>(lanes: readonly Lane[]) {
  const free = [...lanes];
  const waiting: ((lane: Lane) => void)[] = [];
  const take = (): Promise<Lane> => {
    const lane = free.shift();
    return lane === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(lane);
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
