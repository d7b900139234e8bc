import { z } from 'zod';
import { createFormat } from '#domain/format.ts';
import type { Language } from '#domain/language.ts';
import { identifier, type Params } from '#warehouse/query.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { RESULTS, type Result, type RulePack, type RuleScope } from './rule-pack.ts';

/** Values that a pack's fact binds. */
export const ruleParams = (pack: RulePack, asOf: string, scope: RuleScope): Params => ({
  asOf,
  ruleFrom: pack.validFrom,
  periodMonths: pack.periodMonths,
  ruleLines: [...scope.lines],
  ruleProducts: [...scope.products],
});

type Refusal = (law: string, limit: string, day: string) => string;

const OUT_OF_FORCE: Readonly<Record<Language, { readonly before: Refusal; readonly after: Refusal }>> = {
  en: {
    before: (law, from, day) => `${law} holds from ${from}; ${day} lies before that, so nothing can be judged by it.`,
    after: (law, to, day) =>
      `${law} is known here to hold until ${to}; ${day} lies after that. Choose an earlier day, or use a newer rule pack.`,
  },
  de: {
    before: (law, from, day) => `${law} gilt ab ${from}; ${day} liegt davor, danach lässt sich also nichts beurteilen.`,
    after: (law, to, day) =>
      `Von ${law} ist hier bekannt, dass es bis ${to} gilt; ${day} liegt danach. Wählen Sie einen früheren Tag, oder nehmen Sie ein neueres Regelpaket.`,
  },
};

/** Why a pack cannot judge that day, as a sentence; null where the rule is in force. */
export function outOfForce(pack: RulePack, asOf: string, language: Language): string | null {
  if (asOf >= pack.validFrom && (pack.validTo === null || asOf <= pack.validTo)) return null;
  const { day } = createFormat(language);
  const to = pack.validTo === null ? '' : day(pack.validTo);
  const words = OUT_OF_FORCE[language];
  return asOf < pack.validFrom
    ? words.before(pack.law, day(pack.validFrom), day(asOf))
    : words.after(pack.law, to, day(asOf));
}

const Tally = z.object({
  result: z.enum(RESULTS),
  reason: z.string(),
  quality: z.string(),
  subjects: z.number(),
  over_cents: z.number(),
});

interface ReasonTotal {
  readonly result: Result;
  readonly reason: string;
  /** q1 quoted, q2 matched, q4 price list; '' where nothing was compared. */
  readonly quality: string;
  readonly subjects: number;
  /** What is paid too much a year, in cents. */
  readonly overCents: number;
}

/** `open`: nothing fails, but not everything could be judged. `empty`: there is nothing that the rule reaches. */
export type PackOutcome = 'passes' | 'fails' | 'open' | 'empty';

export interface PackTotals {
  readonly outcome: PackOutcome;
  readonly counts: Readonly<Record<Result, number>>;
  readonly overCents: number;
  readonly reasons: readonly ReasonTotal[];
}

function outcomeOf({ fails, unjudged, passes }: PackTotals['counts']): PackOutcome {
  if (fails > 0) return 'fails';
  if (unjudged > 0) return 'open';
  return passes > 0 ? 'passes' : 'empty';
}

/** Counts by result and reason. The pack's fact must stand. */
export async function packTotals(warehouse: Warehouse, pack: RulePack): Promise<PackTotals> {
  const tallies = await warehouse.rows({
    name: `${pack.id} totals`,
    sql: `SELECT result, reason, quality, count() AS subjects, ifNull(sum(over_cents), 0) AS over_cents
FROM ${identifier(pack.fact.name)}
GROUP BY result, reason, quality
ORDER BY result, reason, quality`,
    params: {},
    row: Tally,
  });
  const count = (result: Result) => tallies.reduce((sum, t) => sum + (t.result === result ? t.subjects : 0), 0);
  const counts = {
    passes: count('passes'),
    fails: count('fails'),
    unjudged: count('unjudged'),
    outside: count('outside'),
  };
  return {
    outcome: outcomeOf(counts),
    counts,
    overCents: tallies.reduce((sum, t) => sum + t.over_cents, 0),
    reasons: tallies.map(({ over_cents, ...tally }) => ({ ...tally, overCents: over_cents })),
  };
}
