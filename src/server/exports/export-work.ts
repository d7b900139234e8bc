import { z } from 'zod';
import { AppError } from '#domain/app-error.ts';
import type { ExportOutcome } from '#register/exports.ts';
import { note } from '#register/log.ts';
import { notPossible } from '#register/refusals.ts';
import type { Register } from '#register/register.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { withPeople } from '../audits/affected-people.ts';
import { auditOf } from '../audits/audit-shown.ts';
import type { DataStore } from '../data/data-store.ts';
import type { Task, Work } from '../jobs/job-runner.ts';
import { type OrderedRows, withCopiedRows } from './copied-rows.ts';
import { removeExport, writeExport } from './export-files.ts';
import { fileBytes } from './formats.ts';
import type { RowSource } from './row-source.ts';
import { tableRows } from './table-rows.ts';

const File = z.object({ format: z.enum(['csv', 'xlsx']), purpose: z.string() });
const Filter = z.object({
  search: z.string(),
  column: z.string(),
  value: z.string(),
  sort: z.string(),
  descending: z.boolean(),
});
export const ExportInput = z.discriminatedUnion('what', [
  File.extend({ what: z.literal('people'), auditId: z.string(), check: z.string(), filter: Filter }),
  File.extend({ what: z.literal('table'), table: z.string() }),
]);
export type ExportInput = z.infer<typeof ExportInput>;

export interface ExportWorkOptions {
  readonly register: Register;
  readonly warehouse: Warehouse;
  readonly data: DataStore;
  readonly exportDirectory: string;
}

interface Found {
  readonly name: string;
  readonly source: RowSource;
}

/** Opens what was asked for, for as long as `use` reads it. */
async function withRows<T>(
  options: ExportWorkOptions,
  input: ExportInput,
  { job, signal }: Task,
  use: (found: Found) => Promise<T>,
): Promise<T> {
  const { register, warehouse } = options;
  const copied = (name: string, rows: OrderedRows) =>
    withCopiedRows(warehouse, rows, { jobId: job.id, signal }, (source) => use({ name, source }));
  if (input.what === 'table') return copied(input.table, tableRows(input.table));
  const audit = await auditOf(register, input.auditId);
  return withPeople(options, audit, input.check, (list) =>
    copied(`${input.check}-${audit.asOf}`, list.ordered(input.filter)),
  );
}

/** Rows as they are read, telling how far it is. */
const watched = (source: RowSource, { onProgress, signal }: Task, name: string): RowSource => ({
  ...source,
  async *pages() {
    let done = 0;
    for await (const rows of source.pages()) {
      if (signal.aborted) throw new AppError('stopped', 'the export was stopped');
      yield rows;
      done += rows.length;
      onProgress({ done, total: source.total, note: name });
    }
  },
});

const loggedOf = (input: ExportInput, rows: number) =>
  input.what === 'people'
    ? { event: 'peopleExported', subject: input.auditId, details: { check: input.check, purpose: input.purpose, rows } }
    : { event: 'tableExported', subject: input.table, details: { purpose: input.purpose, rows } };

/** Writes rows of the store to a file that waits to be fetched. The data must not change meanwhile, nor may anybody in them object. */
export const createExportWork =
  (options: ExportWorkOptions): Work =>
  async (task) => {
    const { register, data, exportDirectory } = options;
    const { job, signal } = task;
    const input = ExportInput.parse(JSON.parse(job.input));
    const stand = async () => ({ hash: await data.dataHash(), persons: await data.personsStand() });
    const before = await stand();
    const overtaken = async () => {
      const { hash, persons } = await stand();
      return hash !== before.hash || persons !== before.persons;
    };
    try {
      return await withRows(options, input, task, async ({ name, source }) => {
        const { format } = input;
        const content = fileBytes(watched(source, task, name), format);
        const bytes = await writeExport(exportDirectory, job.id, content, signal);
        if (await overtaken()) throw notPossible('exportOvertaken');
        await note(register, { actor: job.createdBy, ...loggedOf(input, source.total) });
        const outcome: z.infer<typeof ExportOutcome> = {
          name: `${name}.${format}`,
          format,
          rows: source.total,
          bytes,
          persons: before.persons,
        };
        return { outcome: JSON.stringify(outcome) };
      });
    } catch (error) {
      await removeExport(exportDirectory, job.id);
      if (signal.aborted) throw new AppError('stopped', 'the export was stopped', {}, error);
      throw (await overtaken()) ? notPossible('exportOvertaken') : error;
    }
  };
