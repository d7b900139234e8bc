import { z } from 'zod';
import type { Role } from '#domain/role.ts';

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
  z.object({
    what: z.literal('attestation'),
    pack: z.string(),
    asOf: z.string(),
    lines: z.array(z.string()),
    products: z.array(z.string()),
  }),
]);
export type ExportInput = z.infer<typeof ExportInput>;
export type RowsInput = Exclude<ExportInput, { what: 'attestation' }>;
export type AttestationInput = Extract<ExportInput, { what: 'attestation' }>;

/** Roles may have changed since a file was asked for. */
export const MAY_FETCH: Readonly<Record<ExportInput['what'], readonly Role[]>> = {
  people: ['touchpointManager', 'analyst'],
  table: ['analyst'],
  attestation: ['touchpointManager', 'headOfCare', 'analyst'],
};

/** The line of the log when the file is there. */
export function loggedOf(input: ExportInput, rows: number) {
  if (input.what === 'attestation')
    return { event: 'attestationMade', subject: input.pack, details: { asOf: input.asOf, rows } };
  const { purpose } = input;
  return input.what === 'people'
    ? { event: 'peopleExported', subject: input.auditId, details: { check: input.check, purpose, rows } }
    : { event: 'tableExported', subject: input.table, details: { purpose, rows } };
}
