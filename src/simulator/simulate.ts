import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOffers } from './campaigns.ts';
import type { Company } from './company.ts';
import { writeCosts } from './costs.ts';
import { type Depth, rerun } from './counterfactual.ts';
import { writePulse, writeSelfRating } from './inside.ts';
import { writeNotices } from './month/notices.ts';
import { openCanonicalFiles } from './output/canonical-files.ts';
import { openExports } from './output/exports.ts';
import { spoiled } from './output/mess.ts';
import { writeNewBusinessPrices, writeProducts } from './prices.ts';
import { writePromises } from './promises.ts';
import type { Rows } from './rows.ts';
import { type Founding, found, liveAll, type Watch } from './run.ts';
import { writeStaff } from './staff.ts';
import { writeTouchpoints } from './touchpoints.ts';
import { type Truth, tellTruth } from './truth.ts';

export interface SimulateOptions extends Founding, Watch {
  /** Leaves the mess of real exports out. */
  readonly clean: boolean;
  /** Also writes the files as five other systems would have exported them, under exports/. */
  readonly variants: boolean;
  /** Runs the company again without its exposures; expensive, see `Depth`. */
  readonly counterfactuals: Depth;
  /** Created when missing; files of the same name are replaced. */
  readonly directory: string;
}

/**
 * Invents a company and writes its canonical CSV files and truth.json. Same options, same bytes on every platform.
 * Memory does not grow with the number of customers: neighbours live together, block after block.
 * @throws AppError `stopped` when the signal aborts; the files written so far stay behind and are incomplete
 */
export async function simulate(options: SimulateOptions): Promise<Truth> {
  const { directory, clean, seed } = options;
  mkdirSync(directory, { recursive: true });
  const files = openCanonicalFiles(directory);
  const exports = options.variants ? openExports(directory) : null;
  const written: Rows = exports === null ? files.write : both(files.write, exports.write);
  const company = found(options, clean ? written : spoiled(written, seed), new Set());
  try {
    writeFrame(company);
    await liveAll(company, options);
  } finally {
    exports?.close();
    files.close();
  }
  const reruns = await rerun(options, options.counterfactuals, options);
  const truth = tellTruth(company, { seed, clean, rows: files.counts(), reruns });
  writeFileSync(join(directory, 'truth.json'), `${JSON.stringify(truth, null, 2)}\n`);
  return truth;
}

function both(one: Rows, other: Rows): Rows {
  return (table, row) => {
    one(table, row);
    other(table, row);
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
  writePromises(company);
  writeCosts(company);
  writePulse(company);
  writeSelfRating(company);
}
