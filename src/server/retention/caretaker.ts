import type { Logger } from 'pino';
import { HOUR_MILLISECONDS } from '#domain/retention.ts';
import { lastCarriedOut } from '#register/retention.ts';
import { carryOutRetention, type House } from './carry-out.ts';

const DAY_HOURS = 24;

/** Once a day; also when the last time seems to lie ahead, because the clock was set back since. */
export const isDue = (last: Date | null, now: Date): boolean => {
  if (last === null) return true;
  const hours = (now.getTime() - last.getTime()) / HOUR_MILLISECONDS;
  return hours >= DAY_HOURS || hours < -1;
};

export interface Caretaker {
  /** Does the day's work if it is not done yet. */
  look(): Promise<void>;
  /** Looks every hour from now on. */
  begin(): void;
  close(): Promise<void>;
}

/** Carries out every day what the retention says. What fails (a database that is away) is tried again at the next look. */
export function createCaretaker(house: House, logger: Logger): Caretaker {
  let looking: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;
  const work = async () => {
    if (!isDue(await lastCarriedOut(house.register), house.register.edge.clock())) return;
    await carryOutRetention(house);
  };
  const look = () => {
    looking = looking.then(work).catch((error: unknown) => {
      logger.warn({ kind: error instanceof Error ? error.name : typeof error }, 'retention not carried out');
    });
    return looking;
  };
  return {
    look,
    begin: () => {
      timer = setInterval(() => void look(), HOUR_MILLISECONDS).unref();
    },
    close: async () => {
      if (timer !== null) clearInterval(timer);
      await looking;
    },
  };
}
