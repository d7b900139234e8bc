import { expect, test } from 'vitest';
import { AppError } from '#domain/app-error.ts';
import { toSql } from './expression/to-sql.ts';
import { parseExpression } from './expression.ts';
import { parseMapping } from './mapping/mapping-file.ts';
import { problemText } from './problems.ts';
import { ruleInGerman } from './rule-words.ts';

const ENGLISH = /\b(the|is|are|of|this|must|takes|values|there|expected|unexpected|not|rows|possible|received|keys)\b/;
const STYLE = { numberStyle: 'point', dateStyle: 'iso', timezone: 'UTC' } as const;
const context = {
  field: (header: string) => (header === 'none' ? null : { sql: 'h1', ...STYLE }),
  rowNumber: '_row',
};

function thrownBy(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

const RULES = [
  'foo([a])',
  '[a] + ',
  '[a] ? 2',
  'year([a], 3)',
  'concat()',
  '[none] + 1',
  "replace([a], [b], 'c')",
  "replace([a], '', 'c')",
  "matches([a], '(?=x)')",
  "matches([a], '(')",
  'if(true, 1, true)',
  "date([a], 'tomorrow')",
  'abs(true)',
  'min([a])',
  '[a] < [b]',
  'sum()',
  'first()',
  'number()',
  'if([a])',
  `${'('.repeat(70)}1${')'.repeat(70)}`,
  `'${'x'.repeat(4001)}'`,
];

test.each(RULES)('what is wrong with the rule %.40s is told in German', (rule) => {
  const error = thrownBy(() => toSql(parseExpression(rule), context));
  expect(ruleInGerman(error.message).replaceAll(/„.*?“/gs, '')).not.toMatch(ENGLISH);
  expect(ruleInGerman(error.message)).toMatch(/^Zeichen \d+/);
});

const MAPPINGS = [
  'timezone: Mars',
  'date: yesterday',
  'customer_ids: secret',
  'files:\n  a.csv:\n    gather: maybe',
  'files:\n  a.csv:\n    columns: x',
  'files:\n  a.csv:\n    columns:\n      price: [a]',
  'files:\n  a.csv:\n    columns:\n      price: {header: a, unit: [liter]}',
  'files:\n  a.csv:\n    columns:\n      price: {header: a, constant: b}',
  'files:\n  a.csv:\n    table: contract\n    tables:\n      - table: contract',
  'files:\n  a.csv:\n    tables: []',
  'files:\n  a.csv\n    x: 1\n   y: 2',
  'files:\n  a.csv: {}\n  a.csv: {}',
  'files:\n\ta.csv: {}',
  'timezone: "Mars',
];

test.each(MAPPINGS)('what is wrong with the mapping file %j is told in German', (text) => {
  const error = thrownBy(() => parseMapping('m.yaml', text));
  expect(problemText(error, 'de')).not.toMatch(ENGLISH);
});
