import type { Table } from '#warehouse/table.ts';
import { columnsOf } from '../expression.ts';
import type { Source, TablePlan, ValuePlan } from '../plan.ts';
import { isPseudonymous } from '../pseudonym/pseudonyms.ts';
import { refusal } from '../refusal.ts';
import { type Mapping, ruleFor } from './mapping-file.ts';
import type { FileRule, TableRule } from './mapping-schema.ts';
import { normaliseHeader } from './normalise-header.ts';
import { type Sample, sampleOf } from './sample.ts';
import { decideStyles } from './styles.ts';
import { planTable } from './table-plan.ts';

/** How a column will be filled, for the user to confirm. */
interface ProposedColumn {
  readonly path: string;
  readonly table: string;
  readonly column: string;
  /** Headers that the value is made from; empty for a constant. */
  readonly headers: readonly string[];
  readonly origin: ValuePlan['origin'];
  /** A raw value of the first of the headers, or the constant; null: the sample holds none, or it would name a person whom nobody is to know. */
  readonly sample: string | null;
  /** Will be stored as a pseudonym. */
  readonly pseudonym: boolean;
  readonly factor: number;
}

export interface Proposal {
  readonly plans: readonly TablePlan[];
  readonly columns: readonly ProposedColumn[];
  /** Whether customers become pseudonyms; null: the mapping file does not say. */
  readonly customersHidden: boolean | null;
  /** Patterns of the mapping file that no source is named like. */
  readonly unusedPatterns: readonly string[];
}

export interface ProposalInput {
  readonly sources: readonly Source[];
  /** The catalogue. */
  readonly tables: readonly Table[];
  readonly mapping: Mapping | null;
}

const NO_RULE: FileRule = {};

function tableRules({ tables, table, columns, defaults, where, gather }: FileRule): readonly TableRule[] {
  return tables ?? [{ table, columns, defaults, where, gather }];
}

/** A header counts as used when a column or the choice of rows of any plan reads it. */
function withUnusedHeaders(plans: readonly TablePlan[]): readonly TablePlan[] {
  const used = new Set(
    plans.flatMap(({ columns, where }) => [
      ...Object.values(columns).flatMap(({ expression }) => columnsOf(expression)),
      ...(where === null ? [] : columnsOf(where)),
    ]),
  );
  return plans.map((plan) => ({ ...plan, unusedHeaders: plan.source.headers.filter((header) => !used.has(header)) }));
}

function proposedColumns(
  { source, table, columns }: TablePlan,
  sample: Sample,
  customersHidden: boolean | null,
): readonly ProposedColumn[] {
  return Object.entries(columns).map(([column, { expression, origin, factor }]) => {
    const headers = columnsOf(expression);
    const declared = table.columns[column];
    const pseudonym = declared !== undefined && isPseudonymous(declared, { customers: customersHidden ?? false });
    const constant = expression.kind === 'text' ? expression.value : null;
    const first = pseudonym ? null : (constant ?? sample.columns[headers[0] ?? '']?.first ?? null);
    return { path: source.path, table: table.name, column, headers, origin, sample: first, pseudonym, factor };
  });
}

function customersHiddenBy(mapping: Mapping | null): boolean | null {
  const said = mapping?.entries.customer_ids;
  return said === undefined ? null : said === 'pseudonym';
}

interface SourceProposal {
  readonly plans: readonly TablePlan[];
  readonly columns: readonly ProposedColumn[];
  readonly pattern: string | null;
}

async function proposeSource(source: Source, { tables, mapping }: ProposalInput): Promise<SourceProposal> {
  const found = mapping === null ? null : ruleFor(mapping, source.path);
  const rule = found?.rule ?? NO_RULE;
  const sample = await sampleOf(source);
  if (sample.rows === 0) throw refusal('headerOnly', { file: source.path, line: source.skipLines, column: 1 });
  const given = {
    number: rule.number ?? mapping?.entries.number ?? null,
    date: rule.date ?? mapping?.entries.date ?? null,
    timezone: rule.timezone ?? mapping?.entries.timezone ?? 'UTC',
  };
  const ignored = new Set((rule.ignore ?? []).map(normaliseHeader));
  const usable = source.headers.filter((header) => !ignored.has(normaliseHeader(header)));
  const styles = decideStyles(source, sample, given);
  const plans = tableRules(rule).map((tableRule, at) => {
    const inside = rule.tables === undefined ? [] : ['tables', at];
    const placeOf = (entry: readonly string[]) => ({
      file: mapping?.path ?? source.path,
      line: mapping?.lineOf(['files', found?.pattern ?? '', ...inside, ...entry]) ?? 1,
      source: source.path,
    });
    return planTable({ source, tables, usable, styles, placeOf }, tableRule);
  });
  const complete = withUnusedHeaders(plans);
  return {
    plans: complete,
    columns: complete.flatMap((plan) => proposedColumns(plan, sample, customersHiddenBy(mapping))),
    pattern: found?.pattern ?? null,
  };
}

/**
 * Decides which table each source fills and how: what the mapping file says, then what the headers say, with number and
 * date styles from a sample of the values. Nothing is guessed where two readings are possible.
 * @throws AppError importRefused or mappingInvalid with `details.problem`
 */
export async function proposePlans(input: ProposalInput): Promise<Proposal> {
  const proposals: SourceProposal[] = [];
  for (const source of input.sources) proposals.push(await proposeSource(source, input));
  const used = new Set(proposals.map(({ pattern }) => pattern));
  return {
    plans: proposals.flatMap(({ plans }) => plans),
    columns: proposals.flatMap(({ columns }) => columns),
    customersHidden: customersHiddenBy(input.mapping),
    unusedPatterns: Object.keys(input.mapping?.entries.files ?? {}).filter((pattern) => !used.has(pattern)),
  };
}
