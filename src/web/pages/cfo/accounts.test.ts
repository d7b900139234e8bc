import { expect, test } from 'vitest';
import { answerWith, exactly, lineOf } from '../../answer/answer.test-support.ts';
import { balanceChart } from './balance-chart.ts';
import { moneyRows } from './money-by-kind.ts';
import { offerAccounts } from './offer-accounts.ts';

const point = (series: string, x: string, value: number) => ({ series, x, value, low: value - 5, high: value + 5 });

test('each offer keeps its own two accounts, the worst first; half an account is none', () => {
  const points = [
    point('naive', 'spring', 600),
    point('full', 'spring', -100),
    point('naive', 'autumn', 500),
    point('full', 'autumn', -900),
    point('full', 'without naive', -2000),
  ];
  const charts = [{ id: 'accounts', kind: 'bars' as const, unit: 'money' as const, points, benchmark: [] }];
  expect(offerAccounts({ charts }).map(({ offer, naive, full }) => [offer, naive, full.value])).toEqual([
    ['autumn', 500, -900],
    ['spring', 600, -100],
  ]);
  expect(offerAccounts({ charts: [] })).toEqual([]);
});

test('an amount stands under its own kind, and answers without one are left out', () => {
  const { check, spoken } = answerWith(
    { id: 'with', money: { transfer: null, loss: exactly(7), atRisk: null, recoverable: exactly(9) } },
    { id: 'with', money: [lineOf('lost'), lineOf('recoverable')] },
  );
  const silent = answerWith({ id: 'without' }, { id: 'without' });
  const view = moneyRows({
    report: { checks: [silent.check, check] },
    spoken: { checks: [spoken, silent.spoken] },
  });
  expect(view).toHaveLength(1);
  expect(view[0]?.amounts).toEqual({
    transfer: null,
    loss: lineOf('lost'),
    atRisk: null,
    recoverable: lineOf('recoverable'),
  });
});

test('the line of neither gain nor loss is as long as the balance', () => {
  const cost = exactly(1000);
  const { points } = balanceChart({ cost, customerValue: 100, exits: exactly(10), exitShare: exactly(0.1) });
  const ends = (series: string) => points.filter((one) => one.series === series).map(({ x }) => Number(x));
  expect(Math.max(...ends('even'))).toBe(Math.max(...ends('balance')));
  expect(points.filter(({ series, value }) => series === 'even' && value !== 0)).toEqual([]);
});
