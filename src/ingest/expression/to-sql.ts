import { quoted } from '#warehouse/query.ts';
import type { Expression, ValueType } from '../expression.ts';
import type { FieldStyle } from '../plan.ts';
import { type Built, decimalOf, fieldText, retyped } from './conversion.ts';
import { expressionError } from './expression-error.ts';
import { plainFunction } from './functions.ts';
import { checkPattern } from './pattern-check.ts';
import { specialForm } from './special-forms.ts';

/** The raw field of a header: its SQL (Nullable(String)) and how its numbers and dates are written. */
export interface RawField extends FieldStyle {
  readonly sql: string;
}

export interface SqlContext {
  /** null: the source has no such header. */
  field(header: string): RawField | null;
  /** SQL of the row's number in its file. */
  readonly rowNumber: string;
}

type Call = Extract<Expression, { kind: 'call' }>;

/** Rules are nested; what they become must stay readable for the engine. */
const LONGEST_SQL = 400_000;

function columnBuilt(header: string, position: number, context: SqlContext): Built {
  const field = context.field(header);
  if (field === null) throw expressionError('', position, `there is no column ${header}`, 'unknownHeader');
  return { sql: fieldText(field.sql), type: 'text', raw: field };
}

function requireArity(call: Call, least: number, most: number): void {
  const { length } = call.operands;
  if (length >= least && length <= most) return;
  const range =
    least === most ? `${least}` : `${least} to ${most === Number.POSITIVE_INFINITY ? 'any number of' : most}`;
  throw expressionError('', call.position, `${call.name} takes ${range} values, not ${length}`, 'wrongArguments');
}

function plainCall(call: Call, context: SqlContext): Built {
  const declared = plainFunction(call.name);
  if (declared === null) return specialForm(call, (operand) => build(operand, context), context.rowNumber);
  const most = declared.repeated ? Number.POSITIVE_INFINITY : declared.operands.length;
  requireArity(call, declared.operands.length - declared.optional, most);
  const sqls = call.operands.map((operand, place) => {
    const type = declared.operands[Math.min(place, declared.operands.length - 1)] ?? 'text';
    if (declared.literal.includes(place)) requireLiteral(call, operand, place);
    return retyped(build(operand, context), type, operand.position);
  });
  return { sql: declared.sql(...sqls), type: declared.result, raw: null };
}

function requireLiteral(call: Call, operand: Expression, place: number): void {
  if (operand.kind === 'column' || operand.kind === 'call' || operand.kind === 'nothing')
    throw expressionError(
      '',
      operand.position,
      `value ${place + 1} of ${call.name} must be written out`,
      'wrongArguments',
    );
  const emptyMark = operand.kind === 'text' && operand.value === '' && place === 1 && call.name !== 'hash';
  if (emptyMark) throw expressionError('', operand.position, `value 2 of ${call.name} is empty`, 'wrongArguments');
  if (call.name === 'matches' && operand.kind === 'text') checkPattern(operand.value, operand.position);
}

function build(expression: Expression, context: SqlContext): Built {
  switch (expression.kind) {
    case 'text':
      return { sql: `toNullable(${quoted(expression.value)})`, type: 'text', raw: null, literal: expression.value };
    case 'number':
      return { sql: `toFloat64(${expression.value})`, type: 'number', raw: null };
    case 'boolean':
      return { sql: String(expression.value), type: 'boolean', raw: null };
    case 'nothing':
      return { sql: 'NULL', type: 'nothing', raw: null };
    case 'column':
      return columnBuilt(expression.header, expression.position, context);
    case 'call':
      return plainCall(expression, context);
  }
}

/**
 * Turns a rule into SQL over raw fields. Types: text Nullable(String), number Nullable(Decimal(38, 10)), date
 * Nullable(Date32), instant Nullable(DateTime64(3, 'UTC')), boolean Nullable(Bool). A rule that is only a column gives the
 * raw field as it is. Values never fail: what cannot be read is NULL.
 * @throws AppError expressionInvalid where types or numbers of operands do not fit or a header is unknown
 */
export function toSql(expression: Expression, context: SqlContext): { readonly sql: string; readonly type: ValueType } {
  const built = build(expression, context);
  if (built.sql.length > LONGEST_SQL)
    throw expressionError('', expression.position, 'the rule is too long for the engine', 'expressionTooLong');
  if (expression.kind === 'column' && built.raw !== null) return { sql: built.raw.sql, type: 'text' };
  if (built.type === 'nothing') return { sql: 'CAST(NULL AS Nullable(String))', type: 'text' };
  if (built.type === 'number') return { sql: built.exact ?? decimalOf(built.sql), type: 'number' };
  return { sql: built.sql, type: built.type };
}
