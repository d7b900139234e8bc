import { z } from 'zod';
import { PURPOSES } from '#domain/purpose.ts';
import { CheckParams, Filter } from './affected.ts';
import { defineEndpoint } from './endpoint.ts';
import { Job } from './jobs.ts';
import { IdParams } from './shapes.ts';

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
const File = z.object({ format: z.enum(EXPORT_FORMATS), purpose: z.enum(PURPOSES) });

export const startPeopleExport = defineEndpoint({
  id: 'startPeopleExport',
  method: 'POST',
  path: '/api/audits/:id/checks/:check/people/export',
  summary: 'Write the people behind a number to a file as work of its own, however many; the purpose is logged',
  access: ['touchpointManager', 'analyst'],
  params: CheckParams,
  body: File.extend(Filter.shape).extend({ descending: z.boolean().default(false) }),
  reply: Job,
  status: 202,
});

/** Without staff, free text, and rows about customers who objected or are restricted. */
export const startTableExport = defineEndpoint({
  id: 'startTableExport',
  method: 'POST',
  path: '/api/data/tables/:table/export',
  summary: 'Write a table of the store to a file as work of its own; the purpose is logged',
  access: ['analyst'],
  params: z.object({
    table: z
      .string()
      .regex(/^[a-z]+(_[a-z]+)*$/)
      .max(60),
  }),
  body: File,
  reply: Job,
  status: 202,
});

export const downloadExport = defineEndpoint({
  id: 'downloadExport',
  method: 'GET',
  path: '/api/exports/:id/file',
  summary: 'The file of an export (its job’s id), for whoever asked for it, until it is thrown away',
  access: ['touchpointManager', 'headOfCare', 'analyst'],
  params: IdParams,
  sends: 'file',
});
