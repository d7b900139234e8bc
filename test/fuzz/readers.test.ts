import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '#domain/app-error.ts';
import { sampleOf } from '#ingest/mapping/sample.ts';
import type { Source } from '#ingest/plan.ts';
import { problemText } from '#ingest/problems.ts';
import { openSources } from '#ingest/reading/open-source.ts';
import { workbookBytes } from '#ingest/reading/workbook-bytes.test-support.ts';
import { fileSql, rawFields } from '#ingest/validation/raw-fields.ts';
import { quoted } from '#warehouse/query.ts';
import { openWarehouse, type Warehouse } from '#warehouse/warehouse.ts';

const SEED = 20_261_123;
let home: string;
let warehouse: Warehouse;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'stammkunde-fuzz-'));
  warehouse = await openWarehouse({ address: { kind: 'embedded', directory: join(home, 'store') } });
  const path = join(home, 'written.parquet');
  const sql = `INSERT INTO FUNCTION file('${path}', 'Parquet') SELECT number AS id, concat('n', toString(number)) AS name FROM numbers(30)`;
  await warehouse.run({ name: 'write parquet', sql });
  const parquet = readFileSync(path);
  valid.push(parquet, gzipSync(parquet));
});
afterAll(async () => {
  await warehouse.close();
  rmSync(home, { recursive: true });
});

/** Sources, or a refusal that a person can act on; anything else fails the test. */
async function openedOrRefused(bytes: Uint8Array): Promise<readonly Source[]> {
  const path = join(home, 'any.csv');
  writeFileSync(path, bytes);
  try {
    const sources = await openSources([path], home);
    for (const source of sources) await sampleOf(source);
    return sources;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.details['problem']).toBeTypeOf('string');
    expect(problemText(error, 'de')).not.toBe(error.message);
    return [];
  }
}

const WORKBOOK = workbookBytes({
  a: [
    ['x', 'y'],
    ['1', { date: 45000 }],
  ],
  b: [
    ['z', 'w'],
    [1, null],
  ],
});
const TEXT = Buffer.from('Nr;Name;"a\nb"\n1;"x;""y""";ä\n2;;\n');
const valid: Buffer[] = [
  TEXT,
  gzipSync(TEXT),
  Buffer.from(TEXT.toString(), 'utf16le'),
  Buffer.from('[{"a":1,"b":"x"},\n{"a":[{"c":2}]}]'),
  Buffer.from('{"a":1}\n{"b":"\\""}\n'),
  WORKBOOK,
];
/** With the two that are written by the engine before the tests. */
const FILES = valid.length + 2;

/** Under a busy machine every reading may take ten times as long. */
const PATIENCE_MILLISECONDS = 120_000;
const options = (numRuns: number) => ({ numRuns, seed: SEED });

test(
  'any bytes are either sources or a refusal with a problem',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        await openedOrRefused(bytes);
      }),
      options(200),
    );
  },
  PATIENCE_MILLISECONDS,
);

test('the whole files that are damaged below can be read', async () => {
  for (const bytes of valid) expect((await openedOrRefused(bytes)).length).toBeGreaterThan(0);
});

test(
  'a damaged file is either sources or a refusal with a problem',
  async () => {
    const damage = fc.record({
      file: fc.nat(FILES - 1),
      edits: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
      keep: fc.double({ min: 0, max: 1, noNaN: true }),
      tail: fc.uint8Array({ maxLength: 20 }),
      cut: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ file, edits, keep, tail, cut }) => {
        const bytes = Buffer.from(valid[file] ?? TEXT);
        for (const [at, byte] of edits) bytes[at % bytes.length] = byte;
        const kept = cut ? bytes.subarray(0, Math.floor(bytes.length * keep)) : bytes;
        await openedOrRefused(Buffer.concat([kept, tail]));
      }),
      options(200),
    );
  },
  PATIENCE_MILLISECONDS,
);

const Row = z.object({ fields: z.array(z.string()) });

/** With trimming on, the engine dies on a quoted value that ends with a blank above an empty field of the same column. */
const UNTRIMMED = { input_format_csv_trim_whitespaces: 0 };

test("the import leaves trimming to SQL, because the engine's own can end the process", async () => {
  const path = join(home, 'blank.csv');
  writeFileSync(path, 'a;b\n1;" "\n2;\n');
  const [source] = await openSources([path], home);
  if (source === undefined) throw new Error('no source');
  expect(rawFields(source).settings).toMatchObject(UNTRIMMED);
});

/** The rows as the import reads them. */
async function engineRows(source: Source): Promise<readonly (readonly string[])[]> {
  const raw = rawFields(source);
  const settings = Object.entries({ ...raw.settings, ...UNTRIMMED }).map(
    ([name, value]) => `${name} = ${typeof value === 'number' ? value : quoted(value)}`,
  );
  const rows = await warehouse.rows({
    name: 'read back',
    sql: `SELECT [${raw.names.map((name) => `ifNull(${name}, '')`).join(', ')}] AS fields
FROM ${fileSql(raw, source, source.readPath)}
SETTINGS ${[...settings, 'max_threads = 1'].join(', ')}`,
    params: {},
    row: Row,
  });
  return rows.map(({ fields }) => fields);
}

/** Letters that show encodings; no order of these bytes in Windows-1252 is valid UTF-8 by accident. */
const piece = fc.constantFrom(
  'ä',
  'ö',
  'ü',
  'ß',
  'x€',
  'a',
  'B',
  '1',
  '0',
  '-',
  ' ',
  ';',
  ',',
  '|',
  '\t',
  '"',
  '\n',
  '.',
  "'",
);
const cell = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
const header = fc.array(fc.constantFrom('ä', 'ö', 'x', 'y', 'ß', ' '), { minLength: 1, maxLength: 4 });
const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
  fc.record({
    headers: fc
      .array(header, { minLength: width, maxLength: width })
      .map((all) => all.map((pieces, at) => `${'abcde'[at]}${pieces.join('').trim()}`)),
    rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
  }),
);
const ENCODINGS = {
  utf8: (text: string) => Buffer.from(text),
  marked: (text: string) => Buffer.from(`\uFEFF${text}`),
  utf16le: (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  utf16be: (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  windows: (text: string) => Buffer.from(text.replaceAll('€', '\u0080'), 'latin1'),
} as const;
const dress = fc.record({
  delimiter: fc.constantFrom(',', ';', '|', '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  encoding: fc.constantFrom(...Object.values(ENCODINGS)),
  gzipped: fc.boolean(),
});

test(
  'a table is read back equal from every separator, line end, encoding and packing',
  async () => {
    await fc.assert(
      fc.asyncProperty(table, dress, async ({ headers, rows }, { delimiter, lineEnd, encoding, gzipped }) => {
        const field = (text: string) =>
          text.includes(delimiter) || /["\n\s]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
        const text = [headers, ...rows].map((row) => row.map(field).join(delimiter) + lineEnd).join('');
        const bytes = gzipped ? gzipSync(encoding(text)) : encoding(text);
        const [source] = await openedOrRefused(bytes);
        if (source === undefined) throw new Error('refused');
        expect(source.headers).toEqual(headers.map((name) => name.replaceAll(/\s+/g, ' ').trim()));
        expect(await engineRows(source)).toEqual(rows);
      }),
      options(200),
    );
  },
  PATIENCE_MILLISECONDS,
);
