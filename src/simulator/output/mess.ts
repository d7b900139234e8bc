import { euros, type Row, type Rows } from '../rows.ts';
import { openStream, type Stream } from '../streams.ts';

/** How real exports go wrong, and how often. Shares 0..1. */
export const MESS = {
  duplicateParties: 0.03,
  overwrittenStarts: 0.6,
  migrationDay: '2018-01-01',
  firstKeptEnd: '2017-01-01',
  massMoveDay: '2021-10-01',
  massMoveShare: 0.25,
  unloggedInvoices: 0.2,
  unknownCallers: 0.18,
  saveDeskShare: 0.3,
  emptyReasons: 0.43,
  monthlyGross: 0.25,
  vat: 0.19,
  priceTypos: 1 / 4000,
  futureDates: 1 / 50_000,
  shiftedTeams: 0.04,
  shiftHours: 2,
  reusedPartner: { from: '10000021', to: '10000003' },
  testCustomers: 1 / 10_000,
} as const;

type Spoil = (row: Row, write: (row: Row) => void) => void;

/** Passes rows on as a company's systems would have left them; every fault is drawn by the row's own number. */
export function spoiled(rows: Rows, seed: number): Rows {
  const faults = faultsOf(openStream(seed, 'mess'));
  return (table, row) => {
    const spoil = faults[table];
    const known = row['customer_id'] === MESS.reusedPartner.from ? { ...row, customer_id: MESS.reusedPartner.to } : row;
    if (spoil === undefined) rows(table, known);
    else spoil(known, (changed) => rows(table, changed));
  };
}

function faultsOf(stream: Stream): Readonly<Record<string, Spoil>> {
  const hit = (share: number, key: unknown, draw: number) => stream.chance(share, fingerprint(`${key}`), 0, draw);
  return {
    customer: (row, write) => {
      write(row);
      // Colleagues trying things out in the live system.
      if (hit(MESS.testCustomers, row['customer_id'], 12))
        write({ ...row, customer_id: `TEST${row['customer_id']}`, segment: 'Test' });
      if (isDoubled(hit, row['customer_id'])) write({ ...row, customer_id: doubleOf(row['customer_id']) });
    },
    contract: (row, write) => {
      if (!isBefore(row['end_date'], MESS.firstKeptEnd)) write(spoiledContract(row, hit));
    },
    price_event: (row, write) => {
      if (isBefore(row['valid_from'], MESS.firstKeptEnd)) return;
      write(isMonthly(hit, row) ? { ...row, ...monthlyGross(row, ['price', 'offered_price']) } : row);
    },
    contact: (row, write) => {
      const unlogged = row['kind'] === 'invoice' && hit(MESS.unloggedInvoices, row['contact_id'], 7);
      if (!unlogged) write(spoiledContact(row, hit));
    },
    assignment: (row, write) => moveAtOnce(row, write, hit(MESS.massMoveShare, row['customer_id'], 10)),
  };
}

function isMonthly(hit: Hit, row: Row): boolean {
  return hit(MESS.monthlyGross, row['contract_id'], 1);
}

function spoiledContract(row: Row, hit: Hit): Row {
  const priced = isMonthly(hit, row) ? { ...row, ...monthlyGross(row, ['price', 'discount']) } : row;
  const typo = hit(MESS.priceTypos, row['contract_id'], 2);
  // The save desk always gives a reason, the others often none: what is missing is not missing at random.
  const silent = !hit(MESS.saveDeskShare, row['customer_id'], 5) && hit(MESS.emptyReasons, row['contract_id'], 6);
  const doubled = isDoubled(hit, row['customer_id']) && hit(0.4, row['contract_id'], 4);
  return {
    ...priced,
    ...migratedStart(row, hit(MESS.overwrittenStarts, row['contract_id'], 3)),
    ...(typo ? { price: euros(centsOf(priced['price']) * 100) } : {}),
    ...(doubled ? { customer_id: doubleOf(row['customer_id']) } : {}),
    ...(silent ? { end_reason: null } : {}),
  };
}

/** One call centre's clock is in another zone, now and then a date lies in the future, and some callers stay unknown. */
function spoiledContact(row: Row, hit: Hit): Row {
  const elsewhere = row['team_id'] !== null && hit(MESS.shiftedTeams, row['team_id'], 13);
  const future = hit(MESS.futureDates, row['contact_id'], 9);
  const lost =
    row['channel'] === 'phone' && row['direction'] === 'in' && hit(MESS.unknownCallers, row['contact_id'], 8);
  if (!elsewhere && !future && !lost) return row;
  const started = elsewhere ? shifted(`${row['started_at']}`) : `${row['started_at']}`;
  return {
    ...row,
    started_at: future ? `2062${started.slice(4)}` : started,
    ...(lost ? { customer_id: null, caller_class: 'unknown' } : {}),
  };
}

/** On one day a quarter of the base changes hands in the books, though nobody moved. */
function moveAtOnce(row: Row, write: (row: Row) => void, hit: boolean): void {
  const spans =
    isBefore(row['valid_from'], MESS.massMoveDay) &&
    (row['valid_to'] === null || isBefore(MESS.massMoveDay, row['valid_to'] ?? null));
  if (!hit || !spans) {
    write(row);
    return;
  }
  write({ ...row, valid_to: '2021-09-30' });
  write({ ...row, valid_from: MESS.massMoveDay, change_cause: 'unknown', handover: 'none', handover_at: null });
}

function migratedStart(row: Row, hit: boolean): Row {
  const lives = row['end_date'] === null || isBefore(MESS.migrationDay, row['end_date'] ?? null);
  if (!hit || !lives || !isBefore(row['start_date'], MESS.migrationDay)) return {};
  return { start_date: MESS.migrationDay, original_start_date: row['start_date'] ?? null };
}

function monthlyGross(row: Row, columns: readonly string[]): Row {
  const changed: Record<string, string | null> = { price_period: 'month', price_basis: 'gross' };
  for (const column of columns) {
    const text = row[column] ?? null;
    changed[column] = text === null ? null : euros(Math.round((centsOf(text) * (1 + MESS.vat)) / 12));
  }
  return changed;
}

function centsOf(text: unknown): number {
  return Number(`${text}`.replace('.', ''));
}

/** ISO dates compare as text. */
function isBefore(one: unknown, other: unknown): boolean {
  return typeof one === 'string' && typeof other === 'string' && one < other;
}

function shifted(instant: string): string {
  const hour = Math.min(Number(instant.slice(11, 13)) + MESS.shiftHours, 23);
  return `${instant.slice(0, 11)}${hour < 10 ? '0' : ''}${hour}${instant.slice(13)}`;
}

type Hit = (share: number, key: unknown, draw: number) => boolean;

function isDoubled(hit: Hit, customer: unknown): boolean {
  return hit(MESS.duplicateParties, customer, 11);
}

function doubleOf(customer: unknown): string {
  return `9${`${customer}`.slice(1)}`;
}

/** FNV-1a. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
