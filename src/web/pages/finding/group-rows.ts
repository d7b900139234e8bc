import type { PresentedCheck, ReportCheck } from '../../parts/report-shape.ts';

type Stratum = ReportCheck['strata'][number];

/** A group of the check with its label. `size`: its first count; null where none was told. */
export interface GroupRow {
  readonly key: string;
  readonly label: string;
  readonly value: number | null;
  readonly effect: Stratum['effect'];
  readonly outcome: Stratum['outcome'];
  readonly size: number | null;
}

/** "tenure:1" with the label "Contract years: 1" says what the dimension "tenure" is called. */
function dimensionNames(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  return new Map(
    pairs.flatMap(([key, label]) => {
      const at = key.indexOf(':');
      const rest = key.slice(at);
      return at > 0 && label.endsWith(key.slice(at + 1))
        ? [[key.slice(0, at), label.slice(0, label.length - rest.length + 1).replace(/[:\s]+$/, '')] as const]
        : [];
    }),
  );
}

/** Groups as the report has them; labels stand in the presentation for those with a number, in the same order. */
export function groupRows(
  check: Pick<ReportCheck, 'strata'>,
  spoken: Pick<PresentedCheck, 'strata'>,
): readonly GroupRow[] {
  const judged = check.strata.filter(({ effect }) => effect !== null);
  const pairs = judged.map(({ key }, i) => [key, spoken.strata[i]?.label ?? key] as const);
  const labels = new Map(pairs);
  const dimensions = dimensionNames(pairs);
  const named = (key: string) => {
    const at = key.indexOf(':');
    const dimension = dimensions.get(key.slice(0, Math.max(0, at)));
    return labels.get(key) ?? (dimension === undefined ? key.slice(at + 1) : `${dimension}: ${key.slice(at + 1)}`);
  };
  return check.strata.map(({ key, effect, outcome, counts }) => ({
    key,
    label: named(key),
    value: effect?.value ?? null,
    effect,
    outcome,
    size: Object.values(counts)[0] ?? null,
  }));
}
