import { AppError } from '#domain/app-error.ts';
import type { Language } from '#domain/language.ts';
import { packNamed } from '#rules/catalogue.ts';
import { outOfForce, ruleParams } from '#rules/judge.ts';
import type { RulePack, RuleScope } from '#rules/rule-pack.ts';
import type { DataStore } from '../data/data-store.ts';

/** @throws AppError notFound */
export function packOrRefuse(id: string): RulePack {
  const pack = packNamed(id);
  if (pack === null) throw new AppError('notFound', `no rule pack ${id}`);
  return pack;
}

/** The pack and the day by which it judges. @throws AppError notFound; ruleNotInForce */
export async function packInForce(data: DataStore, id: string, asOf: string | undefined, language: Language) {
  const pack = packOrRefuse(id);
  const day = asOf ?? (await data.latestDay());
  const problem = outOfForce(pack, day, language);
  if (problem !== null) throw new AppError('ruleNotInForce', problem, { problem });
  return { pack, day };
}

/** Judges by a pack and hands out what was found; the judged rows stay for the next page. */
export const withVerdict = <T>(
  data: DataStore,
  pack: RulePack,
  day: string,
  { lines, products }: RuleScope,
  use: () => Promise<T>,
): Promise<T> => data.withFacts({ facts: [pack.fact], params: ruleParams(pack, day, { lines, products }) }, use);
