export interface Readiness {
  readonly id: string;
  readonly state: 'full' | 'reduced' | 'missing' | 'staffLocked';
  /** "table.column" */
  readonly missing: readonly string[];
  readonly sharpens: readonly string[];
}

export interface Unlocking {
  readonly column: string;
  /** Questions that lack nothing but this column. */
  readonly opens: number;
  /** Questions that lack this column and others too. */
  readonly helps: number;
  /** Questions that can be asked already and would answer more sharply. */
  readonly sharpens: number;
}

const count = (columns: readonly string[], column: string) => (columns.includes(column) ? 1 : 0);

/** Columns that hold nothing, those first that would open most questions, then those that would help and sharpen most. */
export function unlockings(checks: readonly Readiness[]): readonly Unlocking[] {
  const columns = new Set(checks.flatMap(({ missing, sharpens }) => [...missing, ...sharpens]));
  const tally = (column: string): Unlocking => {
    const sum = (part: (check: Readiness) => number) => checks.reduce((total, check) => total + part(check), 0);
    return {
      column,
      opens: sum(({ missing }) => (missing.length === 1 ? count(missing, column) : 0)),
      helps: sum(({ missing }) => (missing.length > 1 ? count(missing, column) : 0)),
      sharpens: sum(({ missing, sharpens }) => (missing.length === 0 ? count(sharpens, column) : 0)),
    };
  };
  return [...columns]
    .map(tally)
    .sort(
      (a, b) =>
        b.opens - a.opens || b.helps - a.helps || b.sharpens - a.sharpens || a.column.localeCompare(b.column, 'en'),
    );
}

/** How many questions stand in each state. */
export function tallyStates(checks: readonly Readiness[]): Readonly<Record<Readiness['state'], number>> {
  const of = (state: Readiness['state']) => checks.filter((check) => check.state === state).length;
  return { full: of('full'), reduced: of('reduced'), missing: of('missing'), staffLocked: of('staffLocked') };
}
