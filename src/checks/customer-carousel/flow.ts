import type { Estimate } from '#statistics/estimate.ts';
import { poissonRate } from '#statistics/intervals/poisson-rate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { type Cells, sumOf } from '../cells.ts';
import { SNAPSHOT_SHARE } from './settings.ts';

/** Twelve months, the last of which is the day of the audit for span 0. */
interface Span {
  readonly adds: number;
  readonly losses: number;
}

export interface FlowCells {
  /** Sums of the last twelve months with replicates. */
  readonly flow: Cells;
  readonly adds: Cells;
  readonly losses: Cells;
}

export interface Flow {
  /** Spans that the records cover, the latest first; none where the last twelve months are not covered. */
  readonly spans: readonly Span[];
  /** Share of the newcomers that only replaced voluntary losses: min(adds, losses) / adds; null without newcomers. */
  readonly replacement: Estimate | null;
  /** The same by contract, every start and every end counted. */
  readonly naiveReplacement: Estimate | null;
  /** (adds + losses) / (2 average base), per year. */
  readonly speed: Estimate | null;
  /** Voluntary losses per customer-year. */
  readonly lossRate: Estimate | null;
  /** Newcomers who only replaced a loss. */
  readonly replaced: Estimate | null;
  /** Spending on winning customers a year; null where the costs of less than a quarter of it are known. */
  readonly yearlySpend: number | null;
  /** Ends are a snapshot of one day. */
  readonly snapshot: boolean;
  readonly recordsFrom: string | null;
  readonly firstMigration: string | null;
}

const UNKNOWN_DAY = '1970-01-01';

/** A day so many months earlier; the last of the month where the month is shorter. */
export function monthsBefore(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, last))).toISOString().slice(0, 10);
}

const known = (day: string) => (day === UNKNOWN_DAY || day === '' ? null : day);
const cutShare = (ratio: Estimate | null): Estimate | null =>
  ratio === null
    ? null
    : { ...ratio, value: Math.min(1, ratio.value), low: Math.min(1, ratio.low), high: Math.min(1, ratio.high) };

const bySpan = (cells: Cells, name: string, span: number) => sumOf(cells, name, (tuple) => Number(tuple[0]) === span);

/** Spans of twelve months, as far back as the records go and anybody came or went. */
function spansOf({ adds, losses }: FlowCells, asOf: string, recordsFrom: string | null): Span[] {
  const spans: Span[] = [];
  const last = Math.max(0, ...[...adds.tuples, ...losses.tuples].map((tuple) => Number(tuple[0])));
  for (let span = 0; span <= last; span++) {
    const covered = recordsFrom === null || recordsFrom <= monthsBefore(asOf, 12 * (span + 1));
    if (!covered) break;
    spans.push({ adds: bySpan(adds, 'adds', span), losses: bySpan(losses, 'losses', span) });
  }
  return spans;
}

/** A sum, or a ratio of sums, with its interval, symmetric on the log scale. */
function ratioOf(cells: Cells, above: readonly string[], below: string | null, factor = 1): Estimate | null {
  const column = (name: string) => cells.sumNames.indexOf(name);
  const sum = (sums: Float64Array, at: number) => {
    let total = 0;
    for (let i = at; i < sums.length; i += cells.sums) total += sums[i] ?? 0;
    return total;
  };
  const theta = (sums: Float64Array) => [
    (factor * above.reduce((total, name) => total + sum(sums, column(name)), 0)) /
      (below === null ? 1 : sum(sums, column(below))),
  ];
  return deleteAGroup({ ...cells, theta, scale: 'log' }).estimates[0] ?? null;
}

function replacementOf(cells: Cells, latest: Span | undefined): Estimate | null {
  if (latest === undefined || latest.adds === 0) return null;
  // Without a single loss the jackknife has nothing to vary; the exact interval of a count of 0 still bounds the share.
  if (latest.losses === 0) return cutShare(poissonRate({ events: 0, exposure: latest.adds }));
  return cutShare(ratioOf(cells, ['losses'], 'adds'));
}

/** Newcomers and voluntary losses by years back from the day of the audit. */
export function flowOf(given: FlowCells, asOf: string): Flow {
  const cells = given.flow;
  const tuple = cells.tuples[0] ?? [];
  const constant = (name: string) => tuple[cells.by.indexOf(name)] ?? null;
  const recordsFrom = known(String(constant('records_from') ?? ''));
  const snapshot = Number(constant('one_day_share')) > SNAPSHOT_SHARE;
  const spans = snapshot ? [] : spansOf(given, asOf, recordsFrom);
  const [latest] = spans;
  const customerYears = sumOf(cells, 'customer_years');
  const flows = latest !== undefined && latest.adds > 0 && latest.losses > 0;
  const smaller = latest !== undefined && latest.adds < latest.losses ? 'adds' : 'losses';
  const covered = Number(constant('spend_covered'));
  const spend = Number(constant('spend'));
  return {
    spans,
    replacement: replacementOf(cells, latest),
    naiveReplacement:
      flows && sumOf(cells, 'contracts_ended') > 0
        ? cutShare(ratioOf(cells, ['contracts_ended'], 'contracts_begun'))
        : null,
    speed: flows ? ratioOf(cells, ['adds', 'losses'], 'customer_years', 0.5) : null,
    lossRate:
      latest === undefined || !(customerYears > 0)
        ? null
        : poissonRate({ events: latest.losses, exposure: customerYears }),
    replaced: flows ? ratioOf(cells, [smaller], null) : null,
    yearlySpend: covered >= 0.25 && spend > 0 ? spend / covered : null,
    snapshot,
    recordsFrom,
    firstMigration: known(String(constant('first_migration') ?? '')),
  };
}
