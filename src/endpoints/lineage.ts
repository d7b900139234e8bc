import { z } from 'zod';
import { CheckParams } from './affected.ts';
import { defineEndpoint } from './endpoint.ts';
import { LanguageQuery } from './shapes.ts';

/** A standing import that rows come from. `file` as the ledger names it. */
const Origin = z.object({ importId: z.number(), importDay: z.string(), file: z.string(), rows: z.number() });

const COLUMN_USES = ['needed', 'oneOf', 'sharpens', 'read'] as const;
export type ColumnUse = (typeof COLUMN_USES)[number];

/** Open to whoever may read both audits and the ledger of imports. */
export const getLineage = defineEndpoint({
  id: 'getLineage',
  method: 'GET',
  path: '/api/audits/:id/checks/:check/lineage',
  summary: 'Where a number comes from: tables and columns read, shared steps, imports and files',
  access: ['touchpointManager', 'headOfCare', 'cfo', 'analyst', 'dataProtection', 'administrator'],
  params: CheckParams,
  query: LanguageQuery,
  reply: z.object({
    /** The store is still what was audited; otherwise these are the rows of today and not those of the number. */
    dataStand: z.boolean(),
    tables: z.array(
      z.object({
        name: z.string(),
        meaning: z.string(),
        rows: z.number(),
        /** Staff columns by name only: nothing of them but how many are filled. */
        columns: z.array(
          z.object({ name: z.string(), meaning: z.string(), use: z.enum(COLUMN_USES), filled: z.number() }),
        ),
        origins: z.array(Origin),
      }),
    ),
    /** Steps between tables and number that several questions share, in the order in which they build on each other. */
    steps: z.array(z.object({ name: z.string(), meaning: z.string() })),
  }),
});

const Sought = z.string().trim().max(200).default('');
export const MOST_ROWS = 50;

/** Values without staff, free text and numbers of other customers; every answer is a line of the log. */
export const findRows = defineEndpoint({
  id: 'findRows',
  method: 'GET',
  path: '/api/data/tables/:table/rows',
  summary: 'Rows of a customer or contract in a table, each with import, file and line; at most 50',
  access: ['touchpointManager', 'headOfCare', 'analyst', 'dataProtection'],
  params: z.object({
    table: z
      .string()
      .regex(/^[a-z]+(_[a-z]+)*$/)
      .max(60),
  }),
  query: LanguageQuery.extend({ customer: Sought, contract: Sought }),
  reply: z.object({
    /** By which number the rows were found: a table without contract numbers is searched for whoever holds the contract. */
    foundBy: z.enum(['customer', 'contract', 'holder']),
    columns: z.array(z.object({ name: z.string(), meaning: z.string() })),
    /** Those that stand first, then the newest import first. */
    rows: z.array(
      z.object({
        importId: z.number(),
        importDay: z.string(),
        file: z.string(),
        /** What `place` counts; `record`: data rows from 1, where the line cannot be told. */
        counted: z.enum(['line', 'sheetRow', 'record']),
        place: z.number(),
        /** Several rows of the file went into this one; `place` is the first. */
        gathered: z.boolean(),
        /** A later import brought the key again; this row is in no number any more. */
        replacedBy: z.number().nullable(),
        cells: z.array(
          z.object({
            value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
            /** The header, or the rule over headers, that filled it; null: the file had nothing for it. */
            rule: z.string().nullable(),
            /** Stored under a pseudonym: the file says something else. */
            pseudonym: z.boolean(),
            /** The number of another customer, which is not shown here. */
            another: z.boolean(),
          }),
        ),
      }),
    ),
    /** There are more than were given. */
    more: z.boolean(),
    /** Rows about customers who objected or are restricted; only data protection sees them. */
    withheld: z.number(),
  }),
});
