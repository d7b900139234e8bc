import { CHECKS } from '#checks/catalogue.ts';
import type { Check, Settings } from '#checks/check.ts';
import { canBeAsked, type Inventory } from '#checks/inventory.ts';
import { type AuditSettings, DEFAULT_AUDIT_SETTINGS } from '#domain/audit-settings.ts';
import { abreast } from '#warehouse/abreast.ts';
import { withMergesPaused } from '#warehouse/merges.ts';
import type { Params } from '#warehouse/query.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { createFactStore } from './build-facts.ts';
import { jointAttribution } from './joint-attribution.ts';
import { type AlonePart, withJointLosses } from './joint-losses.ts';
import { latestDay } from './latest-day.ts';
import { ranked } from './rank.ts';
import { REPORT_VERSION, type Report } from './report.ts';
import { reportCheck } from './report-check.ts';
import { runCheck } from './run-check.ts';
import { takeInventory } from './take-inventory.ts';

export interface AuditRequest {
  readonly warehouse: Warehouse;
  /** null: the latest day the data know. */
  readonly asOf: string | null;
  readonly settings?: Partial<Omit<AuditSettings, 'asOf'>>;
  /** Check id -> its own settings. */
  readonly checkSettings?: Readonly<Record<string, Settings>>;
  readonly programVersion: string;
  readonly checks?: readonly Check[];
  readonly onProgress?: (done: number, total: number, name: string) => void;
  readonly signal?: AbortSignal;
}

/** Values that every query may bind. */
export function auditParams(audit: AuditSettings): Params {
  return Object.fromEntries(Object.entries(audit).map(([name, value]) => [name, value ?? 0]));
}

/**
 * Few rows cost the planning of their questions, which keeps one core busy. Many keep all cores busy, but one check can be judged while the
 * next is read; facts, which take the memory, are then built one by one. Very many need it all.
 */
const FEW_ROWS = 1_000_000;
const MANY_ROWS = 100_000_000;

function sideBySide(inventory: Inventory): { readonly checks: number; readonly facts: number } {
  const rows = Object.values(inventory).reduce((sum, table) => sum + table.rows, 0);
  if (rows <= FEW_ROWS) return { checks: 4, facts: 4 };
  return { checks: rows <= MANY_ROWS ? 2 : 1, facts: 1 };
}

/**
 * Runs every check and puts the verdicts in order.
 * @throws AppError stopped when the signal fires; a check's own failure is a verdict, not an exception
 */
export function runAudit(request: AuditRequest): Promise<Report> {
  return withMergesPaused(request.warehouse, () => audited(request));
}

async function audited(request: AuditRequest): Promise<Report> {
  const { warehouse, signal } = request;
  const checks = request.checks ?? CHECKS;
  const inventory = await takeInventory(warehouse);
  const asOf = request.asOf ?? (await latestDay(warehouse));
  const audit: AuditSettings = { ...DEFAULT_AUDIT_SETTINGS, ...request.settings, asOf };
  const params = auditParams(audit);
  const atATime = sideBySide(inventory);
  const facts = createFactStore(warehouse, params, atATime.facts, signal);
  let found: Report['checks'] = [];
  let joint: Report['joint'] = null;
  let alone: readonly AlonePart[] = [];
  try {
    let done = 0;
    // Checks that need no facts are worked on while the first facts are built.
    const order = checks.toSorted((a, b) => Number(a.facts.length > 0) - Number(b.facts.length > 0));
    const answers = await abreast(order, atATime.checks, async (check) => {
      request.onProgress?.(done, checks.length, check.id);
      const settings = { ...check.defaults, ...request.checkSettings?.[check.id] };
      const verdicts = await runCheck(
        { warehouse, facts, check, settings, audit, inventory, catalogue: checks, params },
        signal,
      );
      done += 1;
      return verdicts.map((given) => reportCheck(check, given));
    });
    found = answers.flat();
    // The joint model stands on the flight radar's months at risk.
    const radar = checks.find(({ id }) => id === 'flight-radar');
    if (radar !== undefined && canBeAsked(inventory, radar) && (await facts.need(radar.facts)) === null)
      ({ report: joint, alone } = await jointAttribution(warehouse, audit, params, signal));
    request.onProgress?.(checks.length, checks.length, '');
  } finally {
    await facts.dropAll();
  }
  const tables = Object.entries(inventory).map(([name, { rows }]) => ({ name, rows }));
  return {
    reportVersion: REPORT_VERSION,
    programVersion: request.programVersion,
    asOf,
    settings: { ...audit },
    tables: tables.filter(({ rows }) => rows > 0),
    joint,
    checks: ranked(withJointLosses(found, alone, audit)),
  };
}
