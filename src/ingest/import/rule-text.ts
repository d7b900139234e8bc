import type { Expression } from '../expression.ts';

const INFIX = new Set(['or', 'and', '=', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', '%']);

function callText(name: string, operands: readonly string[]): string {
  if (INFIX.has(name) && operands.length === 2) return `(${operands.join(` ${name} `)})`;
  if (name === 'in') return `${operands[0]} in (${operands.slice(1).join(', ')})`;
  if (name === 'negate') return `-${operands.join('')}`;
  return `${name}(${operands.join(', ')})`;
}

/** A rule as a person would write it; a rule that is only a column is its header. */
export function ruleText(expression: Expression, inside = false): string {
  switch (expression.kind) {
    case 'text':
      return `'${expression.value}'`;
    case 'number':
      return expression.value;
    case 'boolean':
      return String(expression.value);
    case 'nothing':
      return 'null';
    case 'column':
      return inside ? `[${expression.header}]` : expression.header;
    case 'call':
      return callText(
        expression.name,
        expression.operands.map((operand) => ruleText(operand, true)),
      );
  }
}
