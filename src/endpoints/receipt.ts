import { z } from 'zod';

const Line = z.object({ line: z.number(), value: z.string() });
const fault = z.string();

const ColumnReceipt = z.object({
  column: z.string(),
  rule: z.string(),
  headers: z.array(z.string()),
  origin: z.enum(['canonical', 'recognised', 'mapping']),
  /** Stored as a pseudonym; what the file says is nowhere in the store. */
  pseudonym: z.boolean(),
  read: z.number(),
  parsed: z.number(),
  empty: z.number(),
  refused: z.number(),
  samples: z.array(Line),
  refusedSamples: z.array(Line.extend({ fault })),
});

const FileReceipt = z.object({
  path: z.string(),
  table: z.string(),
  rowsRead: z.number(),
  rowsImported: z.number(),
  rowsRefused: z.number(),
  identicalDropped: z.number(),
  rowsLeftOut: z.number(),
  rowsGathered: z.number(),
  blankLines: z.number(),
  headers: z.array(z.string()),
  unusedHeaders: z.array(z.string()),
  columns: z.array(ColumnReceipt),
});

/** What an import did, or what its preview found: every row counted. Faults carry ids; `faults` has their words. */
const ImportReceipt = z.object({
  outcome: z.enum(['imported', 'preview', 'alreadyStanding', 'nothingUsable']),
  importId: z.number(),
  importDay: z.string(),
  files: z.array(FileReceipt),
  rowsReplaced: z.number(),
  warnings: z.array(z.object({ kind: z.string(), table: z.string(), column: z.string(), rows: z.number() })),
  refusedRows: z.array(
    z.object({
      path: z.string(),
      table: z.string(),
      line: z.number(),
      column: z.string().nullable(),
      fault,
      value: z.string(),
      firstLine: z.number().nullable(),
    }),
  ),
});

/** The receipt, its words and what else there is to say, in the reader's language. */
export const ReceiptReply = z.object({
  receipt: ImportReceipt,
  /** The whole receipt as plain text. */
  text: z.string(),
  /** Fault id -> words. */
  faults: z.record(z.string(), z.string()),
});
