import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { REPORT_VERSION, reportSchema } from '../../src/audit/report.ts';
import { EVIDENCE_GRADES, OUTCOMES, UNITS } from '../../src/domain/verdict-terms.ts';

const committed = readFileSync('docs/report.schema.json', 'utf8');
const prose = readFileSync('docs/report.md', 'utf8');

test('the published schema is the one the code generates', () => {
  const fresh = `${JSON.stringify(reportSchema(), null, 2)}\n`;
  expect(committed === fresh, 'docs/report.schema.json is stale: run "npm run docs"').toBe(true);
});

test('the published schema is a schema', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { date: true } });
  expect(ajv.validateSchema(JSON.parse(committed))).toBe(true);
  expect(typeof ajv.compile(JSON.parse(committed))).toBe('function');
});

test('the prose names every field, outcome, grade, unit and the version', () => {
  const fields = [...committed.matchAll(/"properties": \{|^ *"(\w+)": \{/gm)].flatMap((match) => match[1] ?? []);
  const schemaWords = ['properties', 'items', 'additionalProperties', 'propertyNames'];
  const named = [...new Set(fields)].filter((name) => !schemaWords.includes(name));
  const wanted = [...named, ...OUTCOMES, ...EVIDENCE_GRADES, ...UNITS, REPORT_VERSION];
  expect(named.length).toBeGreaterThan(30);
  expect(wanted.filter((name) => !prose.includes(`\`${name}\``))).toEqual([]);
});
