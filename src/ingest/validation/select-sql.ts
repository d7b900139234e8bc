import { identifier } from '#warehouse/query.ts';
import { type SqlContext, toSql } from '../expression/to-sql.ts';
import type { TablePlan } from '../plan.ts';
import type { Pseudonyms } from '../pseudonym/pseudonyms.ts';
import { type ColumnStep, columnSteps, emptyOf, rawContext } from './column-step.ts';
import { FATES, FAULTS } from './fault.ts';
import { keptFields } from './kept-fields.ts';
import { currencySql } from './plan-currency.ts';
import type { RawFields } from './raw-fields.ts';

/** A quote that is never closed swallows line after line; no honest field is this long. */
const LONGEST_ROW_BYTES = 65_536;

/** Names of a canonical row as it is inserted, and the SELECT that yields them in this order. */
export interface RowSelect {
  readonly columns: readonly string[];
  readonly sql: string;
}

interface Parts {
  readonly plan: TablePlan;
  readonly fields: RawFields;
  readonly context: SqlContext;
  readonly steps: readonly ColumnStep[];
}

const as = (sql: string, name: string) => `${sql} AS ${name}`;

/** Fields as they are read, their row number, and whether the row is one at all. */
function readRows({ fields, plan, context }: Parts, from: string): string {
  const bytes = fields.names.map((name) => `ifNull(length(${name}), 0)`).join(' + ');
  const whole = `multiIf(
    ${fields.malformed}, ${FAULTS.malformed.number},
    ${bytes} > ${LONGEST_ROW_BYTES}, ${FAULTS.openQuote.number},
    ${fields.ragged}, ${FAULTS.fieldCount.number}, 0)`;
  const where = plan.where === null ? 'true' : `ifNull(${toSql(plan.where, context).sql}, false)`;
  const fate = `multiIf(${fields.blank}, ${FATES.blank}, _whole > 0, ${FATES.refused}, NOT ${where}, ${FATES.leftOut}, ${FATES.accepted})`;
  return `SELECT *, toUInt8(${whole}) AS _whole, toUInt8(${fate}) AS _fate
FROM (SELECT ${fields.select}, rowNumberInAllBlocks() + 1 AS _row FROM ${from})`;
}

/** One row a row of the file: the rules' results beside the raw fields. */
function plainRules({ steps, plan, fields }: Parts, inner: string): string {
  const rules = steps.map((step) => as(step.ruleSql, step.source));
  const currency = currencySql(plan, fields);
  const notes = [as(currency, '_currency'), as(`if(_currency = '', [], ['', _currency])`, '_notes')];
  const list = ['*', ...rules, ...(currency === `''` ? [as('[]::Array(String)', '_notes')] : notes)];
  return `SELECT ${list.join(', ')}\nFROM (${inner})`;
}

/** One row a key: the rules gather the rows of a key. Broken rows stay alone so that each can be named. */
function gatheredRules({ steps, plan, fields }: Parts, inner: string): string {
  const rules = steps.map((step) => as(step.ruleSql, step.source));
  const keys = steps.filter((step) => plan.table.key.includes(step.name)).map((step) => step.ruleSql);
  const names = fields.line === null ? fields.names : [...fields.names, fields.line];
  const raw = names.map((name) => as(`any(${name})`, gathered(name)));
  const notes = `[toString(count()), any(${currencySql(plan, fields)})]`;
  const list = [...raw, as('min(_row)', gathered('_row')), '_whole', '_fate', ...rules, as(notes, '_notes')];
  const groups = [...keys, '_whole', '_fate', 'if(_whole > 0, _row, 0)'];
  return `SELECT ${list.join(', ')}\nFROM (${inner})\nGROUP BY ${groups.join(', ')}`;
}

/** Gathered fields need names of their own: an alias would hide the field that it gathers. */
const gathered = (name: string) => `g_${name}`;

/** Faults between columns: where the later date lies before the earlier one, the later column is at fault. */
function orderedFault(step: ColumnStep, { plan, steps }: Parts): string {
  const wrong = plan.table.orders
    .filter((order) => order.after === step.name)
    .flatMap((order) => steps.filter((other) => other.name === order.before))
    .map((before) => `(${before.fault} = 0 AND ifNull(${before.value} > ${step.value}, false))`);
  if (wrong.length === 0) return step.fault;
  return `if(${step.fault} = 0 AND (${wrong.join(' OR ')}), toUInt8(${FAULTS.wrongOrder.number}), ${step.fault})`;
}

function noneGiven({ plan, steps }: Parts): string {
  const groups = plan.table.anyOf.map((group) => {
    const values = steps.filter((step) => group.includes(step.name)).map((step) => `isNull(${step.value})`);
    return values.length === 0 ? 'true' : `(${values.join(' AND ')})`;
  });
  return groups.length === 0 ? 'false' : groups.join(' OR ');
}

/** A value that the row cannot stand without: required, in the future, or against the order of things. */
function refusing(step: ColumnStep, fault: string): string[] {
  const reasons: string[] = [];
  if (step.column.required) reasons.push(`${fault} > 0`);
  else if (step.column.event) reasons.push(`${fault} = ${FAULTS.inFuture.number}`);
  return reasons;
}

function fatesSql(parts: Parts, inner: string): string {
  const { steps, plan } = parts;
  const faults = steps.map((step) => as(orderedFault(step, parts), `f_${step.fault}`));
  const ordered = new Set(plan.table.orders.map((order) => order.after));
  const reasons = steps.flatMap((step) => [
    ...refusing(step, `f_${step.fault}`),
    ...(ordered.has(step.name) ? [`f_${step.fault} = ${FAULTS.wrongOrder.number}`] : []),
  ]);
  const anyFault = ['0', ...steps.map((step) => `f_${step.fault}`)].join(' + ');
  const row = `multiIf(_whole > 0, _whole, ${noneGiven(parts)}, toUInt8(${FAULTS.noneGiven.number}), 0)`;
  const fate = `if(_fate > 0, _fate, toUInt8(_none > 0${reasons.map((reason) => ` OR ${reason}`).join('')}))`;
  return `SELECT *, ${[...faults, as(`toUInt8(${row})`, '_none'), as(fate, '_refused')].join(', ')},
  (_fate < ${FATES.leftOut} AND (_none > 0 OR (_whole = 0 AND ${anyFault} > 0))) AS _faulty
FROM (${inner})`;
}

function codesSql({ steps, plan }: Parts): string {
  const codes = Object.keys(plan.table.columns).map((name) => {
    const step = steps.find((candidate) => candidate.name === name);
    return step === undefined ? 'toUInt8(0)' : `if(_whole > 0, toUInt8(0), f_${step.fault})`;
  });
  return `if(_faulty, [${[...codes, '_none'].join(', ')}], []::Array(UInt8))`;
}

function storedValue(step: ColumnStep): string {
  const empty = emptyOf(step.column);
  const good = `if(f_${step.fault} = 0 AND _fate = 0, ${step.value}, NULL)`;
  return step.column.required ? `ifNull(${step.value}, ${empty})` : good;
}

/**
 * The SELECT that reads, maps and validates every row of a plan's source.
 * `from` is the engine's table of raw rows; `importDay` (ISO) is today for the import: events may lie one day later.
 * @throws AppError expressionInvalid
 */
export function rowSelect(
  plan: TablePlan,
  fields: RawFields,
  from: string,
  place: {
    readonly importId: number;
    readonly file: number;
    readonly lastDay: string;
    readonly pseudonyms: Pick<Pseudonyms, 'customers'>;
  },
): RowSelect {
  const context = rawContext(plan, fields);
  const parts = { plan, fields, context, steps: columnSteps(plan, context, place) };
  const rules = plan.gather ? gatheredRules : plainRules;
  const values = parts.steps.flatMap((step) => step.valueSteps);
  const faults = parts.steps.map((step) => as(step.faultSql, step.fault));
  const read = `SELECT *, ${values.join(', ')}\nFROM (${rules(parts, readRows(parts, from))})`;
  const judged = fatesSql(parts, `SELECT *, ${faults.join(', ')}\nFROM (${read})`);
  const nameOf = plan.gather ? gathered : (name: string) => name;
  const kept = keptFields(plan, fields, place.pseudonyms, nameOf);
  const raw = kept.faulty === kept.broken ? kept.faulty : `if(_whole > 0, ${kept.broken}, ${kept.faulty})`;
  const stored = [
    ...parts.steps.map(storedValue),
    `toUInt32(${place.importId})`,
    `toUInt16(${place.file})`,
    nameOf('_row'),
    '_refused',
    codesSql(parts),
    `arrayConcat(if(_faulty, ${raw}, []), _notes)`,
  ];
  const columns = [...parts.steps.map((step) => step.name), '_import', '_file', '_row', '_refused', '_codes', '_raw'];
  return { columns: columns.map(identifier), sql: `SELECT\n  ${stored.join(',\n  ')}\nFROM (${judged})` };
}
