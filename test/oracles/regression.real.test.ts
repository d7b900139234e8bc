import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { designMatrix, type Term } from '#statistics/regression/design-matrix.ts';
import { linearPredictor } from '#statistics/regression/linear-predictor.ts';
import { logisticRegression } from '#statistics/regression/logistic-regression.ts';
import { weightedLeastSquares } from '#statistics/regression/weighted-least-squares.ts';

const TELCO = '../shared/data/ibm_telco_churn.csv';
const HILLSTROM = '../shared/data/hillstrom.csv';

/** Rows of a CSV without line breaks inside fields, by column name. */
function readRows(file: string): readonly ReadonlyMap<string, string>[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => {
    const cells = [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((cell) => cell[1] ?? cell[2] ?? '');
    return new Map(names.map((name, k) => [name, cells[k] ?? '']));
  });
}

const NUMERIC = ['tenure', 'MonthlyCharges', 'TotalCharges'];

function telco(rows: readonly ReadonlyMap<string, string>[]) {
  const texts = [...(rows[0]?.keys() ?? [])].filter((name) => !['customerID', 'Churn', ...NUMERIC].includes(name));
  const terms: Term[] = [
    { kind: 'intercept' },
    ...NUMERIC.map((name): Term => ({ kind: 'numeric', name, values: rows.map((row) => Number(row.get(name) || 0)) })),
    ...texts.map(
      (name): Term => ({
        kind: 'category',
        name,
        values: rows.map((row) => row.get(name) ?? ''),
        reference: null,
      }),
    ),
  ];
  const churned = rows.map((row) => (row.get('Churn') === 'Yes' ? 1 : 0));
  return { design: designMatrix({ rows: rows.length, terms }), churned };
}

describe.skipIf(!existsSync(TELCO))('IBM Telco churn (needs the reference data beside the project)', () => {
  const rows = existsSync(TELCO) ? [...readRows(TELCO)] : [];
  rows.sort((a, b) => ((a.get('customerID') ?? '') < (b.get('customerID') ?? '') ? -1 : 1));
  const { design, churned } = telco(rows);
  const logit = (keep: (row: number) => boolean) => {
    const index = rows.map((_, i) => i).filter(keep);
    return logisticRegression(
      {
        names: design.names,
        columns: design.columns.map((column) => index.map((i) => column[i] ?? 0)),
        successes: index.map((i) => churned[i] ?? 0),
        trials: index.map(() => 1),
        offset: null,
        cluster: null,
      },
      { penalty: 'none' },
    );
  };

  test('log-likelihood of the logit with 23 columns, and of none', () => {
    const full = logit(() => true);
    expect(full.logLikelihood).toBeCloseTo(-2914.1422, 4);
    expect(full.coefficients.length - full.diagnostics.dropped.length).toBe(24);
    const empty = logisticRegression({
      names: ['one'],
      columns: [rows.map(() => 1)],
      successes: churned,
      trials: rows.map(() => 1),
      offset: null,
      cluster: null,
    });
    expect(empty.logLikelihood).toBeCloseTo(-4075.0729, 4);
  });

  test('five folds by sorted customer: AUC, log-loss and Brier score', () => {
    const scores = [0, 1, 2, 3, 4].map((fold) => {
      const { coefficients } = logit((i) => i % 5 !== fold);
      const values = coefficients.map(({ estimate }) => estimate.value);
      const chance = linearPredictor(design.columns, values, null, rows.length).map((eta) => 1 / (1 + Math.exp(-eta)));
      const index = rows.map((_, i) => i).filter((i) => i % 5 === fold);
      return judge(
        index.map((i) => chance[i] ?? 0),
        index.map((i) => churned[i] ?? 0),
      );
    });
    const mean = (pick: (score: (typeof scores)[number]) => number) => scores.reduce((sum, s) => sum + pick(s), 0) / 5;
    expect(scores[0]?.auc).toBeCloseTo(0.84973, 5);
    expect(mean((s) => s.auc)).toBeCloseTo(0.84529, 4);
    expect(mean((s) => s.logLoss)).toBeCloseTo(0.418, 4);
    expect(mean((s) => s.brier)).toBeCloseTo(0.1358, 4);
  });
});

function judge(chance: readonly number[], truth: readonly number[]) {
  const order = chance.map((_, i) => i).sort((a, b) => (chance[a] ?? 0) - (chance[b] ?? 0));
  let rankSum = 0;
  order.forEach((i, rank) => {
    rankSum += truth[i] === 1 ? rank + 1 : 0;
  });
  const positives = truth.reduce((a, b) => a + b, 0);
  const n = truth.length;
  const auc = (rankSum - (positives * (positives + 1)) / 2) / (positives * (n - positives));
  let logLoss = 0;
  let brier = 0;
  chance.forEach((p, i) => {
    logLoss -= Math.log(truth[i] === 1 ? p : 1 - p) / n;
    brier += (p - (truth[i] ?? 0)) ** 2 / n;
  });
  return { auc, logLoss, brier };
}

describe.skipIf(!existsSync(HILLSTROM))('Hillstrom mail test (needs the reference data beside the project)', () => {
  test('visits after the men’s mail against no mail: +0.0765896 (se 0.0033859)', () => {
    const rows = readRows(HILLSTROM).filter((row) => row.get('segment') !== 'Womens E-Mail');
    const mailed = rows.map((row) => (row.get('segment') === 'Mens E-Mail' ? 1 : 0));
    const response = rows.map((row) => Number(row.get('visit')));
    const input = {
      names: ['one', 'mailed'],
      columns: [rows.map(() => 1), mailed],
      response,
      weights: null,
      cluster: null,
    };
    const effect = weightedLeastSquares(input, { variance: 'HC1' }).coefficients[1];
    expect(effect?.estimate.value).toBeCloseTo(0.0765896, 7);
    expect(effect?.standardError).toBeCloseTo(0.0033859, 6);
  });
});
