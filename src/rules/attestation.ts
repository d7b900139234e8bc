import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { dataProof, sha256 } from './data-proof.ts';
import { packTotals } from './judge.ts';
import { readmeText } from './readme.ts';
import { ROWS_HEAD, rowLine } from './rows-file.ts';
import type { RulePack, RuleScope } from './rule-pack.ts';
import { allRows } from './rule-rows.ts';

/** Version of the folder's form: the first number changes when a reader of the old form would break. */
const ATTESTATION_VERSION = '1.0';

/** Every file of an attestation; nothing else lies in its folder. */
export const ATTESTATION_FILES = [
  'README.de.md',
  'README.en.md',
  'SHA256SUMS',
  'data.json',
  'rows.csv',
  'settings.json',
  'verdict.json',
] as const;
type AttestationFile = (typeof ATTESTATION_FILES)[number];

export interface AttestationRequest {
  readonly warehouse: Warehouse;
  readonly pack: RulePack;
  readonly asOf: string;
  readonly scope: RuleScope;
  readonly programVersion: string;
  /** Called for every piece of a file, in order; a file's pieces follow each other. */
  readonly write: (file: AttestationFile, piece: string) => Promise<void>;
}

/** Day from which events count, ISO: the period before the day of the attestation, never before the rule. */
function periodFrom({ periodMonths, validFrom }: RulePack, asOf: string): string {
  const [year = 0, month = 1, day = 1] = asOf.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - periodMonths, 0)).getUTCDate();
  // The engine counts from the day after: "within the last twelve months" holds twelve months.
  const start = new Date(Date.UTC(year, month - 1 - periodMonths, Math.min(day, last) + 1)).toISOString().slice(0, 10);
  return start < validFrom ? validFrom : start;
}

const Currency = z.object({ currency: z.string() });
const currencyOf = async (warehouse: Warehouse): Promise<string> => {
  const found = await warehouse.rows({
    name: 'currencies',
    sql: `SELECT DISTINCT assumeNotNull(toString(currency)) AS currency
FROM contract
WHERE currency IS NOT NULL
ORDER BY currency
LIMIT 2`,
    params: {},
    row: Currency,
  });
  return found.length === 1 ? (found[0]?.currency ?? '') : '';
};

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/**
 * Writes an attestation piece by piece: the same data, settings and program give the same bytes. The pack's fact must stand.
 * @throws AppError queryFailed
 */
export async function writeAttestation(request: AttestationRequest) {
  const { warehouse, pack, asOf, scope, programVersion, write } = request;
  const sums = new Map<string, string>();
  const whole = async (file: AttestationFile, content: string) => {
    sums.set(file, sha256(content));
    await write(file, content);
  };
  const totals = await packTotals(warehouse, pack);
  const proof = await dataProof(warehouse, pack.fact);
  const currency = await currencyOf(warehouse);
  const from = periodFrom(pack, asOf);
  const identity = {
    attestationVersion: ATTESTATION_VERSION,
    pack: { id: pack.id, version: pack.version },
    asOf,
    programVersion,
  };

  await write('rows.csv', ROWS_HEAD);
  const rowsHash = createHash('sha256').update(ROWS_HEAD);
  for await (const rows of allRows(warehouse, pack)) {
    const lines = rows.map(rowLine).join('');
    rowsHash.update(lines);
    await write('rows.csv', lines);
  }
  sums.set('rows.csv', rowsHash.digest('hex'));

  const { law, country, validFrom, validTo, sources, subject, periodMonths } = pack;
  await whole('data.json', json(proof));
  await whole(
    'settings.json',
    json({ ...identity, law, country, validFrom, validTo, sources, periodMonths, periodFrom: from, scope }),
  );
  const { outcome, counts, overCents, reasons } = totals;
  await whole(
    'verdict.json',
    json({
      ...identity,
      legalAdvice: false,
      subject,
      currency: currency === '' ? null : currency,
      outcome,
      counts,
      overCents,
      reasons,
      rowsSha256: sums.get('rows.csv'),
      dataSha256: sums.get('data.json'),
      settingsSha256: sums.get('settings.json'),
    }),
  );
  const facts = { pack, asOf, periodFrom: from, scope, programVersion, currency, totals };
  await whole('README.en.md', readmeText(facts, 'en'));
  await whole('README.de.md', readmeText(facts, 'de'));
  const lines = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, hash]) => `${hash}  ${file}\n`);
  await write('SHA256SUMS', lines.join(''));
  return totals;
}
