import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from '#domain/app-error.ts';
import { fileFailure } from './file-bytes.ts';
import type { Skipped } from './list-files.ts';
import { openSources } from './open-source.ts';
import { workbookBytes } from './workbook-bytes.test-support.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'stammkunde-reading-'));
});
afterAll(() => rmSync(home, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(home, name);
  writeFileSync(path, content);
  return path;
}
async function opened(name: string, content: string | Buffer) {
  const [source] = await openSources([file(name, content)], home);
  if (source === undefined) throw new Error('no source');
  return source;
}
async function refused(paths: readonly string[]): Promise<AppError> {
  try {
    await openSources(paths, home);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const ROWS = [
  ['Vertragsnr', 'Kunde', 'Ort'],
  ['1', 'Müller', 'Köln'],
  ['2', 'Šimůnek', 'Plzeň'],
];
const csv = (mark: string, lineEnd = '\n') => ROWS.map((row) => row.join(mark) + lineEnd).join('');

test.each([',', ';', '\t', '|'])('finds the separator "%s"', async (mark) => {
  const source = await opened('plain.csv', csv(mark));
  expect(source).toMatchObject({ format: 'csv', delimiter: mark, headers: ROWS[0], skipLines: 1, firstDataLine: 2 });
});

test('decimal commas do not pass for separators', async () => {
  const source = await opened('prices.csv', 'Nr;Preis;Rabatt\n1;12,50;1,5\n2;3,20;0,5\n3;1,00;2,5\n');
  expect(source).toMatchObject({ delimiter: ';', headers: ['Nr', 'Preis', 'Rabatt'] });
});

test('separators inside quotes are text', async () => {
  const source = await opened('quoted.csv', 'Nr,Name\n1,"a;b;c;d"\n2,"e;f;g;h"\n');
  expect(source).toMatchObject({ delimiter: ',', headers: ['Nr', 'Name'] });
});

test('title and blank lines above the header are passed over', async () => {
  const text = 'Vertragsliste Stand 2024\n\nVertrag;Kunde;Preis\n1;2;3\n2;3;4\n';
  expect(await opened('title.csv', text)).toMatchObject({
    headers: ['Vertrag', 'Kunde', 'Preis'],
    skipLines: 3,
    firstDataLine: 4,
  });
  const padded = 'Vertragsliste;;\nVertrag;Kunde;Preis\n1;2;3\n2;3;4\n';
  expect(await opened('padded.csv', padded)).toMatchObject({ headers: ['Vertrag', 'Kunde', 'Preis'], skipLines: 2 });
});

test('a spreadsheet hint names the separator', async () => {
  const source = await opened('hint.csv', 'sep=|\na;b|c\n1|2\n');
  expect(source).toMatchObject({ delimiter: '|', headers: ['a;b', 'c'], skipLines: 2 });
});

test('a header with a line break inside quotes is one record but two lines', async () => {
  const source = await opened('broken-header.csv', '"Vertrag\nNr";Kunde\n1;2\n');
  expect(source).toMatchObject({ headers: ['Vertrag Nr', 'Kunde'], skipLines: 1, firstDataLine: 3 });
});

test('columns without a name get one', async () => {
  expect((await opened('index.csv', ',a,b\n0,x,y\n')).headers).toEqual(['column 1', 'a', 'b']);
});

test('one column alone is legal here', async () => {
  expect(await opened('one.csv', 'Vertrag\n1\n2\n')).toMatchObject({ headers: ['Vertrag'], skipLines: 1 });
});

const UTF8 = csv(';');
const LATIN = 'Straße;Währung;Größe\nMüller – „Söhne“;10 €;ß\n';
const LATIN_BYTES = Buffer.from(
  LATIN.replace('–', '\u0096').replace('„', '\u0084').replace('“', '\u0093').replace('€', '\u0080'),
  'latin1',
);

test.each<[string, Buffer, string]>([
  ['UTF-8', Buffer.from(UTF8), UTF8],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${UTF8}`), UTF8],
  ['UTF-16 LE', Buffer.from(`\uFEFF${UTF8}`, 'utf16le'), UTF8],
  ['UTF-16 BE', Buffer.from(`\uFEFF${UTF8}`, 'utf16le').swap16(), UTF8],
  ['UTF-16 LE without a mark', Buffer.from(UTF8.repeat(3), 'utf16le'), UTF8.repeat(3)],
  ['Windows-1252', LATIN_BYTES, LATIN],
  ['Windows-1252, gzipped', gzipSync(LATIN_BYTES), LATIN],
  ['old Mac line ends', Buffer.from(csv(';', '\r')), UTF8],
])('%s is read as the same text', async (_, bytes, text) => {
  const source = await opened('encoded.csv', bytes);
  expect(source.headers).toEqual(text.split('\n')[0]?.split(';'));
  expect(readFileSync(source.readPath, 'utf8').replace('\uFEFF', '')).toBe(text);
  expect(source.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
});

test("the engine's own decoder knows the 27 letters that Windows-1252 has beyond Latin-1", () => {
  const bytes = Uint8Array.from({ length: 32 }, (_, place) => 0x80 + place);
  const text = new TextDecoder('windows-1252').decode(bytes);
  expect(text.replaceAll(/[\u0080-\u009f]/g, '')).toBe('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ');
});

test('one wrong byte far behind the head still makes the file Windows-1252', async () => {
  const late = Buffer.concat([
    Buffer.from('a;b\n'),
    Buffer.from('1;2\n'.repeat(700_000)),
    Buffer.from([0x31, 0x3b, 0xe4, 10]),
  ]);
  const source = await opened('late.csv', late);
  expect(readFileSync(source.readPath, 'utf8').endsWith('1;ä\n')).toBe(true);
});

test('characters that two chunks share stay whole', async () => {
  const text = `a;b\n${'äö€😀;x\n'.repeat(250_000)}`;
  const source = await opened('chunks.csv', text);
  expect(source.readPath).toBe(source.path);
});

test('gzip is known by its bytes, not by its name', async () => {
  expect(await opened('packed.csv', gzipSync(UTF8))).toMatchObject({ gzipped: true, headers: ROWS[0] });
  expect(await opened('plain.csv.gz', UTF8)).toMatchObject({ gzipped: false, headers: ROWS[0] });
});

test('JSON lines, arrays and objects over several lines give the same rows', async () => {
  const objects = [
    { id: 1, name: 'Mül"{ler' },
    { id: 2, city: 'Köln', tags: ['a', { b: 1 }] },
  ];
  const lines = objects.map((object) => `${JSON.stringify(object)}\n`).join('');
  for (const text of [
    lines,
    JSON.stringify(objects),
    JSON.stringify(objects, null, 2),
    objects.map((o) => JSON.stringify(o, null, 1)).join('\n'),
  ]) {
    const source = await opened('rows.json', text);
    expect(source).toMatchObject({ format: 'json', headers: ['id', 'name', 'city', 'tags'], skipLines: 0 });
    const read = readFileSync(source.readPath, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(read).toEqual(objects);
  }
});

test('a bad line among JSON lines does not spoil the file', async () => {
  expect((await opened('bad-line.jsonl', '{"a":1}\n{"a":\n{"b":2}\n')).headers).toEqual(['a', 'b']);
});

test('each sheet of a workbook is a source; days stay days; empty sheets are told', async () => {
  const skipped: Skipped[] = [];
  const path = file(
    'book.xlsx',
    workbookBytes({
      contract: [
        ['contract_id', 'start_date', 'price', 'note'],
        ['1', { date: 45292 }, 12.5, 'a, "b"'],
        ['2', { date: 45292.75 }, -3, null],
      ],
      leer: [],
      Kunden: [
        ['Kunde', 'seit'],
        ['7', { date: 44197 }],
      ],
    }),
  );
  const sources = await openSources([path], home, { onSkipped: (one) => skipped.push(one) });
  expect(sources.map((source) => source.path)).toEqual([`${path}#contract`, `${path}#Kunden`]);
  expect(skipped).toEqual([{ path: `${path}#leer`, problem: 'emptySheet' }]);
  expect(readFileSync(sources[0]?.readPath ?? '', 'utf8')).toBe(
    'contract_id,start_date,price,note\n1,2024-01-01,12.5,"a, ""b"""\n2,2024-01-01T18:00:00,-3,\n',
  );
});

test('a folder is read in the order of names, and what is left out is told', async () => {
  const folder = join(home, 'folder');
  mkdirSync(join(folder, 'inner'), { recursive: true });
  for (const name of ['b.csv', 'a.csv', '.hidden.csv', 'mapping.yaml']) writeFileSync(join(folder, name), UTF8);
  const skipped: string[] = [];
  const sources = await openSources([folder], home, { onSkipped: ({ problem }) => skipped.push(problem) });
  expect(sources.map((source) => source.path)).toEqual([join(folder, 'a.csv'), join(folder, 'b.csv')]);
  expect(skipped).toEqual(['hiddenFile', 'subfolder', 'unknownKind']);
});

test.each([
  ['pretty', JSON.stringify({ world: 'A', realised: { exits: 12 } }, null, 2)],
  ['minified', JSON.stringify({ world: 'A', realised: { exits: 12 } })],
])('one single JSON object (%s) is no table: left out of a folder, refused by name', async (kind, text) => {
  const folder = join(home, `single-${kind}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.csv'), UTF8);
  const path = join(folder, 'truth.json');
  writeFileSync(path, text);
  const skipped: Skipped[] = [];
  const sources = await openSources([folder], home, { onSkipped: (one) => skipped.push(one) });
  expect(sources.map((source) => source.path)).toEqual([join(folder, 'a.csv')]);
  expect(skipped).toEqual([{ path, problem: 'notATable' }]);
  for (const paths of [[path], [folder, path], [path, folder]])
    expect(await refused(paths)).toMatchObject({
      code: 'importRefused',
      details: { problem: 'notATable', file: path },
    });
});

test('one row is a table as a JSON line or as an array of one', async () => {
  expect(await opened('row.jsonl', '{"a":1}\n')).toMatchObject({ format: 'json', headers: ['a'] });
  expect(await opened('row.json', '[{"a":1}]')).toMatchObject({ format: 'json', headers: ['a'] });
});

test('a folder with nothing but single objects holds nothing usable', async () => {
  const folder = join(home, 'only-figures');
  mkdirSync(folder);
  writeFileSync(join(folder, 'truth.json'), '{"a":{"b":1}}');
  expect((await refused([folder])).details).toMatchObject({ problem: 'noUsableFiles', file: folder });
});

test.each<[string, string | Buffer, string]>([
  ['empty.csv', '', 'emptyFile'],
  ['blank.csv', '\n \n\n', 'emptyFile'],
  ['nothing.csv.gz', gzipSync(''), 'emptyFile'],
  ['program.csv', Buffer.from('7f454c460201', 'hex'), 'binaryFile'],
  ['image.csv', Buffer.from('89504e470d0a1a0a', 'hex'), 'binaryFile'],
  ['document.csv', '%PDF-1.7\n', 'binaryFile'],
  ['nul.csv', 'a;b\n1;\u0000\n', 'binaryFile'],
  ['old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'oldWorkbook'],
  ['archive.csv', Buffer.from('504b0304aaaa', 'hex'), 'brokenWorkbook'],
  ['twice.csv.gz', gzipSync(gzipSync('a;b\n')), 'binaryFile'],
  ['double.csv', 'Preis;Kunde;PREIS \n1;2;3\n', 'duplicateHeaders'],
  ['umlaut.csv', 'Kündigung;Kuendigung\n1;2\n', 'duplicateHeaders'],
  ['double.jsonl', '{"a":1,"A":2}\n', 'duplicateHeaders'],
  ['figures.csv', '1;2;3\n4;5;6\n', 'noHeader'],
  ['half.csv.gz', gzipSync('a;b\n1;2\n'.repeat(9999)).subarray(0, 60), 'halfGzip'],
  ['broken.csv.gz', Buffer.concat([gzipSync('a;b\n').subarray(0, 12), Buffer.from('garbage garbage')]), 'brokenGzip'],
  ['open.json', '[{"a": 1}, {"a": ', 'notJson'],
  ['cut.parquet', Buffer.from('PAR1 but nothing else'), 'brokenParquet'],
])('%s is refused as %s', async (name, content, problem) => {
  const path = file(name, content);
  const error = await refused([path]);
  expect(error.details).toMatchObject({ problem, file: path });
  expect(error.message).toContain(path);
});

test('a line of 100 MB is found and its place is named', async () => {
  const path = file('long.csv', 'a;b\n1;2\n');
  for (let part = 0; part < 100; part += 1) appendFileSync(path, Buffer.alloc(1024 * 1024, 120));
  const error = await refused([path]);
  expect(error.details).toMatchObject({ problem: 'lineTooLong', file: path, line: 3, limit: 16 });
});

test('a missing file, an unreadable one and a useless folder are told apart', async () => {
  expect((await refused([join(home, 'nowhere.csv')])).code).toBe('fileNotFound');
  const useless = join(home, 'useless');
  mkdirSync(useless);
  expect((await refused([useless])).details).toMatchObject({ problem: 'noUsableFiles' });
  const denied = fileFailure('secret.csv', Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' }));
  expect(denied).toMatchObject({ code: 'fileUnreadable', details: { problem: 'noPermission', file: 'secret.csv' } });
});

test('reading stops when it is told to', async () => {
  const controller = new AbortController();
  controller.abort();
  const path = file('stop.csv', UTF8);
  await expect(openSources([path], home, { signal: controller.signal })).rejects.toMatchObject({ code: 'stopped' });
});

test('progress ends with all bytes', async () => {
  const path = file('progress.csv', UTF8.repeat(50_000));
  const seen: number[] = [];
  const [source] = await openSources([path], home, { onProgress: ({ bytes }) => seen.push(bytes) });
  expect(seen.at(-1)).toBe(source?.bytes);
});
