import { byText } from '#domain/by-text.ts';
import { type Cells, sumOf } from '../cells.ts';
import type { AssessInput, CheckNeeds } from '../check.ts';
import { canBeAsked, holds, type Inventory, missingColumns } from '../inventory.ts';
import { inconclusive, type Note, quantity, type Stratum, type Verdict, verdict } from '../verdict.ts';
import { PROBES } from './query.ts';

export const READINESS_DEFAULTS = {
  /** A larger share of failing rows is a problem worth a line. */
  relevantShare: 0.02,
  /** A day that holds a larger share of all starts is probably a migration. */
  migrationShare: 0.15,
};
export type ReadinessSettings = typeof READINESS_DEFAULTS;

const exactly = (value: number) => ({ value, low: value, high: value, level: 0.95 });

/** The missing column that the most checks wait for; a column that opens a check counts more than one that sharpens it. */
export function mostUseful(catalogue: readonly CheckNeeds[], inventory: Inventory): string | null {
  const worth = new Map<string, number>();
  for (const check of catalogue) {
    const opens = missingColumns(inventory, check.requires);
    for (const column of opens) worth.set(column, (worth.get(column) ?? 0) + 10 / opens.length);
    for (const column of missingColumns(inventory, check.sharpens)) worth.set(column, (worth.get(column) ?? 0) + 1);
  }
  const ordered = [...worth.entries()].sort(([a, x], [b, y]) => y - x || byText(a, b));
  return ordered[0]?.[0] ?? null;
}

function tableStrata(inventory: Inventory): readonly Stratum[] {
  return Object.entries(inventory)
    .filter(([, { rows }]) => rows > 0)
    .map(([table, { rows, filled }]) => {
      const columns = Object.values(filled);
      const used = columns.filter((count) => count > 0).length;
      const counts = { rows, columns: columns.length, filledColumns: used };
      return {
        key: `table:${table}`,
        effect: quantity(exactly(used / columns.length), 'share'),
        outcome: 'clear',
        counts,
      };
    });
}

interface Asked {
  readonly id: string;
  readonly asked: number;
  readonly failed: number;
  readonly share: number;
  /** The company has none of the columns that were looked into. */
  readonly absent: boolean;
}

function failures(probes: Cells, inventory: Inventory): readonly Asked[] {
  return Object.entries(PROBES).flatMap(([id, { table, columns }]) => {
    const absent = columns?.every((column) => !holds(inventory, table, column)) ?? false;
    const asked = sumOf(probes, 'asked', (tuple) => tuple[0] === id);
    const failed = sumOf(probes, 'failed', (tuple) => tuple[0] === id);
    return asked === 0 ? [] : [{ id, asked, failed, share: failed / asked, absent }];
  });
}

/** How far these data carry: which questions can be asked, what is doubtful, and which one column would open most. */
export function assessReadiness(input: AssessInput<ReadinessSettings, 'probes'>): readonly Verdict[] {
  const { cells, settings, inventory, catalogue } = input;
  if (Object.values(inventory).every(({ rows }) => rows === 0))
    return [
      verdict({ outcome: 'notApplicable', reason: { id: 'emptyStore', values: {} }, sharpen: 'contract.contract_id' }),
    ];
  const asked = failures(cells.probes, inventory);
  const failing = asked
    .filter(({ share }) => share > settings.relevantShare)
    .sort((a, b) => b.share - a.share || byText(a.id, b.id));
  // What a company does not have makes questions impossible, which is told beside; only what contradicts itself is doubtful.
  const doubtful = failing.filter(({ absent }) => !absent);
  const others = catalogue.filter((check) => check.measure !== 'M26');
  const runnable = others.filter((check) => canBeAsked(inventory, check));
  const sharpen = mostUseful(others, inventory);
  const parts: Partial<Verdict> = {
    grade: 'D',
    effect: others.length === 0 ? null : quantity(exactly(runnable.length / others.length), 'share'),
    strata: tableStrata(inventory),
    details: asked
      .filter(({ failed }) => failed > 0)
      .map(({ id, share }) => ({ key: id, quantity: quantity(exactly(share), 'share') })),
    counts: { checks: others.length, runnable: runnable.length, probes: asked.length, doubtful: doubtful.length },
    caveats: failing.map(({ id, asked: rows, failed, share }): Note => ({ id, values: { rows, failed, share } })),
    sharpen,
  };
  const worst = doubtful[0];
  if (worst === undefined) return [verdict({ outcome: 'clear', ...parts })];
  return [inconclusive('doubtfulData', { problems: doubtful.length }, parts)];
}
