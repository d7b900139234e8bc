import type { compareAudits, getAudit, getPresentation, listAudits } from '#endpoints/audits.ts';
import type { ReplyOf } from '#endpoints/endpoint.ts';

/** Shapes of what the server answers about audits. */
export type AuditSummary = ReplyOf<typeof listAudits>['audits'][number];
export type Report = ReplyOf<typeof getAudit>['report'];
export type ReportCheck = Report['checks'][number];
export type Effect = ReportCheck['effect'];
export type Spoken = ReplyOf<typeof getPresentation>;
export type PresentedCheck = Spoken['checks'][number];
export type Change = ReplyOf<typeof compareAudits>['changes'][number];
