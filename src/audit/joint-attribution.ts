import { type Cells, sumOf, toCells } from '#checks/cells.ts';
import { monthCells, monthSubjects } from '#checks/flight-radar/month-cells.ts';
import type { AuditSettings } from '#domain/audit-settings.ts';
import { EXPOSURES } from '#domain/exposure.ts';
import type { Estimate } from '#statistics/estimate.ts';
import type { Params } from '#warehouse/query.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { cellColumns, cellsQuery } from './cells-query.ts';
import { estimateJoint, type JointEstimate, jointModel } from './joint-attribution-estimate.ts';
import type { AlonePart } from './joint-losses.ts';
import type { JointReport } from './joint-report.ts';
import { rounded, side } from './report-check.ts';

const MONTHS = 12;
/** Below this many decisions to leave no model is made. */
const FEWEST_EXITS = 100;

const interval = ({ value, low, high, level }: Estimate) => ({
  value: rounded(value),
  low: side(low),
  high: side(high),
  level,
});

const EMPTY: JointReport = {
  outcome: 'notApplicable',
  grade: null,
  months: MONTHS,
  observedExits: null,
  exits: null,
  share: null,
  money: null,
  byExposure: [],
  leftOut: [],
  caveats: [],
  reason: null,
};
const note = (id: string, values: Readonly<Record<string, number | string>> = {}) => ({ id, values: { ...values } });

function leftOutOf({ model }: JointEstimate): JointReport['leftOut'] {
  return EXPOSURES.flatMap((exposure) => {
    if (model.unknown.includes(exposure)) return [{ exposure, reason: note('notRecorded') }];
    if (model.selected.includes(exposure)) return [{ exposure, reason: note('selectedCustomers') }];
    if (model.onlyStayers.includes(exposure)) return [{ exposure, reason: note('onlyStayers') }];
    const expected = model.rare.get(exposure);
    return expected === undefined ? [] : [{ exposure, reason: note('tooRare', { expected: rounded(expected) }) }];
  });
}

const NO_VALUE: Readonly<Record<string, string>> = { revenue: 'valueOfRevenue', price: 'valueOfPrice' };

function reportOf(found: JointEstimate, audit: AuditSettings): JointReport {
  const { exits, share, money, parts, model, table, observed } = found;
  const told = exits.low > 0 || exits.high < 0;
  const worth = told && Number.isFinite(money.value) && observed >= audit.minimumMoneyUnits;
  const outcome = exits.low > 0 ? 'finding' : 'reversed';
  const thin = model.eventsPerParameter < 10;
  const assumed = NO_VALUE[table.valueSource];
  return {
    ...EMPTY,
    outcome: told ? outcome : 'inconclusive',
    grade: 'C',
    observedExits: observed,
    exits: interval(exits),
    share: interval(share),
    money: worth ? interval(money) : null,
    byExposure: parts.map((part) => ({
      exposure: part.exposure,
      exits: interval(part.exits),
      money: worth ? interval(part.money) : null,
      alone: interval(part.alone),
      exposedShare: rounded(part.exposedShare),
    })),
    leftOut: leftOutOf(found),
    caveats: [
      note('observational'),
      ...(thin ? [note('shrunken', { perParameter: rounded(model.eventsPerParameter) })] : []),
      ...(model.causes.some(({ exposure }) => exposure === 'price_gap') ? [note('priceByWillingness')] : []),
      ...(worth && assumed !== undefined ? [note(assumed, { rate: audit.marginRate })] : []),
      ...(told && !worth ? [note('noMoney', { needed: audit.minimumMoneyUnits })] : []),
    ],
    reason: told ? null : note('notToldApart'),
  };
}

interface Joint {
  readonly report: JointReport;
  /** Each exposure looked at alone, for the findings of single checks; empty where there is no model. */
  readonly alone: readonly AlonePart[];
}

const silent = (parts: Partial<JointReport>): Joint => ({ report: { ...EMPTY, ...parts }, alone: [] });

/** Pure: the cells of the months at risk in, the joint attribution out. */
export function assessJoint(cells: Cells, audit: AuditSettings): Joint {
  if (cells.keys === 0) return silent({ reason: note('noMonths') });
  const exits = sumOf(cells, 'leaves');
  if (exits < FEWEST_EXITS) {
    return silent({ outcome: 'inconclusive', reason: note('fewExits', { found: exits, needed: FEWEST_EXITS }) });
  }
  const found = estimateJoint(cells, audit);
  if (found === null) {
    const { table, model } = jointModel(cells);
    const tooRare = model.onlyStayers.length > 0 ? 'exposuresOnlyStayers' : 'exposuresTooRare';
    return silent({ reason: note(table.known === 0 ? 'noExposures' : tooRare) });
  }
  const alone = found.parts.map((part) => ({
    exposure: part.exposure,
    exits: interval(part.alone),
    money: Number.isFinite(part.aloneMoney.value) ? interval(part.aloneMoney) : null,
  }));
  return { report: reportOf(found, audit), alone };
}

/** Sums the months at risk in the engine and puts the exits of a year down to the exposures; its own failure is shown, not thrown. */
export async function jointAttribution(
  warehouse: Warehouse,
  audit: AuditSettings,
  params: Params,
  signal: AbortSignal | undefined,
): Promise<Joint> {
  try {
    const columns = await warehouse.columns(cellsQuery(monthSubjects, monthCells, params));
    return assessJoint(toCells(monthCells, cellColumns(monthCells, columns)), audit);
  } catch (error) {
    if (signal?.aborted) throw error;
    const message = error instanceof Error ? error.message : String(error);
    return silent({ outcome: 'failed', reason: note('failed', { message: message.slice(0, 500) }) });
  }
}
