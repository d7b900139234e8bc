import { AsyncLocalStorage } from 'node:async_hooks';
import timers from 'node:timers/promises';
import { AppError } from '#domain/app-error.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';

/** The store as everybody uses it, and a way to use it only while nobody does. */
export interface Courtesy {
  /** Whoever asks stops what is only being prepared. */
  readonly warehouse: Warehouse;
  /** Stops what is being prepared, for somebody who is about to ask. */
  makeRoom(): void;
  /** Waits until nobody has asked anything for so long. */
  quiet(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Work that makes room for everybody else. @throws AppError stopped when it had to */
  prepare<T>(work: () => Promise<T>): Promise<T>;
}

export function createCourtesy(store: Warehouse): Courtesy {
  // What is called on behalf of prepared work is told from what people ask for, however deep it lies.
  const preparing = new AsyncLocalStorage<AbortSignal>();
  let stop: AbortController | null = null;
  let asked = 0;
  let underWay = 0;

  const makeRoom = () => {
    if (preparing.getStore() !== undefined) return;
    asked += 1;
    stop?.abort();
  };
  const forSomebody = async <T>(work: () => Promise<T>): Promise<T> => {
    if (preparing.getStore() !== undefined) return work();
    makeRoom();
    underWay += 1;
    try {
      return await work();
    } finally {
      underWay -= 1;
    }
  };
  // Only statements can be stopped in the middle; a question that is prepared is not begun any more.
  const stoppable = () => {
    const signal = preparing.getStore();
    return signal === undefined ? {} : { signal };
  };
  const unlessStopped = <T>(work: () => Promise<T>) => {
    if (preparing.getStore()?.aborted) throw new AppError('stopped', 'made room for somebody who asked');
    return forSomebody(work);
  };

  return {
    makeRoom,
    warehouse: {
      ...store,
      rows: async (query) => unlessStopped(() => store.rows(query)),
      columns: async (query) => unlessStopped(() => store.columns(query)),
      run: (statement, watching) => forSomebody(() => store.run(statement, { ...stoppable(), ...watching })),
      insertStream: (statement, body) => forSomebody(() => store.insertStream(statement, body)),
    },
    async quiet(milliseconds, signal) {
      for (;;) {
        const before = asked;
        await timers.setTimeout(milliseconds, undefined, { signal, ref: false });
        if (asked === before && underWay === 0) return;
      }
    },
    async prepare(work) {
      const own = new AbortController();
      stop = own;
      try {
        return await preparing.run(own.signal, work);
      } finally {
        if (stop === own) stop = null;
      }
    },
  };
}
