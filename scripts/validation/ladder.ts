import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report, ReportCheck } from '../../src/audit/report.ts';
import { runAudit } from '../../src/audit/run-audit.ts';
import { loadFiles } from '../../src/cli/load-files.ts';
import { programVersion } from '../../src/cli/program-version.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import { openWarehouse } from '../../src/warehouse/warehouse.ts';
import { QUIET } from './one-company.ts';

export interface LadderOrder {
  readonly customers: number;
  readonly seed: number;
  readonly onStep: (done: number, total: number, table: string) => void;
}

type Sided = Pick<ReportCheck, 'outcome' | 'grade' | 'effect'>;

/** One answer with a table missing, where it is not the answer of the whole company. */
export interface Step {
  readonly table: string;
  readonly check: string;
  readonly whole: Sided;
  readonly without: Sided;
  /** The effect is clearly on the other side of nothing than before, and no grade or refusal warns of it. */
  readonly turned: boolean;
}

async function auditedWithout(files: string, table: string | null, asOf: string): Promise<Report> {
  const directory = mkdtempSync(join(tmpdir(), 'stammkunde-ladder-'));
  const warehouse = await openWarehouse({ address: { kind: 'embedded', directory } });
  try {
    const wanted = readdirSync(files).filter((name) => name.endsWith('.csv') && name !== `${table}.csv`);
    const read = { mapping: null, preview: false, ask: false, home: null, importDay: asOf };
    await loadFiles(QUIET, warehouse, { ...read, files: wanted.sort().map((name) => join(files, name)) });
    const settings = { worksAgreement: 1 };
    return await runAudit({ warehouse, asOf, programVersion: programVersion(), settings });
  } finally {
    await warehouse.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

const side = ({ effect }: Sided) => {
  if (effect === null) return 0;
  if ((effect.low ?? -1) > 0) return 1;
  return (effect.high ?? 1) < 0 ? -1 : 0;
};
const JUDGED: readonly string[] = ['finding', 'clear', 'reversed'];
const GRADES = ['A', 'B', 'C', 'D'];
const lower = (whole: Sided, without: Sided) =>
  GRADES.indexOf(without.grade ?? 'D') > GRADES.indexOf(whole.grade ?? 'D');

function stepsOf(table: string, whole: Report, without: Report): readonly Step[] {
  return whole.checks.flatMap((before) => {
    const after = without.checks.find(({ id, reference }) => id === before.id && reference === before.reference);
    if (after === undefined || (after.outcome === before.outcome && after.grade === before.grade)) return [];
    const opposite = side(before) * side(after) < 0 && JUDGED.includes(after.outcome);
    const check = before.reference === '' ? before.id : `${before.id} (${before.reference})`;
    return [{ table, check, whole: before, without: after, turned: opposite && !lower(before, after) }];
  });
}

/** Audits one company of world A whole, and then once without each of its tables. */
export async function ladder({ customers, seed, onStep }: LadderOrder): Promise<readonly Step[]> {
  const directory = mkdtempSync(join(tmpdir(), 'stammkunde-ladder-files-'));
  try {
    const { asOf } = await simulate({
      world: 'A',
      seed,
      customers,
      without: [],
      clean: false,
      variants: false,
      counterfactuals: 'none',
      directory,
      onProgress: () => {},
      signal: null,
    });
    const tables = readdirSync(directory)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => name.slice(0, -4))
      .sort();
    const whole = await auditedWithout(directory, null, asOf);
    const steps: Step[] = [];
    for (const [done, table] of tables.entries()) {
      onStep(done, tables.length, table);
      steps.push(...stepsOf(table, whole, await auditedWithout(directory, table, asOf)));
    }
    return steps;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const told = ({ outcome, grade }: Sided) => (grade === null ? outcome : `${outcome} (${grade})`);

/** docs/degradation.md: what each missing table does to each answer. */
export function ladderPage(
  steps: readonly Step[],
  { customers, seed }: Pick<LadderOrder, 'customers' | 'seed'>,
): string {
  const turned = steps.filter((step) => step.turned);
  const rows = steps.map(
    ({ table, check, whole, without }) => `| ${table} | ${check} | ${told(whole)} | ${told(without)} |`,
  );
  return `# What a missing table does to the answers

Written by \`npm run validate -- --ladder\`: one company of world A (${customers} parties, seed ${seed}) is audited whole and then once
without each of its tables. Answers that stay the same are left out.

**Turned round without a warning** (the effect clearly on the other side of nothing, at the same grade or better): ${turned.length === 0 ? 'none' : turned.map(({ table, check }) => `${check} without ${table}`).join(', ')}.

| without | check | whole company | then |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}
