import { monthOf } from './calendar.ts';
import type { Row, Rows } from './rows.ts';

/** What an analyst reads of one customer in the files; months as in calendar.ts. */
export interface Life {
  start: number;
  /** Last month of the last contract; null while one runs. */
  end: number | null;
  /** The end was the customer's own decision. */
  decided: boolean;
  group: string;
  region: string;
  /** Price and newcomer's price when the price was last set, of the only contract that renews; null for several. */
  prices: { readonly paid: number; readonly asked: number } | null;
  renewingContracts: number;
  readonly changes: { readonly month: number; readonly cause: string; readonly handover: string }[];
  readonly tied: { readonly id: string; readonly together: boolean }[];
  readonly drawn: { readonly programme: string; readonly isTreated: boolean; readonly month: number }[];
  /** Answers on the four loyalties by month of the survey. */
  readonly loyalties: Map<number, number[]>;
}

export interface Lives {
  readonly rows: Rows;
  readonly all: ReadonlyMap<string, Life>;
  /** Months in which adverts of new-only offers ran, as `region|month`. */
  readonly campaigns: ReadonlySet<string>;
}

const TOGETHER = 'household';
const monthIn = (text: unknown) => monthOf(Number(`${text}`.slice(0, 4)), Number(`${text}`.slice(5, 7)));

/** Reads the rows of the canonical files as they are written, for a company too large to be read from its files in a test. */
export function readLives(): Lives {
  const all = new Map<string, Life>();
  const campaigns = new Set<string>();
  const asked = new Map<string, number>();
  const lifeOf = (id: unknown): Life => {
    const life = all.get(`${id}`) ?? newborn();
    all.set(`${id}`, life);
    return life;
  };
  const readers: Readonly<Record<string, (row: Row) => void>> = {
    new_business_price: (row) => asked.set(priceKey(row, monthIn(row['valid_from'])), Number(row['price'])),
    customer: (row) => {
      lifeOf(row['customer_id']).group = `${row['segment']}`;
      lifeOf(row['customer_id']).region = `${row['region']}`;
    },
    contract: (row) => readContract(lifeOf(row['customer_id']), row, asked),
    assignment: (row) => {
      if (row['change_cause'] === null) return;
      const change = {
        month: monthIn(row['valid_from']),
        cause: `${row['change_cause']}`,
        handover: `${row['handover']}`,
      };
      lifeOf(row['customer_id']).changes.push(change);
    },
    tie: (row) => {
      if (row['kind'] === 'referral') return;
      const together = row['kind'] === TOGETHER;
      lifeOf(row['customer_id_a']).tied.push({ id: `${row['customer_id_b']}`, together });
      lifeOf(row['customer_id_b']).tied.push({ id: `${row['customer_id_a']}`, together });
    },
    recognition: (row) => {
      if (row['arm'] === null) return;
      const drawn = {
        programme: `${row['programme_id']}`,
        isTreated: row['arm'] === 'treated',
        month: monthIn(row['at']),
      };
      lifeOf(row['customer_id']).drawn.push(drawn);
    },
    survey: (row) => {
      if (row['customer_id'] === null || !`${row['item']}`.startsWith('loyalty_')) return;
      const { loyalties } = lifeOf(row['customer_id']);
      const month = monthIn(row['at']);
      loyalties.set(month, [...(loyalties.get(month) ?? []), Number(row['value'])]);
    },
    offer: (row) => {
      if (row['kind'] !== 'bonus') return;
      for (let month = monthIn(row['valid_from']); month <= monthIn(row['valid_to']); month++)
        for (const region of `${row['regions']}`.split(' ')) campaigns.add(`${region}|${month}`);
    },
  };
  return { rows: (table, row) => readers[table]?.(row), all, campaigns };
}

function newborn(): Life {
  const none = { group: '', region: '', prices: null, renewingContracts: 0 };
  return { start: Infinity, end: -1, decided: false, ...none, changes: [], tied: [], drawn: [], loyalties: new Map() };
}

function readContract(life: Life, row: Row, asked: ReadonlyMap<string, number>): void {
  life.start = Math.min(life.start, monthIn(row['start_date']));
  if (row['auto_renew'] === true && row['end_reason'] !== 'switch_internal') {
    life.renewingContracts += 1;
    const found = asked.get(priceKey(row, lastJuly(lastRenewal(row))));
    const paid = Number(row['price']) + Number(row['discount'] ?? 0);
    life.prices = found === undefined ? null : { paid, asked: found };
  }
  if (row['end_date'] === null) life.end = null;
  if (life.end === null) return;
  const end = monthIn(row['end_date']);
  if (end < life.end) return;
  life.decided = row['end_reason'] === 'voluntary' || (end === life.end && life.decided);
  life.end = end;
}

/** Month of the last renewal, or of the start. */
function lastRenewal(row: Row): number {
  const start = monthIn(row['start_date']);
  if (row['renewal_date'] !== null) return Math.max(monthIn(row['renewal_date']) - 12, start);
  // Who leaves in the month of a renewal refuses it.
  const months = monthIn(row['end_date']) - start;
  return start + 12 * Math.max(Math.ceil(months / 12) - 1, 0);
}

/** Prices for newcomers change on 1 July; July is month 6 of a year. */
function lastJuly(month: number): number {
  return month - ((((month - 6) % 12) + 12) % 12);
}

function priceKey(row: Row, month: number): string {
  return [row['product_id'], row['region'], row['channel'], row['risk_class'], month].join('|');
}
