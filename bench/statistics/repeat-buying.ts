import { existsSync, readFileSync } from 'node:fs';
import { createRandom } from '#statistics/random.ts';
import { fitBgNbd } from '#statistics/repeat-buying/bg-nbd.ts';
import { fitParetoNbd } from '#statistics/repeat-buying/pareto-nbd.ts';
import type { CountedHistories } from '#statistics/repeat-buying/purchase-histories.ts';
import { type BenchRow, bestOf, compared } from './best-of.ts';

/** Best of BTYD, BTYDplus, CLVTools and lifetimes on two cores. */
const REFERENCE = { bgSample: 43, bgFull: 170, paretoSample: 210, paretoFull: 2000 };
const PEER = 'best of R and Python, reference machine';
const FILE = '../shared/data/cdnow_master.csv';

const DAY = 24 * 3600 * 1000;
const END = Date.UTC(1997, 8, 30);

/** Weeks from first purchase to last and to the end, and purchases on later days, up to 30 September 1997. */
function histories(purchases: ReadonlyMap<string, ReadonlySet<number>>, every: number): CountedHistories {
  const chosen = [...purchases.values()].filter((_, customer) => customer % every === 0);
  const seen = chosen.map((days) => [...days].filter((day) => day <= END / DAY).sort((left, right) => left - right));
  return {
    frequency: seen.map((days) => days.length - 1),
    recency: seen.map((days) => ((days.at(-1) ?? 0) - (days[0] ?? 0)) / 7),
    age: seen.map((days) => (END / DAY - (days[0] ?? 0)) / 7),
    customers: null,
  };
}

function readPurchases(): Map<string, Set<number>> {
  const purchases = new Map<string, Set<number>>();
  for (const line of readFileSync(FILE, 'utf8').trim().split('\n').slice(1)) {
    const [customer = '', date = ''] = line.split(',');
    const day = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6, 8))) / DAY;
    const days = purchases.get(customer) ?? new Set<number>();
    purchases.set(customer, days.add(day));
  }
  return purchases;
}

/** As many customers with the same design and similar parameters, where the file is not at hand. */
function simulatePurchases(): Map<string, Set<number>> {
  const random = createRandom(1997);
  const purchases = new Map<string, Set<number>>();
  for (let customer = 0; customer < 23_570; customer++) {
    const first = END / DAY - 189 - random.integer(84);
    const [rate, end] = [random.gamma(0.55) / 74, first + (random.exponential() * 82) / random.gamma(0.6)];
    const days = new Set([first]);
    for (
      let at = first + random.exponential() / rate;
      at < Math.min(end, END / DAY);
      at += random.exponential() / rate
    ) {
      days.add(Math.floor(at));
    }
    purchases.set(`${customer}`, days);
  }
  return purchases;
}

export async function run(): Promise<BenchRow[]> {
  const [purchases, source] = existsSync(FILE)
    ? [readPurchases(), 'CDNOW']
    : [simulatePurchases(), 'simulated like CDNOW'];
  const [sample, full] = [histories(purchases, 10), histories(purchases, 1)];
  const size = (columns: CountedHistories) => `${source}, ${columns.frequency.length} customers`;
  const peer = (peerMilliseconds: number) => ({ peer: PEER, peerMilliseconds, target: 0.2 });
  return [
    compared(
      { name: `BG/NBD, ${size(sample)}`, milliseconds: bestOf(200, () => fitBgNbd(sample)) },
      peer(REFERENCE.bgSample),
    ),
    compared({ name: `BG/NBD, ${size(full)}`, milliseconds: bestOf(80, () => fitBgNbd(full)) }, peer(REFERENCE.bgFull)),
    compared(
      { name: `Pareto/NBD, ${size(sample)}`, milliseconds: bestOf(80, () => fitParetoNbd(sample)) },
      peer(REFERENCE.paretoSample),
    ),
    compared(
      { name: `Pareto/NBD, ${size(full)}`, milliseconds: bestOf(15, () => fitParetoNbd(full)) },
      peer(REFERENCE.paretoFull),
    ),
  ];
}
