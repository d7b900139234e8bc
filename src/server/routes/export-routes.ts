import { AppError } from '#domain/app-error.ts';
import { downloadExport, startPeopleExport, startTableExport } from '#endpoints/exports.ts';
import { exportOutcome } from '#register/exports.ts';
import { note } from '#register/log.ts';
import { notPossible } from '#register/refusals.ts';
import { auditOf } from '../audits/audit-shown.ts';
import { requirePurpose } from '../audits/people-purpose.ts';
import { openExport } from '../exports/export-files.ts';
import { ExportInput, MAY_FETCH } from '../exports/export-input.ts';
import { MEDIA_TYPES } from '../exports/formats.ts';
import { tableRows } from '../exports/table-rows.ts';
import { jobShown } from '../jobs/job-shown.ts';
import type { Router } from '../route.ts';
import type { Services } from '../services.ts';

export function exportRoutes(router: Router, { jobs, register, settings, data }: Services): void {
  router.add(startPeopleExport, async ({ asker, params, body, language }) => {
    requirePurpose(params.check, body.purpose);
    await auditOf(register, params.id);
    const { format, purpose, ...filter } = body;
    const input: ExportInput = { what: 'people', auditId: params.id, check: params.check, filter, format, purpose };
    return jobShown(await jobs.ask(asker, 'export', input), language);
  });

  router.add(startTableExport, async ({ asker, params: { table }, body, language }) => {
    tableRows(table);
    const input: ExportInput = { what: 'table', table, ...body };
    return jobShown(await jobs.ask(asker, 'export', input), language);
  });

  router.add(downloadExport, async ({ asker, params: { id } }) => {
    const job = await jobs.job(id);
    // Whose export it is not learns no more than that there is none.
    if (job.kind !== 'export' || job.createdBy.id !== asker.id) throw new AppError('notFound', `no export ${id}`);
    const { what } = ExportInput.parse(JSON.parse(job.input));
    const mayStill = asker.roles.some((role) => MAY_FETCH[what].includes(role));
    if (!mayStill) throw new AppError('forbidden', `needs ${MAY_FETCH[what].join(' or ')}`);
    if (job.state !== 'done') throw new AppError('notFound', `no file of export ${id}`);
    const outcome = exportOutcome(job);
    const tooOld = outcome === null || outcome.persons !== (await data.personsStand());
    if (tooOld) throw notPossible('exportGone');
    const body = await openExport(settings.exportDirectory, id);
    await note(register, { actor: asker, event: 'exportFetched', subject: id, details: { rows: outcome.rows } });
    return { type: MEDIA_TYPES[outcome.format], name: outcome.name, body };
  });
}
