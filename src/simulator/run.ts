import { setImmediate } from 'node:timers/promises';
import { AppError } from '#domain/app-error.ts';
import { weighMonths } from './arrivals.ts';
import { emptyAttribution } from './attribution.ts';
import { blockBounds, createBlock } from './block.ts';
import { campaignCalendar, planCampaigns } from './campaigns.ts';
import { AS_OF_MONTH, type Company } from './company.ts';
import { termEndCurves } from './hazard.ts';
import { openLedger } from './ledger.ts';
import { liveBlock } from './live.ts';
import { type Mechanism, without } from './planted.ts';
import { planRollOuts } from './practices.ts';
import { openPriceBook } from './prices.ts';
import { openQueues } from './queues.ts';
import type { Rows } from './rows.ts';
import { hireStaff } from './staff.ts';
import { openStays } from './stays.ts';
import { openStreams } from './streams-of-company.ts';
import { openTally } from './tally.ts';
import type { WorldId } from './world.ts';
import { WORLDS } from './worlds.ts';

/** What fixes a company for ever. */
export interface Founding {
  readonly world: WorldId;
  /** Parties; null for the world's full size. Re-entries under a new number come on top. */
  readonly customers: number | null;
  readonly seed: number;
  /** Mechanisms to switch off. */
  readonly without: readonly Mechanism[];
}

export interface Watch {
  readonly onProgress: (doneShare: number) => void;
  readonly signal: AbortSignal | null;
}

/** Everything before the first customer; `muted` exposures stay at their reference in the last twelve months. */
export function found(founding: Founding, rows: Rows, muted: ReadonlySet<number>): Company {
  const plain = WORLDS[founding.world];
  const world = { ...plain, planted: without(plain.planted, founding.without) };
  const customers = founding.customers ?? world.customers;
  const months = 12 * world.years;
  const firstMonth = AS_OF_MONTH + 1 - months;
  const streams = openStreams(founding.seed);
  const campaigns = planCampaigns(world, firstMonth);
  const shared = (month: number) => world.exit.calendar * streams.exit.normal(firstMonth + month, 0, 7);
  return {
    world,
    planted: world.planted,
    customers,
    firstMonth,
    streams,
    prices: openPriceBook(world, firstMonth),
    campaigns,
    staff: hireStaff(world, customers, firstMonth, streams),
    queues: openQueues(world.planted, streams),
    rows,
    tally: openTally(),
    stays: openStays(),
    arrivalWeights: weighMonths(world.years, firstMonth),
    calendarEffect: Float64Array.from({ length: months }, (_, month) => shared(month)),
    termEnd: termEndCurves(world.planted),
    rollOuts: planRollOuts(world, firstMonth),
    campaignRuns: campaignCalendar(world, campaigns, firstMonth),
    muted,
    attribution: { exits: emptyAttribution(), lossCents: emptyAttribution() },
  };
}

/** Lets all customers live, block after block. @throws AppError `stopped` when the signal aborts */
export async function liveAll(company: Company, { signal, onProgress }: Watch): Promise<void> {
  const { world, customers } = company;
  const bounds = blockBounds(customers, Math.round(world.customers / world.communities));
  const ledger = openLedger(company);
  for (const [number, bound] of bounds.entries()) {
    if (signal?.aborted)
      throw new AppError('stopped', 'the simulation was stopped', { done: number, of: bounds.length });
    liveBlock(company, ledger, createBlock(company, number, bound));
    onProgress((number + 1) / bounds.length);
    await setImmediate();
  }
}
