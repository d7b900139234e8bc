import type { z } from 'zod';
import { AppError } from '#domain/app-error.ts';
import type { ExportOutcome } from '#register/exports.ts';
import { note } from '#register/log.ts';
import { notPossible } from '#register/refusals.ts';
import type { Work } from '../jobs/job-runner.ts';
import { type ContentSources, withContent } from './export-content.ts';
import { removeExport, writeExport } from './export-files.ts';
import { ExportInput, loggedOf } from './export-input.ts';

interface ExportWorkOptions extends ContentSources {
  readonly exportDirectory: string;
}

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
      return await withContent(options, input, task, async ({ name, format, rows, content }) => {
        const bytes = await writeExport(exportDirectory, job.id, content, signal);
        if (await overtaken()) throw notPossible('exportOvertaken');
        await note(register, { actor: job.createdBy, ...loggedOf(input, rows) });
        const outcome: z.infer<typeof ExportOutcome> = {
          name: `${name}.${format}`,
          format,
          rows,
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
