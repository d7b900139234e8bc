import { AppError } from '#domain/app-error.ts';
import type { Courtesy } from './courtesy.ts';

/** Makes answers before anybody asks for them. */
export interface Preparer {
  /** Data or audits have changed: begins anew, once it is quiet. */
  begin(): void;
  /** Stops at once. */
  close(): Promise<void>;
}

export interface PreparerOptions {
  readonly courtesy: Pick<Courtesy, 'quiet' | 'prepare' | 'makeRoom'>;
  /** Each makes one answer that is then remembered; the most wanted first. */
  readonly answers: () => AsyncIterable<() => Promise<unknown>>;
  readonly quietMilliseconds: number;
  readonly onPrepared: (how: 'ready' | 'stopped' | 'failed') => void;
}

/** One answer at a time; whoever asks something stops it, and it is tried again when it is quiet. */
export function createPreparer({ courtesy, answers, quietMilliseconds, onPrepared }: PreparerOptions): Preparer {
  const closing = new AbortController();
  let wanted = 0;
  let working: Promise<void> | null = null;

  const prepared = async (make: () => Promise<unknown>): Promise<boolean> => {
    await courtesy.quiet(quietMilliseconds, closing.signal);
    try {
      await courtesy.prepare(make);
      onPrepared('ready');
      return true;
    } catch (error) {
      const stopped = error instanceof AppError && error.code === 'stopped';
      onPrepared(stopped ? 'stopped' : 'failed');
      // What cannot be made will say so to whoever asks for it.
      return !stopped;
    }
  };
  const round = async (mine: number) => {
    for await (const make of answers()) while (mine === wanted && !(await prepared(make)));
  };
  const work = async () => {
    let done = 0;
    while (done !== wanted && !closing.signal.aborted) {
      done = wanted;
      await round(done);
    }
  };
  return {
    begin() {
      wanted += 1;
      // Only closing, or a register that is away, ends it early; the next change begins again.
      working ??= work()
        .catch(() => {})
        .finally(() => {
          working = null;
        });
    },
    async close() {
      closing.abort();
      courtesy.makeRoom();
      await working;
    },
  };
}
