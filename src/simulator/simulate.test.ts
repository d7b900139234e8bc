import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '#domain/app-error.ts';
import { readCanonical } from './output/read-canonical.ts';
import type { Mechanism } from './planted.ts';
import { type SimulateOptions, simulate } from './simulate.ts';

const root = mkdtempSync(join(tmpdir(), 'stammkunde-simulator-'));
afterAll(() => rmSync(root, { recursive: true }));

const options = (name: string, changed: Partial<SimulateOptions>): SimulateOptions => ({
  world: 'A',
  customers: 450,
  seed: 4,
  without: [],
  clean: true,
  variants: false,
  counterfactuals: 'none',
  directory: join(root, name),
  onProgress: () => undefined,
  signal: null,
  ...changed,
});

/** Hash of each file's bytes. */
async function bytes(name: string, changed: Partial<SimulateOptions> = {}): Promise<Map<string, string>> {
  const { directory } = options(name, changed);
  await simulate(options(name, changed));
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /[.](csv|json)$/.test(file),
  );
  return new Map(
    files.sort().map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(directory, file)))
        .digest('hex'),
    ]),
  );
}

function changedFiles(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...one].filter(([file, hash]) => file !== 'truth.json' && other.get(file) !== hash).map(([file]) => file);
}

describe('the same options', () => {
  test('give the same bytes, mess and other systems included', async () => {
    const first = await bytes('first', { clean: false, variants: true });
    expect(await bytes('second', { clean: false, variants: true })).toEqual(first);
    expect([...first.keys()]).toContain('exports/sap/EVER.csv');
  });

  test('with another seed give another company', async () => {
    const one = await bytes('seed-4');
    expect(changedFiles(one, await bytes('seed-5', { seed: 5 }))).toContain('customer.csv');
  });
});

describe('one mechanism switched off', () => {
  let base: ReadonlyMap<string, string> = new Map();
  beforeAll(async () => {
    base = await bytes('base');
  });

  const only: readonly (readonly [Mechanism, readonly string[]])[] = [
    ['G3', ['recognition.csv']],
    ['G6', ['concession.csv', 'contact.csv', 'exit_event.csv']],
    ['G12', ['cost.csv']],
    ['G23', ['mention.csv']],
    ['G24', []],
  ];
  test.each(only)('%s changes only %j', async (mechanism, files) => {
    expect(changedFiles(base, await bytes(`without-${mechanism}`, { without: [mechanism] }))).toEqual(files);
  });

  test('two queues change calls and who leaves, but not staff, prices for newcomers, offers or costs', async () => {
    const changed = changedFiles(base, await bytes('one-queue', { without: ['G4'] }));
    expect(changed).toContain('contact.csv');
    for (const file of ['staff.csv', 'new_business_price.csv', 'offer.csv', 'cost.csv', 'team_pulse.csv'])
      expect(changed).not.toContain(file);
  });

  test('the price walk leaves who comes, when and from where as it was', async () => {
    await bytes('level', { without: ['G1'] });
    const first = (name: string) =>
      readCanonical(join(root, name), 'customer')
        .filter((row) => Number(row['customer_id']) < 20_000_000)
        .map((row) => [row['customer_id'], row['customer_since'], row['region'], row['segment']].join(' '))
        .sort();
    expect(first('level')).toEqual(first('base'));
  });
});

test('a stopped simulation says so', async () => {
  const stop = AbortSignal.abort();
  await expect(simulate(options('stopped', { signal: stop }))).rejects.toThrow(AppError);
});

test('progress ends at 1', async () => {
  let last = 0;
  await simulate(options('progress', { onProgress: (share) => (last = share) }));
  expect(last).toBe(1);
});
