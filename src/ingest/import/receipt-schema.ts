import { z } from 'zod';
import { ROW_COUNTS } from '../plan.ts';
import { FAULTS, type FaultId } from '../validation/fault.ts';
import type { Receipt } from './receipt.ts';

const count = z.number();
const fault = z.custom<FaultId>((value) => typeof value === 'string' && Object.hasOwn(FAULTS, value));
const place = { path: z.string(), line: count };

const Column = z.object({
  column: z.string(),
  rule: z.string(),
  headers: z.array(z.string()),
  origin: z.enum(['canonical', 'recognised', 'mapping']),
  pseudonym: z.boolean().default(false),
  read: count,
  parsed: count,
  empty: count,
  refused: count,
  samples: z.array(z.object({ line: count, value: z.string() })),
  refusedSamples: z.array(z.object({ line: count, value: z.string(), fault })),
});

const File = z.object({
  path: z.string(),
  table: z.string(),
  rowsRead: count,
  rowsImported: count,
  rowsRefused: count,
  identicalDropped: count,
  rowsLeftOut: count,
  rowsGathered: count,
  blankLines: count,
  headers: z.array(z.string()),
  unusedHeaders: z.array(z.string()),
  lineShifts: z.array(z.tuple([count, count])),
  linesKnownTo: count.default(0),
  counted: z.enum(ROW_COUNTS).default('lines'),
  columns: z.array(Column),
});

const suspect = { table: z.string(), column: z.string(), rows: count };

const Warning = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('suspiciousPrices'),
    ...suspect,
    examples: z.array(z.object({ ...place, price: count, median: count })),
  }),
  z.object({
    kind: z.literal('crowdedDay'),
    ...suspect,
    day: z.string(),
    share: count,
    examples: z.array(z.object(place)),
  }),
]);

/** A receipt as the ledger keeps it. */
const ReceiptSchema: z.ZodType<Receipt> = z.object({
  outcome: z.enum(['imported', 'preview', 'alreadyStanding', 'nothingUsable']),
  importId: count,
  importDay: z.string(),
  fingerprint: z.string(),
  pseudonyms: z.object({ mark: z.string(), customers: z.boolean() }).nullable().default(null),
  currency: z.string().nullable().default(null),
  files: z.array(File),
  rowsReplaced: count,
  warnings: z.array(Warning),
  refusedRows: z.array(
    z.object({
      path: z.string(),
      table: z.string(),
      line: count,
      column: z.string().nullable(),
      fault,
      value: z.string(),
      firstLine: count.nullable(),
    }),
  ),
});

/** @throws ZodError when the ledger holds something else */
export const parseReceipt = (json: string): Receipt => ReceiptSchema.parse(JSON.parse(json));
