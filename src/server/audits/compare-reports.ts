import type { Report, ReportCheck } from '#audit/report.ts';

type Effect = ReportCheck['effect'];
export type ChangeKind = 'appeared' | 'vanished' | 'turned' | 'stronger' | 'weaker' | 'same';

const keyOf = ({ id, reference }: ReportCheck) => `${id} ${reference}`;
const found = (check: ReportCheck | undefined) => check?.outcome === 'finding';

/** The two intervals have no value in common: the change is larger than what chance alone explains. */
export function areApart(before: Effect, after: Effect): boolean {
  if (before === null || after === null || before.unit !== after.unit) return false;
  const [low, high] = [before.low ?? Number.NEGATIVE_INFINITY, before.high ?? Number.POSITIVE_INFINITY];
  return (after.low ?? Number.NEGATIVE_INFINITY) > high || (after.high ?? Number.POSITIVE_INFINITY) < low;
}

// Some findings are counted so that less is worse; a ratio's "no difference" is one.
function severity(check: ReportCheck | undefined): number {
  const effect = check?.effect ?? null;
  if (effect === null) return 0;
  const distance = effect.value - (effect.unit === 'ratio' ? 1 : 0);
  return found(check) ? Math.abs(distance) : distance;
}

function kindOf(before: ReportCheck | undefined, after: ReportCheck | undefined, apart: boolean): ChangeKind {
  if (found(after) && !found(before)) return 'appeared';
  if (found(before) && !found(after)) return 'vanished';
  if (before?.outcome !== after?.outcome) return 'turned';
  if (!apart) return 'same';
  return severity(after) > severity(before) ? 'stronger' : 'weaker';
}

const ORDER: readonly ChangeKind[] = ['appeared', 'stronger', 'turned', 'weaker', 'vanished', 'same'];

/** Every question of two reports side by side, what got worse first. Positive effects are to the existing customers' disadvantage. */
export function compareReports(before: Report, after: Report) {
  const earlier = new Map(before.checks.map((check) => [keyOf(check), check]));
  const later = new Map(after.checks.map((check) => [keyOf(check), check]));
  const keys = [...new Set([...later.keys(), ...earlier.keys()])];
  const changes = keys.flatMap((key) => {
    const [old, fresh] = [earlier.get(key), later.get(key)];
    const either = fresh ?? old;
    if (either === undefined) return [];
    const apart = areApart(old?.effect ?? null, fresh?.effect ?? null);
    return [
      {
        id: either.id,
        reference: either.reference,
        kind: kindOf(old, fresh, apart),
        outcomeBefore: old?.outcome ?? null,
        outcomeAfter: fresh?.outcome ?? null,
        effectBefore: old?.effect ?? null,
        effectAfter: fresh?.effect ?? null,
        apart,
      },
    ];
  });
  const settingsChanged = Object.keys({ ...before.settings, ...after.settings }).filter(
    (name) => name !== 'asOf' && before.settings[name] !== after.settings[name],
  );
  return { settingsChanged, changes: changes.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)) };
}
