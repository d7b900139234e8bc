import { z } from 'zod';
import { conflict } from './conflict.ts';
import type { Actor } from './edge.ts';
import { deed } from './log.ts';
import type { Register } from './register.ts';

const STATES = ['open', 'inWork', 'changed', 'stays'] as const;
type RuleState = (typeof STATES)[number];

/** What an agent may give one customer a year without asking. Version 0: nobody has said so yet. */
interface Goodwill {
  readonly version: number;
  readonly centsAYear: number | null;
}

export async function goodwill({ db }: Pick<Register, 'db'>): Promise<Goodwill> {
  const row = await db.selectFrom('goodwill').selectAll().orderBy('version', 'desc').limit(1).executeTakeFirst();
  return { version: row?.version ?? 0, centsAYear: row?.cents_a_year ?? null };
}

/** @throws AppError changedMeanwhile */
export async function setGoodwill(
  register: Register,
  actor: Actor,
  { version, centsAYear }: { readonly version: number; readonly centsAYear: number },
): Promise<Goodwill> {
  const before = await goodwill(register);
  if (before.version !== version) throw conflict({ ...before }, { centsAYear });
  const row = {
    version: version + 1,
    cents_a_year: centsAYear,
    set_at: register.edge.clock(),
    set_by_id: actor.id,
    set_by_name: actor.name,
  };
  const details = { centsAYear, before: before.centsAYear };
  await deed(register, { actor, event: 'goodwillSet', subject: '', details }, (trx) =>
    trx.insertInto('goodwill').values(row).execute(),
  );
  return goodwill(register);
}

/** A rule that stopped somebody from helping: nothing of who, for whom or when beyond the day, and no line in the log. */
export async function reportRule(register: Register, rule: string, touchpoint: string): Promise<void> {
  const { db, edge } = register;
  const on_day = edge.clock().toISOString().slice(0, 10);
  await db.insertInto('rule_report').values({ id: edge.newId(), rule, touchpoint, on_day }).execute();
}

/** Rules that stopped people from helping, the most frequent first, each with what became of it. */
export async function blockingRules({ db }: Pick<Register, 'db'>) {
  const rows = await db
    .selectFrom('rule_report')
    .leftJoin('rule_answer', 'rule_answer.rule', 'rule_report.rule')
    .groupBy(['rule_report.rule', 'touchpoint', 'version', 'state', 'answer'])
    .select(['rule_report.rule', 'touchpoint', 'version', 'state', 'answer'])
    .select(({ fn }) => [fn.countAll<string | number>().as('reports'), fn.max('on_day').as('last_on')])
    .orderBy('reports', 'desc')
    .orderBy('rule_report.rule')
    .orderBy('touchpoint')
    .limit(500)
    .execute();
  return rows.map(({ rule, touchpoint, reports, last_on, version, state, answer }) => ({
    rule,
    touchpoint,
    reports: Number(reports),
    lastOn: last_on,
    version: version ?? 0,
    state: z.enum(STATES).parse(state ?? 'open'),
    answer: answer ?? '',
  }));
}

interface RuleAnswer {
  readonly rule: string;
  readonly version: number;
  readonly state: RuleState;
  readonly answer: string;
}

/** What becomes of a rule, told to those who reported it. @throws AppError changedMeanwhile */
export async function answerRule(register: Register, actor: Actor, wanted: RuleAnswer): Promise<void> {
  const { rule, version, state, answer } = wanted;
  const written = { actor, event: 'ruleAnswered', subject: rule, details: { state } };
  await deed(register, written, async (trx) => {
    const standing = await trx.selectFrom('rule_answer').selectAll().where('rule', '=', rule).executeTakeFirst();
    if ((standing?.version ?? 0) !== version) throw conflict({ version: 0, ...standing }, { state, answer });
    const set = { version: version + 1, state, answer, changed_at: register.edge.clock() };
    await trx
      .insertInto('rule_answer')
      .values({ rule, ...set })
      .onConflict((on) => on.column('rule').doUpdateSet(set))
      .execute();
  });
}
