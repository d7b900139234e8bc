import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CHECKS } from '#checks/catalogue.ts';
import { canBeAsked, missingColumns } from '#checks/inventory.ts';
import { verdict } from '#checks/verdict.ts';
import { AppError } from '#domain/app-error.ts';
import { createFormat } from '#domain/format.ts';
import {
  deleteUpload,
  downloadRefusedRows,
  getInventory,
  getPreview,
  getReadiness,
  getReceipt,
  listImports,
  startImport,
  undoImport,
  uploadFiles,
} from '#endpoints/company-data.ts';
import { parseReceipt } from '#ingest/import/receipt-schema.ts';
import { refusedRows } from '#ingest/import/refused-rows.ts';
import * as undo from '#ingest/import/undo-import.ts';
import { problemText } from '#ingest/problems.ts';
import { companySettings } from '#register/company-settings.ts';
import { note } from '#register/log.ts';
import { forgetUpload, keepUpload } from '#register/uploads.ts';
import { worksAgreement } from '#register/works-agreement.ts';
import { TABLES } from '#warehouse/catalogue.ts';
import type { ImportRecord } from '#warehouse/ledger.ts';
import { receiptShown } from '../data/receipt-shown.ts';
import { isStaffCheck, isStaffField } from '../data/staff.ts';
import { filesOf, keepMapping, removeFiles, stageFiles } from '../data/staging.ts';
import { exportedColumns } from '../exports/table-rows.ts';
import { jobShown } from '../jobs/job-shown.ts';
import type { Router } from '../route.ts';
import type { Services } from '../services.ts';

function importShown({ importId, state, at, receipt }: ImportRecord) {
  const files = receipt === '' ? [] : parseReceipt(receipt).files;
  const sum = (count: (file: (typeof files)[number]) => number) =>
    files.reduce((total, file) => total + count(file), 0);
  return {
    importId,
    state,
    importDay: at,
    files: [...new Set(files.map(({ path }) => path))],
    rowsImported: sum((file) => file.rowsImported),
    rowsRefused: sum((file) => file.rowsRefused),
  };
}

/** The files of a form as they come. What is no form is the sender's fault, whatever the parser calls it. */
async function* arriving(request: FastifyRequest) {
  try {
    for await (const { filename, file } of request.files()) yield { filename, stream: file };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new AppError('requestInvalid', problem, { field: 'form', problem }, error);
  }
}

const Previewed = z.object({
  uploadId: z.string(),
  receipt: z.unknown(),
  mapping: z.string().nullable().default(null),
  columns: z.array(
    z.object({
      path: z.string(),
      table: z.string(),
      column: z.string(),
      headers: z.array(z.string()),
      origin: z.enum(['canonical', 'recognised', 'mapping']),
      sample: z.string().nullable(),
      factor: z.number(),
    }),
  ),
  skipped: z.array(z.object({ path: z.string(), problem: z.string() })),
});

export function dataRoutes(router: Router, services: Services): void {
  const { register, warehouse, data, answers, jobs, settings } = services;

  router.add(getInventory, async ({ language }) => {
    const inventory = await answers.inventory();
    const tables = TABLES.map((table) => ({
      name: table.name,
      meaning: table[language],
      rows: inventory[table.name]?.rows ?? 0,
      exportable: exportedColumns(table).length > 0,
      columns: Object.entries(table.columns).map(([name, column]) => ({
        name,
        meaning: column[language],
        required: column.required,
        unit: column.unit,
        filled: inventory[table.name]?.filled[name] ?? 0,
      })),
    }));
    return { dataHash: await data.dataHash(), tables };
  });

  router.add(getReadiness, async ({ language }) => {
    const inventory = await answers.inventory();
    const { staffQuestions } = await worksAgreement(register);
    const checks = CHECKS.map((check) => {
      const missing = canBeAsked(inventory, check)
        ? []
        : missingColumns(inventory, { ...check.requires, ...check.oneOf });
      const sharpens = missingColumns(inventory, check.sharpens);
      const able = sharpens.length === 0 ? ('full' as const) : ('reduced' as const);
      const open = missing.length > 0 ? ('missing' as const) : able;
      const state = isStaffCheck(check) && !staffQuestions ? ('staffLocked' as const) : open;
      const question = check.messages[language].question(verdict({ outcome: 'inconclusive' }), createFormat(language));
      return { id: check.id, measure: check.measure, question, state, missing, sharpens };
    });
    return { checks };
  });

  router.add(listImports, async () => ({ imports: (await data.imports()).map(importShown).reverse() }));

  router.add(uploadFiles, async ({ asker, request }) => {
    const id = register.edge.newId();
    const { uploadMegabytes } = await companySettings(register);
    const files = await stageFiles(settings.uploadDirectory, id, arriving(request), uploadMegabytes);
    return keepUpload(register, { id: asker.id, name: asker.name }, { id, files });
  });

  router.add(deleteUpload, async ({ params }) => {
    if (!(await forgetUpload(register, params.id))) throw new AppError('notFound', `no upload ${params.id}`);
    await removeFiles(settings.uploadDirectory, params.id);
    return null;
  });

  router.add(startImport, async ({ asker, body: { uploadId, preview, mapping }, language }) => {
    await filesOf(settings.uploadDirectory, uploadId);
    if (mapping !== null) await keepMapping(settings.uploadDirectory, uploadId, mapping);
    const input = { uploadId, mapping: mapping !== null };
    return jobShown(await jobs.ask(asker, preview ? 'preview' : 'import', input), language);
  });

  router.add(getPreview, async ({ params, language }) => {
    const { kind, outcome } = await jobs.job(params.id);
    if ((kind !== 'preview' && kind !== 'import') || outcome === null)
      throw new AppError('notFound', `no preview ${params.id}`);
    const { uploadId, mapping, receipt, columns, skipped } = Previewed.parse(JSON.parse(outcome));
    const meaning = (table: string, column: string) =>
      TABLES.find(({ name }) => name === table)?.columns[column]?.[language] ?? '';
    return {
      ...receiptShown(parseReceipt(JSON.stringify(receipt)), language),
      uploadId,
      mapping,
      columns: columns.map((each) => ({ ...each, meaning: meaning(each.table, each.column) })),
      skipped: skipped.map(({ path, problem }) =>
        problemText(new AppError('importRefused', path, { problem, file: path }), language),
      ),
    };
  });

  router.add(getReceipt, async ({ params: { importId }, language }) => {
    const record = (await data.imports()).find((candidate) => candidate.importId === importId);
    if (record === undefined || record.receipt === '')
      throw new AppError('importNotFound', `no import ${importId}`, { importId });
    return receiptShown(parseReceipt(record.receipt), language);
  });

  router.add(downloadRefusedRows, async ({ asker, params: { importId } }) => {
    const lines = refusedRows(warehouse, importId, isStaffField);
    // The first line is asked for here, so that an unknown import is an error and not half a file.
    const first = await lines.next();
    await note(register, { actor: asker, event: 'refusedRowsTaken', subject: String(importId), details: {} });
    async function* all() {
      if (first.done !== true) yield first.value;
      yield* lines;
    }
    return { type: 'text/csv; charset=utf-8', name: `refused-${importId}.csv`, body: Readable.from(all()) };
  });

  router.add(undoImport, async ({ asker, params: { importId } }) => {
    await data.inTurn(() => undo.undoImport(warehouse, importId));
    await note(register, { actor: asker, event: 'importUndone', subject: String(importId), details: {} });
    return null;
  });
}
