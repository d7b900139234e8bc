import { z } from 'zod';
import type { Report } from '#audit/report.ts';
import { auditParams } from '#audit/run-audit.ts';
import { CHECKS } from '#checks/catalogue.ts';
import type { Check } from '#checks/check.ts';
import { AppError } from '#domain/app-error.ts';
import { type AuditSettings, DEFAULT_AUDIT_SETTINGS } from '#domain/audit-settings.ts';
import type { StoredAudit } from '#register/audits.ts';
import { identifier } from '#warehouse/query.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import type { DataStore } from '../data/data-store.ts';
import { isStaffCheck, isStaffColumn } from '../data/staff.ts';
import type { OrderedRows } from '../exports/copied-rows.ts';
import { aboutClosed } from './closed-customers.ts';

export interface PeopleFilter {
  readonly search: string;
  readonly column: string;
  readonly value: string;
  readonly sort: string;
  readonly descending: boolean;
}
interface PeoplePage extends PeopleFilter {
  readonly offset: number;
  readonly limit: number;
}
type Value = string | number | boolean | null;

interface Column {
  readonly name: string;
  readonly numeric: boolean;
}

/** A list that stands ready: its columns, and its pages as the engine gives them. */
export interface PeopleList {
  readonly subject: string;
  readonly columns: readonly Column[];
  /** `withheld`: those left out of every list because they objected or are restricted. */
  counts(filter: PeopleFilter): Promise<{ readonly shown: number; readonly withheld: number }>;
  page(page: PeoplePage): Promise<readonly (readonly Value[])[]>;
  /** The whole list as a question. */
  ordered(filter: PeopleFilter): OrderedRows;
}

/** Where a row stands in its list: ties are told apart by it, so that a page need not be sorted by every column. */
const PLACE = 'list_place';

interface Source {
  readonly warehouse: Warehouse;
  readonly data: DataStore;
}

function listableCheck(id: string): Check & { affected: string } {
  const check = CHECKS.find((candidate) => candidate.id === id);
  // Whoever asks for single people who work here learns only that there is no such list.
  if (check === undefined || isStaffCheck(check)) throw new AppError('notFound', `no list for ${id}`);
  const { affected } = check;
  if (affected === null) throw new AppError('notFound', `no list for ${id}`);
  return { ...check, affected };
}

function auditSettingsOf(report: Report): AuditSettings {
  const known = Object.entries({ ...DEFAULT_AUDIT_SETTINGS, asOf: report.asOf }).map(([name, preset]) => [
    name,
    report.settings[name] === undefined ? preset : report.settings[name],
  ]);
  return { ...DEFAULT_AUDIT_SETTINGS, asOf: report.asOf, ...Object.fromEntries(known) };
}

const CheckSettings = z.record(z.string(), z.record(z.string(), z.number()));
const Described = z.object({ name: z.string(), type: z.string() });
const SHOWN_TYPE = /^(LowCardinality\()?(Nullable\()?(String|FixedString|U?Int|Float|Decimal|Date|Bool|Enum|UUID)/;
const NUMERIC_TYPE = /(^|\()(U?Int|Float|Decimal)/;

async function columnsOf(warehouse: Warehouse, table: string): Promise<readonly Column[]> {
  const described = await warehouse.rows({
    name: 'columns of a list',
    sql: `DESCRIBE ${identifier(table)}`,
    params: {},
    row: Described,
  });
  return described
    .filter(({ name, type }) => SHOWN_TYPE.test(type) && !isStaffColumn(name) && name !== PLACE)
    .map(({ name, type }) => ({ name, numeric: NUMERIC_TYPE.test(type) }));
}

function chosen(columns: readonly Column[], name: string, field: string): string | null {
  if (name === '') return null;
  const known = columns.find((column) => column.name === name);
  if (known === undefined)
    throw new AppError('requestInvalid', `${field}: ${name}`, {
      field,
      problem: columns.map((c) => c.name).join(', '),
    });
  return identifier(known.name);
}

function listOf({ warehouse, data }: Source, check: Check, columns: readonly Column[], table: string): PeopleList {
  const subject = identifier(check.subjects.id);
  const closed = aboutClosed(columns.map(({ name }) => name));
  // Whom the rows are about must be known before anybody sees them.
  if (closed === null) throw new AppError('notFound', `no list for ${check.id}`);
  const free = `NOT ${closed}`;
  const wanted = (filter: PeopleFilter) => {
    const column = chosen(columns, filter.column, 'column');
    const search =
      filter.search === '' ? '' : `\n  AND positionCaseInsensitive(toString(${subject}), {listSearch:String}) > 0`;
    const equal = column === null ? '' : `\n  AND toString(${column}) = {listValue:String}`;
    return `${search}${equal}`;
  };
  const bind = (filter: PeopleFilter) => ({ listSearch: filter.search, listValue: filter.value });
  const order = ({ sort, descending }: PeopleFilter) => {
    const column = chosen(columns, sort, 'sort');
    return `${column === null ? '' : `${column} ${descending ? 'DESC' : 'ASC'}, `}${PLACE}`;
  };
  const names = columns.map(({ name }) => identifier(name)).join(', ');
  const counted = (filter: PeopleFilter) =>
    data.counted(JSON.stringify([table, filter.search, filter.column, filter.value]), async () => {
      const answer = await warehouse.columns({
        name: `${check.id} people counted`,
        sql: `SELECT countIf(${free}) AS shown, countIf(${closed}) AS withheld
FROM ${identifier(table)}
WHERE true${wanted(filter)}
ORDER BY shown`,
        params: bind(filter),
      });
      return { shown: Number(answer['shown']?.[0] ?? 0), withheld: Number(answer['withheld']?.[0] ?? 0) };
    });
  return {
    subject: check.subjects.id,
    columns,
    async counts(filter) {
      const { shown = 0, withheld = 0 } = await counted(filter);
      return { shown, withheld };
    },
    ordered: (filter) => ({
      name: `export of ${check.id}`,
      columns: columns.map(({ name }) => name),
      sql: `SELECT ${names}\nFROM ${identifier(table)}\nWHERE ${free}${wanted(filter)}\nORDER BY ${order(filter)}`,
      params: bind(filter),
    }),
    async page(page) {
      // Which rows are on the page is asked of few columns; only those rows are read whole.
      const answer = await warehouse.columns({
        name: `${check.id} people`,
        sql: `SELECT ${names}
FROM ${identifier(table)}
WHERE ${PLACE} IN (
  SELECT ${PLACE}
  FROM ${identifier(table)}
  WHERE ${free}${wanted(page)}
  ORDER BY ${order(page)}
  LIMIT {listLimit:UInt32} OFFSET {listOffset:UInt32}
)
ORDER BY ${order(page)}`,
        params: { ...bind(page), listLimit: page.limit, listOffset: page.offset },
      });
      const length = answer[columns[0]?.name ?? '']?.length ?? 0;
      return Array.from({ length }, (_, row) => columns.map(({ name }) => answer[name]?.[row] ?? null));
    },
  };
}

/**
 * Opens the list of those behind a number, from the very definition of the number and under the settings of the audit.
 * @throws AppError notFound where there is no list; dataChanged when the store is no longer what was audited
 */
export async function withPeople<T>(
  { warehouse, data }: Source,
  audit: StoredAudit & { readonly parsed: Report },
  checkId: string,
  use: (list: PeopleList) => Promise<T>,
): Promise<T> {
  const check = listableCheck(checkId);
  if (!audit.parsed.checks.some((answered) => answered.id === checkId && answered.outcome === 'finding'))
    throw new AppError('notFound', `no finding of ${checkId} in this audit`);
  const own = CheckSettings.parse(JSON.parse(audit.checkSettings))[checkId] ?? {};
  const facts = auditParams(auditSettingsOf(audit.parsed));
  const params = { ...facts, ...check.defaults, ...own };
  if ((await data.dataHash()) !== audit.dataHash)
    throw new AppError('dataChanged', 'the store changed after the audit');
  const table = await data.kept({
    key: `people ${audit.id} ${check.id}`,
    facts: check.facts,
    factParams: facts,
    sql: `SELECT rowNumberInAllBlocks() AS ${PLACE}, *
FROM (
  SELECT * FROM (
${check.subjects.sql}
  )
  WHERE ${check.affected}
  ORDER BY ${identifier(check.subjects.id)}, tuple(*)
)`,
    params,
    orderBy: [PLACE],
  });
  const columns = await columnsOf(warehouse, table);
  return use(listOf({ warehouse, data }, check, columns, table));
}
