import { toCells } from '#checks/cells.ts';
import type { Check, CheckNeeds, Settings } from '#checks/check.ts';
import { canBeAsked, type Inventory, missingColumns } from '#checks/inventory.ts';
import { type Verdict, verdict } from '#checks/verdict.ts';
import type { AuditSettings } from '#domain/audit-settings.ts';
import type { Params } from '#warehouse/query.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import type { FactStore } from './build-facts.ts';
import { cellColumns, cellsQuery } from './cells-query.ts';

export interface CheckRun {
  readonly warehouse: Warehouse;
  readonly facts: FactStore;
  readonly check: Check;
  readonly settings: Settings;
  readonly audit: AuditSettings;
  readonly inventory: Inventory;
  readonly catalogue: readonly CheckNeeds[];
  readonly params: Params;
}

async function answer({
  warehouse,
  facts,
  check,
  settings,
  audit,
  inventory,
  catalogue,
  params,
}: CheckRun): Promise<readonly Verdict[]> {
  // Where the data for it are not there at all, the check says so itself, of no rows, and nothing needs to be built.
  const asked = canBeAsked(inventory, check);
  const fault = asked ? await facts.need(check.facts) : null;
  if (fault !== null) throw new Error(fault);
  const cells: Record<string, ReturnType<typeof toCells>> = {};
  for (const [name, spec] of Object.entries(check.cells)) {
    const has = (table: string) => (inventory[table]?.rows ?? 0) > 0;
    const isEmpty = !asked || (spec.standsOn !== undefined && !spec.standsOn.some(has));
    const query = cellsQuery(spec.subjects ?? check.subjects, spec, { ...params, ...settings });
    const columns = isEmpty ? {} : await warehouse.columns(query);
    cells[name] = toCells(spec, cellColumns(spec, columns));
  }
  return check.assess({ cells, settings, audit, inventory, catalogue });
}

/** The first missing column that the check could use, most useful first. */
function sharpenedBy(check: Check, inventory: Inventory): string | null {
  return missingColumns(inventory, check.sharpens)[0] ?? null;
}

/** Runs one check; its failure is its own and is shown, never hidden. */
export async function runCheck(run: CheckRun, signal: AbortSignal | undefined): Promise<readonly Verdict[]> {
  const missing = missingColumns(run.inventory, run.check.requires);
  if (missing.length > 0) {
    const reason = { id: 'missingColumns', values: { columns: missing.join(', ') } };
    return [verdict({ outcome: 'notApplicable', reason, sharpen: missing[0] ?? null })];
  }
  try {
    const verdicts = await answer(run);
    const sharpen = sharpenedBy(run.check, run.inventory);
    return verdicts.map((given) => ({ ...given, sharpen: given.sharpen === '' ? null : (given.sharpen ?? sharpen) }));
  } catch (error) {
    if (signal?.aborted) throw error;
    const message = error instanceof Error ? error.message : String(error);
    return [verdict({ outcome: 'failed', reason: { id: 'failed', values: { message: message.slice(0, 500) } } })];
  }
}
