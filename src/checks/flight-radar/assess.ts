import { byText } from '#domain/by-text.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { sumOf } from '../cells.ts';
import type { AssessInput } from '../check.ts';
import { judgeGap } from '../judge-gap.ts';
import {
  type Chart,
  type ChartPoint,
  type Detail,
  inconclusive,
  NO_MONEY,
  type Note,
  quantity,
  type Stratum,
  type Verdict,
  verdict,
} from '../verdict.ts';
import { EVENTS_PER_PARAMETER } from './hazard-model.ts';
import { lived, measureRadar, type Radar } from './measure.ts';
import { monthTable, sumColumn } from './month-cells.ts';
import { TENURE_EDGES } from './month-patterns.ts';
import type { RadarSettings } from './settings.ts';

export type RadarInput = AssessInput<RadarSettings, 'months' | 'states' | 'signals'>;

/** So many groups of customers are named in the order for action. */
const SHOWN_GROUPS = 6;

const note = (id: string, values: Note['values'] = {}): Note => ({ id, values });
const exactly = (value: number): Estimate => ({ value, low: value, high: value, level: 0.95 });

/** Exits a month by tenure, for those who are refused a model too. */
function ratesChart({ cells, audit }: RadarInput): Chart {
  const table = monthTable(cells.months);
  const months = lived(table, sumColumn(cells.months, cells.months.total, 'months'));
  const leaves = lived(table, sumColumn(cells.months, cells.months.total, 'leaves'));
  const points = [0, ...TENURE_EDGES].flatMap((edge, band): ChartPoint[] => {
    let [trials, successes] = [0, 0];
    for (const [row, own] of table.tenure.entries()) {
      if (own !== band) continue;
      trials += months[row] ?? 0;
      successes += leaves[row] ?? 0;
    }
    if (trials === 0 || successes < audit.minimumCell) return [];
    const { value, low, high } = wilsonInterval({ successes, trials });
    return [{ series: 'existing', x: edge, value, low, high }];
  });
  return { id: 'rates', kind: 'curve', unit: 'share', points, benchmark: [] };
}

function reliabilityChart({ validation }: Radar): readonly Chart[] {
  if (validation === null) return [];
  const points = validation.model.points.map(({ foretold, seen, low, high }) => ({
    series: 'existing',
    x: Math.round(foretold * 1e5) / 1e3,
    value: seen,
    low,
    high,
  }));
  const even = points.map(({ x }) => ({ series: 'foretold', x, value: Number(x) / 100, low: null, high: null }));
  return [{ id: 'reliability', kind: 'curve', unit: 'share', points, benchmark: even }];
}

/** States of today's customers, each only where enough are in it. */
function countsOf({ cells, audit }: RadarInput, exits: number): Readonly<Record<string, number>> {
  const states = ['steady', 'disappointed', 'exploring', 'noticed'] as const;
  const shown = states.flatMap((state) => {
    const count = sumOf(cells.states, 'customers', (tuple) => tuple[0] === state);
    return count >= audit.minimumCell ? [[state, count] as const] : [];
  });
  return { exits, customers: sumOf(cells.states, 'customers'), ...Object.fromEntries(shown) };
}

/** Kinds of event that know the exit already, by name. */
function leaks({ cells: { signals }, settings }: RadarInput): readonly Note[] {
  const events = signals.sumNames.indexOf('events');
  const followed = signals.sumNames.indexOf('followed');
  return signals.tuples
    .map((tuple, i) => ({
      signal: String(tuple[0]),
      events: signals.total[i * signals.sums + events] ?? 0,
      followed: signals.total[i * signals.sums + followed] ?? 0,
    }))
    .filter((one) => one.events >= settings.leakEvents && one.followed >= settings.leakShare * one.events)
    .sort((a, b) => b.followed / b.events - a.followed / a.events || byText(a.signal, b.signal))
    .slice(0, 3)
    .map((one) => note('leak', { signal: one.signal, share: one.followed / one.events }));
}

/** Which groups to spare first, named only where the interval is clear of zero. */
function orderDetails({ order }: Radar): readonly Detail[] {
  if (order === null) return [];
  const told = order.groups.filter(({ acts, perCustomer }) => acts.length <= 2 && perCustomer.low > 0);
  return [
    ...told.slice(0, SHOWN_GROUPS).map(({ acts, perCustomer }) => ({
      key: `order_${acts.join('+')}`,
      quantity: quantity(perCustomer, 'money/year'),
    })),
    { key: 'reachByEffect', quantity: quantity(order.reachByEffect, 'share') },
    { key: 'reachByRisk', quantity: quantity(order.reachByRisk, 'share') },
    { key: 'firstShared', quantity: quantity(order.shared, 'share') },
  ];
}

function orderChart({ order }: Radar): readonly Chart[] {
  if (order === null) return [];
  const points = order.course.flatMap(({ tenths, byEffect, byRisk }) =>
    [['byEffect', byEffect] as const, ['byRisk', byRisk] as const].map(([series, value]) => ({
      series,
      x: tenths * 10,
      value,
      low: null,
      high: null,
    })),
  );
  return [{ id: 'order', kind: 'curve', unit: 'share', points, benchmark: [] }];
}

function modelCaveats({ model, table, validation }: Radar, { settings, audit }: RadarInput): readonly Note[] {
  const better = validation !== null && validation.model.brier < validation.table.brier;
  const enough = validation !== null && validation.exits >= settings.minimumTestExits;
  return [
    ...(enough ? [] : [note('noTest', { found: validation?.exits ?? 0, needed: settings.minimumTestExits })]),
    ...(enough && !better ? [note('noBetterThanTable')] : []),
    ...(model.eventsPerParameter < EVENTS_PER_PARAMETER
      ? [note('shrunken', { perParameter: model.eventsPerParameter })]
      : []),
    ...(model.selected.includes('price_gap') ? [note('priceSelected')] : []),
    ...[...model.rare].map(([exposure, expected]) => note('tooRare', { exposure, expected })),
    ...model.onlyStayers.map((exposure) => note('onlyStayers', { exposure })),
    ...model.unknown.map((exposure) => note('notRecorded', { exposure })),
    ...(table.valueSource === 'margin' ? [] : [note('assumedMargin', { rate: audit.marginRate })]),
  ];
}

function strataOf({ reasons }: Radar, audit: RadarInput['audit']): readonly Stratum[] {
  return reasons
    .filter(({ customers }) => customers >= audit.minimumCell)
    .map(({ exposure, odds, customers }) => ({
      key: exposure,
      effect: quantity(odds, 'ratio'),
      outcome: judgeGap(
        { value: Math.log(odds.value), low: Math.log(odds.low), high: Math.log(odds.high), level: odds.level },
        Math.log(1.1),
      ),
      counts: { customers },
    }));
}

function detailsOf(radar: Radar, { settings }: RadarInput): readonly Detail[] {
  const { validation, monthlyExit, exitsToCome, reasons } = radar;
  const tested: readonly (readonly [string, number])[] =
    validation === null || validation.exits < settings.minimumTestExits
      ? []
      : [
          ['foretoldOverSeen', validation.model.ratio],
          ['brierOverTable', validation.model.brier / validation.table.brier],
          ['calibrationError', validation.model.calibrationError],
          ['calibrationErrorTable', validation.table.calibrationError],
        ];
  return [
    { key: 'monthlyExit', quantity: quantity(monthlyExit, 'share') },
    { key: 'exitsToCome', quantity: quantity(exitsToCome, 'count') },
    ...reasons.map(({ exposure, share }) => ({ key: `part_${exposure}`, quantity: quantity(share, 'share') })),
    ...tested.map(([key, value]) => ({
      key,
      quantity: quantity(exactly(value), key.startsWith('calibration') ? 'share' : 'ratio'),
    })),
  ];
}

const ADJUSTED = ['contract.start_date', 'contract.product_id'];

/** Pure: months at risk in, what is known of who leaves and why out. */
export function assessRadar(input: RadarInput): readonly Verdict[] {
  const { cells, settings, audit, inventory } = input;
  const exits = sumOf(cells.months, 'leaves');
  const counts = countsOf(input, exits);
  const asOf = audit.asOf;
  if (cells.states.tuples.some((tuple) => Number(tuple[1] ?? 0) === 1)) {
    return [inconclusive('snapshot', { asOf }, { counts })];
  }
  if (exits < settings.minimumTableExits) {
    return [inconclusive('fewExits', { found: exits, needed: settings.minimumTableExits, asOf }, { counts })];
  }
  const signals = leaks(input);
  const rates = ratesChart(input);
  if (exits < settings.minimumModelExits) {
    const values = { found: exits, needed: settings.minimumModelExits, asOf };
    return [inconclusive('tableOnly', values, { counts, caveats: signals, charts: [rates] })];
  }
  const radar = measureRadar(cells.months, audit);
  const arms = (inventory['recognition']?.filled['arm'] ?? 0) > 0;
  const caveats = [
    note(arms ? 'responsivenessElsewhere' : 'responsivenessUnknown'),
    note('observational'),
    ...modelCaveats(radar, input),
    ...signals,
  ];
  const common = { counts, details: detailsOf(radar, input), charts: [rates, ...reliabilityChart(radar)], caveats };
  if (radar.reasons.length === 0) return [inconclusive('noReasons', { asOf }, common)];
  const outcome = judgeGap(radar.share, settings.relevantShare);
  const affected = sumOf(cells.states, 'affected');
  // Nobody is put in an order where what the company does goes with no departures.
  const ranks = outcome === 'finding' && radar.order !== null;
  const worth = outcome === 'finding' && affected >= audit.minimumMoneyUnits && Number.isFinite(radar.atRisk.value);
  return [
    verdict({
      ...common,
      details: ranks ? [...common.details, ...orderDetails(radar)] : common.details,
      charts: ranks ? [...common.charts, ...orderChart(radar)] : common.charts,
      caveats: [...caveats, note(ranks ? 'orderExpected' : 'orderRefused')],
      outcome,
      grade: 'C',
      effect: quantity(radar.share, 'share'),
      naive: quantity(radar.naiveShare, 'share'),
      strata: strataOf(radar, audit),
      affected,
      money: { ...NO_MONEY, atRisk: worth ? radar.atRisk : null },
      adjustedFor: ADJUSTED,
      reason: outcome === 'inconclusive' ? note('undecided', { relevant: settings.relevantShare, exits, asOf }) : null,
      overturn: note(outcome === 'finding' ? 'overturnFinding' : 'overturnClear', { asOf }),
    }),
  ];
}
