import { factsInOrder } from '#audit/build-facts.ts';
import type { Report } from '#audit/report.ts';
import { CHECKS } from '#checks/catalogue.ts';
import { STEP_WORDS } from '#checks/step-words.ts';
import { AppError } from '#domain/app-error.ts';
import type { Language } from '#domain/language.ts';
import type { StoredAudit } from '#register/audits.ts';
import { abreast } from '#warehouse/abreast.ts';
import type { Answers } from '../data/answers.ts';
import type { DataStore } from '../data/data-store.ts';
import { readColumns } from './read-columns.ts';

/**
 * What a check of an audit goes back to, as the store is now. Tables without rows are left out.
 * @throws AppError notFound for a question that this audit did not ask
 */
export async function checkLineage(
  { data, answers }: { readonly data: DataStore; readonly answers: Answers },
  audit: StoredAudit & { readonly parsed: Report },
  checkId: string,
  language: Language,
) {
  const check = CHECKS.find(({ id }) => id === checkId);
  if (check === undefined || !audit.parsed.checks.some(({ id }) => id === checkId))
    throw new AppError('notFound', `no answer of ${checkId} in this audit`);
  const inventory = await answers.inventory();
  const filled = readColumns(check).filter(({ table }) => (inventory[table.name]?.rows ?? 0) > 0);
  const tables = await abreast(filled, 2, async ({ table, columns }) => ({
    name: table.name,
    meaning: table[language],
    rows: inventory[table.name]?.rows ?? 0,
    columns: columns.map(({ name, use }) => ({
      name,
      meaning: table.columns[name]?.[language] ?? '',
      use,
      filled: inventory[table.name]?.filled[name] ?? 0,
    })),
    origins: await answers.origins(table),
  }));
  const steps = factsInOrder(check.facts).map(({ name }) => ({ name, meaning: STEP_WORDS[language][name] ?? '' }));
  return { dataStand: audit.dataHash === (await data.dataHash()), tables, steps };
}
