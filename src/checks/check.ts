import type { AuditSettings } from '#domain/audit-settings.ts';
import type { Fact } from '#facts/fact.ts';
import type { CellSpec, Cells, Subjects } from './cells.ts';
import type { CheckMessages } from './check-messages.ts';
import type { Inventory } from './inventory.ts';
import type { Verdict } from './verdict.ts';

/** Table -> columns. */
type Needs = Readonly<Record<string, readonly string[]>>;
export type Settings = Readonly<Record<string, number>>;

/** What a check of the catalogue needs; for the one check that judges the data themselves. */
export type CheckNeeds = Pick<Check, 'id' | 'measure' | 'requires' | 'oneOf' | 'sharpens'>;

export interface AssessInput<S extends Settings, K extends string> {
  readonly cells: Readonly<Record<K, Cells>>;
  readonly settings: S;
  readonly audit: AuditSettings;
  readonly inventory: Inventory;
  readonly catalogue: readonly CheckNeeds[];
}

/** A question about how the company treats its customers; see docs/adding-a-check.md. */
export interface CheckDefinition<S extends Settings, K extends string> {
  /** Noun of what goes wrong; also the folder's name. */
  readonly id: string;
  readonly measure: string;
  /** Without these the check does not apply. */
  readonly requires: Needs;
  /** Where several columns would each do: without any of them the check does not apply, which its verdict says itself. */
  readonly oneOf?: Needs;
  /** Columns that raise the grade, most useful first. */
  readonly sharpens: Needs;
  readonly facts: readonly Fact[];
  readonly defaults: S;
  readonly subjects: Subjects;
  readonly cells: Readonly<Record<K, CellSpec>>;
  /** SQL condition on a subject: the people behind the number; null where there are none. */
  readonly affected: string | null;
  /** Pure: sums in, verdicts out; one verdict a reference. */
  assess(input: AssessInput<S, K>): readonly Verdict[];
  readonly messages: CheckMessages;
}

/** A check with its own settings forgotten, so that unlike checks fit into one list. */
export interface Check extends Omit<CheckDefinition<Settings, string>, 'assess'> {
  assess(input: AssessInput<Settings, string>): readonly Verdict[];
}

/** Checks at start-up what the compiler cannot, and gives the check the shape that the audit runs. */
export function defineCheck<S extends Settings, K extends string>(definition: CheckDefinition<S, K>): Check {
  if (!/^[a-z]+(-[a-z]+)*$/.test(definition.id)) throw new RangeError(`check id ${definition.id} is not kebab-case`);
  if (!/^M\d\d$/.test(definition.measure))
    throw new RangeError(`check ${definition.id}: measure ${definition.measure}`);
  const settingsOf = (given: Settings): S => {
    const merged = { ...definition.defaults };
    for (const name of Object.keys(merged)) Object.assign(merged, { [name]: given[name] ?? merged[name] });
    return merged;
  };
  const cellsOf = (given: Readonly<Record<string, Cells>>): Record<K, Cells> => {
    const named = Object.keys(definition.cells).map((name) => {
      const cells = given[name];
      if (cells === undefined) throw new RangeError(`check ${definition.id}: no cells named ${name}`);
      return [name, cells] as const;
    });
    const record: Record<string, Cells> = Object.fromEntries(named);
    return record;
  };
  return {
    ...definition,
    assess: (input) =>
      definition.assess({ ...input, settings: settingsOf(input.settings), cells: cellsOf(input.cells) }),
  };
}
