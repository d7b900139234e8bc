import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { AppError } from '#domain/app-error.ts';
import { weighMonths } from './arrivals.ts';
import { emptyAttribution } from './attribution.ts';
import { blockBounds, createBlock } from './block.ts';
import { planCampaigns, writeOffers } from './campaigns.ts';
import { AS_OF_MONTH, type Company } from './company.ts';
import { writeCosts } from './costs.ts';
import { writePulse, writeSelfRating } from './inside.ts';
import { openLedger } from './ledger.ts';
import { liveBlock } from './live.ts';
import { writeNotices } from './month/notices.ts';
import { openCanonicalFiles } from './output/canonical-files.ts';
import { openExports } from './output/exports.ts';
import { spoiled } from './output/mess.ts';
import { type Mechanism, without } from './planted.ts';
import { openPriceBook, writeNewBusinessPrices, writeProducts } from './prices.ts';
import { openQueues } from './queues.ts';
import type { Rows } from './rows.ts';
import { hireStaff, writeStaff } from './staff.ts';
import { openStays } from './stays.ts';
import { openStreams } from './streams-of-company.ts';
import { openTally } from './tally.ts';
import { writeTouchpoints } from './touchpoints.ts';
import { type Truth, tellTruth } from './truth.ts';
import type { WorldId } from './world.ts';
import { WORLDS } from './worlds.ts';

export interface SimulateOptions {
  readonly world: WorldId;
  /** Parties; null for the world's full size. Re-entries under a new number come on top. */
  readonly customers: number | null;
  readonly seed: number;
  /** Mechanisms to switch off. */
  readonly without: readonly Mechanism[];
  /** Leaves the mess of real exports out. */
  readonly clean: boolean;
  /** Also writes the files as five other systems would have exported them, under exports/. */
  readonly variants: boolean;
  /** Created when missing; files of the same name are replaced. */
  readonly directory: string;
  readonly onProgress: (doneShare: number) => void;
  readonly signal: AbortSignal | null;
}

/**
 * Invents a company and writes its canonical CSV files and truth.json. Same options, same bytes on every platform.
 * Memory does not grow with the number of customers: neighbours live together, block after block.
 * @throws AppError `stopped` when the signal aborts; the files written so far stay behind and are incomplete
 */
export async function simulate(options: SimulateOptions): Promise<Truth> {
  mkdirSync(options.directory, { recursive: true });
  const files = openCanonicalFiles(options.directory);
  const exports = options.variants ? openExports(options.directory) : null;
  const written: Rows = exports === null ? files.write : both(files.write, exports.write);
  const company = found(options, options.clean ? written : spoiled(written, options.seed));
  writeFrame(company);
  await liveAll(company, options);
  exports?.close();
  const truth = tellTruth(company, options.seed, options.clean, files.close());
  writeFileSync(join(options.directory, 'truth.json'), `${JSON.stringify(truth, null, 2)}\n`);
  return truth;
}

function both(one: Rows, other: Rows): Rows {
  return (table, row) => {
    one(table, row);
    other(table, row);
  };
}

function found(options: SimulateOptions, rows: Rows): Company {
  const plain = WORLDS[options.world];
  const world = { ...plain, planted: without(plain.planted, options.without) };
  const customers = options.customers ?? world.customers;
  const firstMonth = AS_OF_MONTH + 1 - 12 * world.years;
  const streams = openStreams(options.seed);
  return {
    world,
    planted: world.planted,
    customers,
    firstMonth,
    streams,
    prices: openPriceBook(world, firstMonth),
    campaigns: planCampaigns(world, firstMonth),
    staff: hireStaff(world, customers, firstMonth, streams),
    queues: openQueues(world.planted, streams),
    rows,
    tally: openTally(),
    stays: openStays(),
    arrivalWeights: weighMonths(world.years, firstMonth),
    calendarEffect: Float64Array.from(
      { length: 12 * world.years },
      (_, i) => world.exit.calendar * streams.exit.normal(firstMonth + i, 0, 7),
    ),
    muted: new Set(),
    attribution: { exits: emptyAttribution(), lossCents: emptyAttribution() },
  };
}

/** Everything that is not about one customer. */
function writeFrame(company: Company): void {
  writeProducts(company);
  writeNewBusinessPrices(company);
  writeOffers(company);
  writeStaff(company);
  writeTouchpoints(company);
  writeNotices(company);
  writeCosts(company);
  writePulse(company);
  writeSelfRating(company);
}

async function liveAll(company: Company, { signal, onProgress }: SimulateOptions): Promise<void> {
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
