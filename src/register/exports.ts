import { z } from 'zod';
import type { StoredJob } from './jobs.ts';
import type { Register } from './register.ts';

/** What is known of a file that an export made. */
export const ExportOutcome = z.object({
  name: z.string(),
  format: z.enum(['csv', 'xlsx', 'zip']),
  rows: z.number(),
  bytes: z.number(),
  /** How often somebody had been erased, or had objected or been restricted, when it was made: any more and it is too old. */
  persons: z.string(),
});

/** The file of an export; null where there is none, none yet or none any more. */
export const exportOutcome = ({ kind, outcome }: Pick<StoredJob, 'kind' | 'outcome'>) =>
  kind === 'export' && outcome !== null ? ExportOutcome.parse(JSON.parse(outcome)) : null;

/** Ids of exports whose file is kept. */
export async function exportsKept({ db }: Register): Promise<readonly string[]> {
  const kept = db.selectFrom('job').select('id').where('kind', '=', 'export').where('outcome', 'is not', null);
  return (await kept.execute()).map(({ id }) => id);
}

/** Forgets files of exports that ended before then (null: all); their ids. */
export async function forgetExports({ db }: Register, before: Date | null): Promise<readonly string[]> {
  const all = db
    .updateTable('job')
    .set({ outcome: null })
    .where('kind', '=', 'export')
    .where('outcome', 'is not', null);
  const old = before === null ? all : all.where('finished_at', '<', before);
  return (await old.returning('id').execute()).map(({ id }) => id);
}
