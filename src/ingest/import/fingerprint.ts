import { createHash } from 'node:crypto';
import type { TablePlan } from '../plan.ts';

/** Raised whenever the same files and mapping would give other rows than before. */
const RULES_VERSION = 2;

const sorted = (record: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Hash of the bytes of all files and of how they are mapped; names and order of the files do not count. */
export function fingerprintOf(plans: readonly TablePlan[]): string {
  const parts = plans.map((plan) =>
    JSON.stringify({
      bytes: plan.source.sha256,
      // Sheets of one workbook share its bytes.
      sheet: plan.source.path.split('#').slice(1).join('#'),
      table: plan.table.name,
      columns: sorted(plan.columns),
      styles: sorted(plan.styles),
      where: plan.where,
      gather: plan.gather,
      skipLines: plan.source.skipLines,
      delimiter: plan.source.delimiter,
    }),
  );
  const hash = createHash('sha256').update(`rules ${RULES_VERSION}\n`);
  for (const part of parts.toSorted()) hash.update(`${part}\n`);
  return hash.digest('hex');
}
