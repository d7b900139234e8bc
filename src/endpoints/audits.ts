import { z } from 'zod';
import { Report } from '#audit/report.ts';
import { OUTCOMES, UNITS } from '#domain/verdict-terms.ts';
import { defineEndpoint } from './endpoint.ts';
import { Job } from './jobs.ts';
import { Presentation } from './presentation.ts';
import { Actor, Day, Id, IdParams, Instant, LanguageQuery } from './shapes.ts';

const READERS = [
  'touchpointManager',
  'headOfCare',
  'cfo',
  'analyst',
  'marketing',
  'dataProtection',
  'administrator',
] as const;
const RUNNERS = ['touchpointManager', 'headOfCare', 'analyst'] as const;
const Values = z.record(z.string(), z.number());

export const AuditSummary = z.object({
  id: Id,
  asOf: Day,
  createdAt: Instant,
  createdBy: Actor,
  programVersion: z.string(),
  dataHash: z.string(),
  /** The data are still those that were audited: lists of people behind its numbers can be made. */
  dataStand: z.boolean(),
  outcomes: z.record(z.enum(OUTCOMES), z.number()),
  note: z.string(),
});

export const listAudits = defineEndpoint({
  id: 'listAudits',
  method: 'GET',
  path: '/api/audits',
  summary: 'Audits, newest first',
  access: READERS,
  reply: z.object({ audits: z.array(AuditSummary) }),
});

/** What an audit can be asked under: names, presets, and which belong to which check. */
export const getAuditSettings = defineEndpoint({
  id: 'getAuditSettings',
  method: 'GET',
  path: '/api/audits/settings',
  summary: 'Settings of an audit and of every check, with their presets',
  access: RUNNERS,
  query: LanguageQuery,
  reply: z.object({
    audit: z.array(
      z.object({ name: z.string(), label: z.string(), preset: z.union([z.number(), z.string(), z.null()]) }),
    ),
    checks: z.record(z.string(), Values),
  }),
});

export const startAudit = defineEndpoint({
  id: 'startAudit',
  method: 'POST',
  path: '/api/audits',
  summary: 'Audit the store',
  access: RUNNERS,
  body: z.object({
    /** null: the latest day the data know. */
    asOf: Day.nullable(),
    /** Only what differs from the presets. */
    settings: z.record(z.string(), z.union([z.number(), z.string()])).default({}),
    /** Check id -> its settings that differ. */
    checkSettings: z.record(z.string(), Values).default({}),
    note: z.string().trim().max(500).default(''),
  }),
  reply: Job,
  status: 202,
});

export const getAudit = defineEndpoint({
  id: 'getAudit',
  method: 'GET',
  path: '/api/audits/:id',
  summary: 'An audit with its report (docs/report.md)',
  access: READERS,
  params: IdParams,
  reply: AuditSummary.extend({ report: Report }),
});

export const getPresentation = defineEndpoint({
  id: 'getPresentation',
  method: 'GET',
  path: '/api/audits/:id/presentation',
  summary: 'The report in words',
  access: READERS,
  params: IdParams,
  query: LanguageQuery,
  reply: Presentation,
});

export const downloadReportPage = defineEndpoint({
  id: 'downloadReportPage',
  method: 'GET',
  path: '/api/audits/:id/report.html',
  summary: 'The report as one self-contained page',
  access: READERS,
  params: IdParams,
  query: LanguageQuery,
  sends: 'file',
});

const Effect = z
  .object({ value: z.number(), low: z.number().nullable(), high: z.number().nullable(), unit: z.enum(UNITS) })
  .nullable();

/** One question in two audits. `apart`: the two intervals do not overlap, so the change is more than chance can explain. */
const Change = z.object({
  id: z.string(),
  reference: z.string(),
  kind: z.enum(['appeared', 'vanished', 'turned', 'stronger', 'weaker', 'same']),
  question: z.string(),
  outcomeBefore: z.enum(OUTCOMES).nullable(),
  outcomeAfter: z.enum(OUTCOMES).nullable(),
  effectBefore: Effect,
  effectAfter: Effect,
  apart: z.boolean(),
});

export const compareAudits = defineEndpoint({
  id: 'compareAudits',
  method: 'GET',
  path: '/api/audits/:id/changes/:before',
  summary: 'What changed since another audit: findings that appeared, vanished, grew or shrank',
  access: READERS,
  params: z.object({ id: Id, before: Id }),
  query: LanguageQuery,
  reply: z.object({
    before: AuditSummary,
    after: AuditSummary,
    /** Settings that differ, as text; null where one was not set. A change may come from them. */
    settingsChanged: z.array(
      z.object({ name: z.string(), label: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
    ),
    changes: z.array(Change),
  }),
});
