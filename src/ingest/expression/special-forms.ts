import type { Expression, ValueType } from '../expression.ts';
import { DATE_STYLES, type DateStyle, NUMBER_STYLES, type NumberStyle } from '../plan.ts';
import { type Built, decimalOf, readAs, retyped } from './conversion.ts';
import { expressionError } from './expression-error.ts';

type Call = Extract<Expression, { kind: 'call' }>;
type Build = (operand: Expression) => Built;

/** One operand with what it became. */
interface Operand {
  readonly built: Built;
  readonly position: number;
}

const ORDERED = ['<', '<=', '>', '>='];

function requireCount(call: Call, least: number, most = least): void {
  const { length } = call.operands;
  if (length >= least && length <= most) return;
  const wanted = least === most ? `${least}` : `at least ${least}`;
  throw expressionError('', call.position, `${call.name} takes ${wanted} values, not ${length}`, 'wrongArguments');
}

const operandsOf = (call: Call, build: Build): readonly Operand[] =>
  call.operands.map((operand) => ({ built: build(operand), position: operand.position }));

/** The one type that several values can share: text gives way to any other type, because text can be read. */
function sharedType(operands: readonly Operand[]): ValueType {
  const types = [...new Set(operands.map(({ built }) => built.type))].filter((type) => type !== 'nothing');
  const firm = types.filter((type) => type !== 'text');
  if (firm.length > 1) {
    const position = operands.find(({ built }) => built.type === firm[1])?.position ?? 1;
    throw expressionError('', position, `these values are of different types: ${firm.join(', ')}`, 'wrongType');
  }
  const [only] = firm;
  return only === undefined ? 'text' : only;
}

function comparison(call: Call, build: Build): Built {
  requireCount(call, 2);
  const operands = operandsOf(call, build);
  const type = sharedType(operands);
  if (type === 'text' && ORDERED.includes(call.name)) {
    const hint = `write number(...) or date(...) around them`;
    throw expressionError(
      '',
      call.position,
      `${call.name} compares numbers and days, these are texts; ${hint}`,
      'wrongType',
    );
  }
  const sqls = operands.map(({ built, position }) => retyped(built, type, position));
  // An empty field is the same as '': asking for it must give an answer, not nothing.
  const compared = type === 'text' ? sqls.map((sql) => `ifNull(${sql}, '')`) : sqls;
  return { sql: `toBool(${compared.join(` ${call.name} `)})`, type: 'boolean', raw: null };
}

function inList(call: Call, build: Build): Built {
  requireCount(call, 2, Number.POSITIVE_INFINITY);
  const [subject, ...candidates] = call.operands;
  const each = candidates.map((candidate) => {
    const operands = subject === undefined ? [candidate] : [subject, candidate];
    return comparison({ ...call, name: '=', operands }, build).sql;
  });
  return { sql: `(${each.join(' OR ')})`, type: 'boolean', raw: null };
}

function choice(call: Call, build: Build): Built {
  requireCount(call, 3);
  const [condition, ...branches] = operandsOf(call, build);
  const type = sharedType(branches);
  const [yes = 'NULL', no = 'NULL'] = branches.map(({ built, position }) => retyped(built, type, position));
  const asked = condition === undefined ? 'NULL' : retyped(condition.built, 'boolean', condition.position);
  return { sql: `if(ifNull(${asked}, false), ${yes}, ${no})`, type, raw: null };
}

function coalesce(call: Call, build: Build): Built {
  requireCount(call, 1, Number.POSITIVE_INFINITY);
  const operands = operandsOf(call, build);
  const type = sharedType(operands);
  const sqls = operands.map(({ built, position }) => retyped(built, type, position));
  return { sql: `coalesce(${sqls.join(', ')})`, type, raw: null };
}

const isNumberStyle = (text: string): text is NumberStyle => NUMBER_STYLES.some((style) => style === text);
const isDateStyle = (text: string): text is DateStyle => DATE_STYLES.some((style) => style === text);

function styleOf(
  call: Call,
  type: 'number' | 'date' | 'instant',
): { numberStyle?: NumberStyle; dateStyle?: DateStyle } {
  const operand = call.operands[1];
  if (operand === undefined) return {};
  const text = operand.kind === 'text' ? operand.value : '';
  if (type === 'number' && isNumberStyle(text)) return { numberStyle: text };
  if (type !== 'number' && isDateStyle(text)) return { dateStyle: text };
  const known = type === 'number' ? NUMBER_STYLES : DATE_STYLES;
  throw expressionError('', operand.position, `the style is one of ${known.join(', ')}`, 'wrongArguments');
}

function reader(call: Call, build: Build, type: 'number' | 'date' | 'instant'): Built {
  requireCount(call, 1, 2);
  const [operand] = operandsOf(call, build);
  if (operand === undefined) throw expressionError('', call.position, 'nothing to read', 'wrongArguments');
  if (operand.built.type === 'text') return readAs(operand.built, type, styleOf(call, type));
  return { sql: retyped(operand.built, type, operand.position), type, raw: null };
}

function counted(call: Call, build: Build): Built {
  requireCount(call, 0, 1);
  const [operand] = operandsOf(call, build);
  const what = operand === undefined ? '' : operand.built.sql;
  return { sql: `toFloat64(count(${what}))`, type: 'number', raw: null };
}

/** Summed as decimals: the sum must not depend on the order in which the engine meets the rows. */
function summed(call: Call, build: Build): Built {
  requireCount(call, 1);
  const [operand] = operandsOf(call, build);
  if (operand === undefined) throw expressionError('', call.position, 'nothing to sum', 'wrongArguments');
  const number = operand.built.type === 'text' ? readAs(operand.built, 'number') : operand.built;
  const exact = `sum(${number.exact ?? decimalOf(retyped(number, 'number', operand.position))})`;
  return { sql: `toFloat64(${exact})`, type: 'number', raw: null, exact };
}

function extreme(call: Call, build: Build): Built {
  requireCount(call, 1);
  const [operand] = operandsOf(call, build);
  const type = operand?.built.type;
  if (operand === undefined || type === 'text' || type === 'nothing' || type === undefined)
    throw expressionError('', call.position, `${call.name} needs number(...) or date(...) inside`, 'wrongType');
  return { sql: `${call.name}(${operand.built.sql})`, type, raw: null };
}

/** `first` follows the file's order; `any_value` takes the least, so that the same file always gives the same value. */
function picked(call: Call, build: Build, rowNumber: string): Built {
  requireCount(call, 1);
  const [operand] = operandsOf(call, build);
  if (operand === undefined) throw expressionError('', call.position, 'nothing to pick', 'wrongArguments');
  const { sql, type } = operand.built;
  return { sql: call.name === 'first' ? `argMin(${sql}, ${rowNumber})` : `min(${sql})`, type, raw: null };
}

const FORMS: Readonly<Record<string, (call: Call, build: Build, rowNumber: string) => Built>> = {
  if: choice,
  coalesce,
  in: inList,
  number: (call, build) => reader(call, build, 'number'),
  date: (call, build) => reader(call, build, 'date'),
  instant: (call, build) => reader(call, build, 'instant'),
  boolean: (call, build) => {
    requireCount(call, 1);
    const [operand] = operandsOf(call, build);
    const sql = operand === undefined ? 'NULL' : retyped(operand.built, 'boolean', operand.position);
    return { sql, type: 'boolean', raw: null };
  },
  row_number: (_call, _build, rowNumber) => ({ sql: `toFloat64(${rowNumber})`, type: 'number', raw: null }),
  count: counted,
  sum: summed,
  min: extreme,
  max: extreme,
  first: picked,
  any_value: picked,
};

/** Forms whose type follows from their operands. @throws AppError expressionInvalid */
export function specialForm(call: Call, build: Build, rowNumber: string): Built {
  const form = Object.hasOwn(FORMS, call.name) ? FORMS[call.name] : undefined;
  return form === undefined ? comparison(call, build) : form(call, build, rowNumber);
}
