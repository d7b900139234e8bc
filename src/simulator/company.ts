import type { Attribution } from './attribution.ts';
import { lastDayOf, monthOf } from './calendar.ts';
import type { Campaign } from './campaigns.ts';
import type { Planted, Source } from './planted.ts';
import type { PriceBook } from './prices.ts';
import type { Queues } from './queues.ts';
import type { Rows } from './rows.ts';
import type { Staff } from './staff.ts';
import type { Stays } from './stays.ts';
import type { Streams } from './streams-of-company.ts';

import type { Tally } from './tally.ts';
import type { World } from './world.ts';

/** The last day that any world knows. */
export const AS_OF_MONTH = monthOf(2026, 6);
/** Months at the end of the books over which exits are put down to their causes. */
export const WINDOW_MONTHS = 12;
export const AS_OF_DAY = lastDayOf(AS_OF_MONTH);

/** Everything that stands before the first customer arrives. */
export interface Company {
  readonly world: World;
  readonly planted: Planted;
  readonly customers: number;
  readonly firstMonth: number;
  readonly streams: Streams;
  readonly prices: PriceBook;
  readonly campaigns: readonly Campaign[];
  readonly staff: Staff;
  readonly queues: Queues;
  readonly rows: Rows;
  readonly tally: Tally;
  readonly stays: Stays;
  /** Weight of each month of the books for arrivals that no campaign brings. */
  readonly arrivalWeights: readonly number[];
  /** Shared effect of each month of the books on the logit of leaving. */
  readonly calendarEffect: Float64Array;
  /** Share of the pull of the end of the first term, by month of tenure for each source. */
  readonly termEnd: Readonly<Record<Source, Float64Array>>;
  /** Effect of regional roll-outs on the logit of leaving, by region and month of the books. */
  readonly rollOuts: readonly Float64Array[];
  /** Whether a campaign runs, by region and month of the books. */
  readonly campaignRuns: readonly Uint8Array[];
  /** Exposures that are held at their reference, by index; empty in the world as it is. */
  readonly muted: ReadonlySet<number>;
  readonly attribution: { readonly exits: Attribution; readonly lossCents: Attribution };
}
