import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { qiniCurve } from '#statistics/relation/qini-curve.ts';
import { upliftByBand } from '#statistics/relation/uplift-by-band.ts';

const folder = '../shared/data';
const present = existsSync(folder);

/** The men's mail against no mail. One text column holds commas, so fields are counted from the end. */
function trial() {
  const lines = present ? readFileSync(`${folder}/hillstrom.csv`, 'utf8').trim().split('\n').slice(1) : [];
  const rows = lines.map((line) => line.split(',')).filter((row) => row.at(-4) !== 'Womens E-Mail');
  return {
    outcome: rows.map((row) => Number(row.at(-3))),
    treated: rows.map((row) => (row.at(-4) === 'Mens E-Mail' ? 1 : 0)),
    // Few months since the last purchase first.
    score: rows.map((row) => -Number(row[0])),
    counts: null,
  };
}

describe.skipIf(!present)(`Hillstrom's mail test, visits (needs ${folder})`, () => {
  const columns = trial();

  test('one band gives the published average effect +0.0765896 with standard error 0.0033859', () => {
    const [all] = upliftByBand(columns, { bands: 1, level: 0.95 });
    expect(all?.uplift?.value).toBeCloseTo(0.0765896, 7);
    expect(((all?.uplift?.high ?? 0) - (all?.uplift?.low ?? 0)) / (2 * 1.959963985)).toBeCloseTo(0.0033859, 7);
  });

  test('the Qini curve ends at the average effect', () => {
    const { gain, averageEffect } = qiniCurve(columns);
    expect(averageEffect).toBeCloseTo(0.0765896, 7);
    expect(gain.at(-1)).toBeCloseTo(averageEffect, 10);
  });
});
