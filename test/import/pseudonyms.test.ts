import { createHmac } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { receiptText } from '../../src/ingest/import/receipt-text.ts';
import { refusedRows } from '../../src/ingest/import/refused-rows.ts';
import { secretIn } from '../../src/ingest/pseudonym/secret-file.ts';
import { openStore, PSEUDONYMS, type Store } from './store.ts';

let store: Store;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

const CONTACT = ['contact_id', 'started_at', 'customer_id', 'wait_s', 'staff_pid', 'Bemerkung'];
const contacts = (lines: readonly string[]) => `${[CONTACT.join(','), ...lines].join('\n')}\n`;
const contactPlan = (lines: readonly string[], name = 'contact.csv') =>
  store.plan(name, contacts(lines), { table: 'contact', headers: CONTACT });
const ASSIGNMENT = ['customer_id', 'staff_pid', 'valid_from'];
const assignmentPlan = (lines: readonly string[], name = 'assignment.csv') =>
  store.plan(name, `${[ASSIGNMENT.join(','), ...lines].join('\n')}\n`, { table: 'assignment', headers: ASSIGNMENT });

const LINES = [
  'c1,2026-01-02 10:00:00,k1,5,Anna Schmidt,sehr nett',
  'c2,2026-01-03 10:00:00,k2,abc,anna.schmidt@firma.de,Rückruf',
  'c3,2026-01-04 10:00:00,k1,7,ANNA.SCHMIDT@firma.de,',
  'c4,2026-01-05 10:00:00,k1,7,,',
  'c5,no day,k1,7,Bert Kunze,krank gemeldet',
  'c6,2026-01-05 10:00:00,k1,7,Cora Vogt,zu viel,Dora Lang',
];
const NAMES = /Anna|Schmidt|anna\.|Bert|Kunze|Cora|Vogt|Dora|krank|nett/i;

/** Everything that the store keeps of a table, as text. */
async function everything(table: string): Promise<string> {
  const { row = [] } = await store.columns(`SELECT toString(tuple(*)) AS row FROM rows_${table} ORDER BY row`);
  return row.join('\n');
}

async function allRefused(importId: number): Promise<string> {
  let text = '';
  for await (const part of refusedRows(store.warehouse, importId)) text += part;
  return text;
}

test('names and addresses of staff are nowhere in the store, the receipt or the refused rows', async () => {
  const receipt = await store.take([contactPlan(LINES)]);
  expect(await everything('contact')).not.toMatch(NAMES);
  expect(JSON.stringify(receipt)).not.toMatch(NAMES);
  expect(receiptText(receipt, 'de')).not.toMatch(NAMES);
  expect(await allRefused(receipt.importId)).not.toMatch(NAMES);
  expect((await store.columns('SELECT receipt FROM import_log ORDER BY receipt'))['receipt']?.join('')).not.toMatch(
    NAMES,
  );
});

test('a refused row keeps what its columns read, so that it can be mended', async () => {
  const { importId } = await store.take([contactPlan(LINES)]);
  const text = await allRefused(importId);
  expect(text).toContain('c2,2026-01-03 10:00:00,k2,abc');
  expect(text).toContain('c6,2026-01-05 10:00:00,k1,7');
});

test('the receipt says which columns are pseudonyms and which were not kept', async () => {
  const text = receiptText(await store.take([contactPlan(LINES)]), 'de');
  expect(text).toContain('Als Pseudonym gespeichert; Namen und Nummern selbst werden nicht behalten: staff_pid');
  expect(text).toMatch(/nichts davon: .*Bemerkung/);
});

test('a pseudonym is the HMAC of the name: one person is one over tables, imports and capitals of an address', async () => {
  await store.take([contactPlan(LINES), assignmentPlan(['k1,Anna Schmidt,2026-01-01'])]);
  await store.take([assignmentPlan(['k2,anna.schmidt@FIRMA.de,2026-01-01'], 'later.csv')]);
  const { pid: inContact = [] } = await store.columns('SELECT staff_pid AS pid FROM contact ORDER BY contact_id');
  const { pid: inAssignment = [] } = await store.columns(
    'SELECT staff_pid AS pid FROM assignment ORDER BY customer_id',
  );
  expect(inContact[0]).toMatch(/^[0-9a-f]{24}$/);
  expect(inContact).toEqual([inAssignment[0], inAssignment[1], inAssignment[1], null]);
  const { pid: keyed = [] } = await store.columns(
    `SELECT lower(hex(substring(HMAC('sha256', 'Anna Schmidt', SHA256('${PSEUDONYMS.secret}')), 1, 12))) AS pid`,
  );
  expect(keyed).toEqual([inContact[0]]);
});

test('another secret would make two of one person and is refused; the store stays as it was', async () => {
  const { importId } = await store.take([assignmentPlan(['k1,Anna,2026-01-01'])]);
  const other = { secret: 'another secret of more than thirty-two letters', customers: null };
  const plan = assignmentPlan(['k2,Anna,2026-01-01'], 'other.csv');
  await expect(store.take([plan], false, other)).rejects.toMatchObject({
    code: 'importRefused',
    details: { problem: 'otherSecret', importId },
  });
  expect(await store.columns('SELECT count() AS n FROM assignment ORDER BY n')).toEqual({ n: [1] });
});

test('customers keep their numbers unless the company wants pseudonyms; then all later imports follow', async () => {
  const hidden = { ...PSEUDONYMS, customers: true };
  await store.take([assignmentPlan(['K-4711,s,2026-01-01'])], false, hidden);
  await store.take([contactPlan(['c1,2026-01-02 10:00:00,K-4711,5,s,'])]);
  expect(`${await everything('assignment')}${await everything('contact')}`).not.toContain('4711');
  const { n } = await store.columns(
    'SELECT count() AS n FROM contact AS c INNER JOIN assignment AS a ON a.customer_id = c.customer_id ORDER BY n',
  );
  expect(n).toEqual([1]);
});

test('pseudonyms of customers beside their numbers are refused, both ways round', async () => {
  const { importId } = await store.take([assignmentPlan(['K-4711,s,2026-01-01'])]);
  const later = contactPlan(['c1,2026-01-02 10:00:00,K-4711,5,s,']);
  await expect(store.take([later], false, { ...PSEUDONYMS, customers: true })).rejects.toMatchObject({
    details: { problem: 'customersOtherwise', before: 'plain', importId },
  });
});

test('a home makes its secret once, for its owner alone', () => {
  const home = join(store.home, 'new');
  const secret = secretIn(home, () => 'x'.repeat(43));
  expect(secretIn(home, () => 'y'.repeat(43))).toBe(secret);
  const [name = ''] = readdirSync(home);
  expect(statSync(join(home, name)).mode & 0o777).toBe(0o600);
  expect(existsSync(join(home, name)) && readFileSync(join(home, name), 'utf8')).toBe(`${secret}\n`);
  expect(createHmac('sha256', secret).update('a').digest('hex')).toHaveLength(64);
});
