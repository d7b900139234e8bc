import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { Job } from './jobs.ts';
import { ReceiptReply } from './receipt.ts';
import { Actor, Id, IdParams, Instant, LanguageQuery } from './shapes.ts';

const READERS = ['touchpointManager', 'headOfCare', 'cfo', 'analyst', 'dataProtection', 'administrator'] as const;
const LOADERS = ['analyst', 'administrator'] as const;
const ImportParams = z.object({ importId: z.coerce.number().int().min(1).max(4_294_967_295) });

/** Table by table, what the store holds and what each question could do with more. */
export const getInventory = defineEndpoint({
  id: 'getInventory',
  method: 'GET',
  path: '/api/data/tables',
  summary: 'What the store holds, table by table and column by column',
  access: READERS,
  query: LanguageQuery,
  reply: z.object({
    /** Changes with every import and undoing; audits carry it too. */
    dataHash: z.string(),
    tables: z.array(
      z.object({
        name: z.string(),
        meaning: z.string(),
        rows: z.number(),
        /** Something of it may leave the house: not all of it is about people who work here. */
        exportable: z.boolean(),
        columns: z.array(
          z.object({
            name: z.string(),
            meaning: z.string(),
            required: z.boolean(),
            unit: z.string().nullable(),
            filled: z.number(),
          }),
        ),
      }),
    ),
  }),
});

/** Which questions the data can answer, before any audit is run. */
export const getReadiness = defineEndpoint({
  id: 'getReadiness',
  method: 'GET',
  path: '/api/data/readiness',
  summary: 'Which questions can be asked, and which column would help most',
  access: READERS,
  query: LanguageQuery,
  reply: z.object({
    checks: z.array(
      z.object({
        id: z.string(),
        measure: z.string(),
        question: z.string(),
        /** `staffLocked`: needs a recorded works agreement. */
        state: z.enum(['full', 'reduced', 'missing', 'staffLocked']),
        /** "table.column", most useful first. */
        missing: z.array(z.string()),
        sharpens: z.array(z.string()),
      }),
    ),
  }),
});

export const ImportSummary = z.object({
  importId: z.number(),
  state: z.enum(['started', 'done', 'undone', 'failed', 'preview']),
  importDay: z.string(),
  files: z.array(z.string()),
  rowsImported: z.number(),
  rowsRefused: z.number(),
});

export const listImports = defineEndpoint({
  id: 'listImports',
  method: 'GET',
  path: '/api/imports',
  summary: 'The ledger of imports, newest first',
  access: READERS,
  reply: z.object({ imports: z.array(ImportSummary) }),
});

export const Upload = z.object({
  id: Id,
  createdAt: Instant,
  createdBy: Actor,
  files: z.array(z.object({ name: z.string(), bytes: z.number() })),
});

/** Files stay outside the store until they are imported; they are removed when they are, or after a day. */
export const uploadFiles = defineEndpoint({
  id: 'uploadFiles',
  method: 'POST',
  path: '/api/uploads',
  summary: 'Hand over files (multipart form, any field name); streamed to a waiting room',
  access: LOADERS,
  accepts: 'multipart',
  reply: Upload,
  status: 201,
});

export const deleteUpload = defineEndpoint({
  id: 'deleteUpload',
  method: 'DELETE',
  path: '/api/uploads/:id',
  summary: 'Throw files away that were handed over',
  access: LOADERS,
  params: IdParams,
  status: 204,
  sends: 'nothing',
});

/** `preview` checks every row as an import would and writes nothing. */
export const startImport = defineEndpoint({
  id: 'startImport',
  method: 'POST',
  path: '/api/imports',
  summary: 'Check or import files that were handed over',
  access: LOADERS,
  body: z.object({
    uploadId: Id,
    preview: z.boolean(),
    /** Text of a mapping file (YAML, docs/mapping.md); null: what the headers say. */
    mapping: z.string().max(1_000_000).nullable(),
  }),
  reply: Job,
  status: 202,
});

/** How the columns were recognised, for people to confirm; and the receipt of the real validation. */
export const getPreview = defineEndpoint({
  id: 'getPreview',
  method: 'GET',
  path: '/api/imports/previews/:id',
  summary: 'What a finished preview (its job’s id) found',
  access: LOADERS,
  params: IdParams,
  query: LanguageQuery,
  reply: ReceiptReply.extend({
    uploadId: Id,
    /** The text of the mapping file that was used; null: what the headers said. */
    mapping: z.string().nullable(),
    columns: z.array(
      z.object({
        path: z.string(),
        table: z.string(),
        column: z.string(),
        meaning: z.string(),
        headers: z.array(z.string()),
        origin: z.enum(['canonical', 'recognised', 'mapping']),
        sample: z.string().nullable(),
        factor: z.number(),
      }),
    ),
    /** Sentences about files and sheets that were left out. */
    skipped: z.array(z.string()),
  }),
});

export const getReceipt = defineEndpoint({
  id: 'getReceipt',
  method: 'GET',
  path: '/api/imports/:importId/receipt',
  summary: 'What an import did, every row counted',
  access: READERS,
  params: ImportParams,
  query: LanguageQuery,
  reply: ReceiptReply,
});

export const downloadRefusedRows = defineEndpoint({
  id: 'downloadRefusedRows',
  method: 'GET',
  path: '/api/imports/:importId/refused.csv',
  summary: 'All refused rows and values as CSV',
  access: LOADERS,
  params: ImportParams,
  sends: 'file',
});

export const undoImport = defineEndpoint({
  id: 'undoImport',
  method: 'POST',
  path: '/api/imports/:importId/undo',
  summary: 'Take back an import as a whole',
  access: LOADERS,
  params: ImportParams,
  status: 204,
  sends: 'nothing',
});
