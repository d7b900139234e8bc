import { z } from 'zod';
import { runAudit } from '#audit/run-audit.ts';
import { CHECKS } from '#checks/catalogue.ts';
import { AppError } from '#domain/app-error.ts';
import { DEFAULT_AUDIT_SETTINGS } from '#domain/audit-settings.ts';
import { keepAudit } from '#register/audits.ts';
import type { Register } from '#register/register.ts';
import { DEFAULT_MINIMUM_GROUP, worksAgreement } from '#register/works-agreement.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import type { DataStore } from '../data/data-store.ts';
import { isStaffCheck } from '../data/staff.ts';
import type { Work } from '../jobs/job-runner.ts';

const Values = z.record(z.string(), z.number());
export const AuditInput = z.object({
  asOf: z.string().nullable(),
  settings: z.record(z.string(), z.union([z.number(), z.string()])),
  checkSettings: z.record(z.string(), Values),
  note: z.string(),
});
export type AuditInput = z.infer<typeof AuditInput>;

const invalid = (field: string, problem: string) =>
  new AppError('requestInvalid', `${field}: ${problem}`, { field, problem });

const PRESETS: ReadonlyMap<string, unknown> = new Map(Object.entries(DEFAULT_AUDIT_SETTINGS));
const MOST = 1e9;

/** What the works agreement says, nobody sets for an audit of their own. */
export const AGREED_SETTINGS = ['worksAgreement', 'staffGroupMinimum'];

function requireSetting(name: string, value: string | number): void {
  if (AGREED_SETTINGS.includes(name)) throw new AppError('staffLocked', `${name} comes from the works agreement`);
  if (!PRESETS.has(name)) throw invalid(name, 'unknown setting');
  if (name === 'currency' && !/^[A-Z]{3}$/.test(String(value))) throw invalid(name, 'three capital letters');
  if (name !== 'currency' && !(typeof value === 'number' && value >= 0 && value <= MOST))
    throw invalid(name, `0 ... ${MOST}`);
}

function requireCheckSettings(id: string, values: Readonly<Record<string, number>>): void {
  const defaults = CHECKS.find((candidate) => candidate.id === id)?.defaults;
  if (defaults === undefined) throw invalid(id, 'unknown check');
  const unknown = Object.keys(values).find((name) => !Object.hasOwn(defaults, name));
  if (unknown !== undefined) throw invalid(`${id}.${unknown}`, 'unknown setting');
}

/** Settings as given, each known and of the kind of its preset. @throws AppError requestInvalid */
export function requireKnownSettings({
  settings,
  checkSettings,
}: Pick<AuditInput, 'settings' | 'checkSettings'>): void {
  for (const [name, value] of Object.entries(settings)) requireSetting(name, value);
  for (const [id, values] of Object.entries(checkSettings)) requireCheckSettings(id, values);
}

export interface AuditWorkOptions {
  readonly register: Register;
  readonly warehouse: Warehouse;
  readonly data: DataStore;
  readonly programVersion: string;
}

/** Audits the store and keeps the report. Questions about staff are silent until a works agreement stands. */
export const createAuditWork =
  ({ register, warehouse, data, programVersion }: AuditWorkOptions): Work =>
  async ({ job, signal, onProgress }) => {
    const input = AuditInput.parse(JSON.parse(job.input));
    const { current } = await worksAgreement(register);
    const agreed = {
      worksAgreement: current === null ? 0 : 1,
      staffGroupMinimum: current?.minimumGroup ?? DEFAULT_MINIMUM_GROUP,
    };
    const staffChecks = current === null ? [] : CHECKS.filter(isStaffCheck).map(({ id }) => id);
    return data.inTurn(async () => {
      const dataHash = await data.dataHash();
      const report = await runAudit({
        warehouse,
        asOf: input.asOf,
        settings: { ...input.settings, ...agreed },
        checkSettings: input.checkSettings,
        programVersion,
        signal,
        onProgress: (done, total, note) => onProgress({ done, total, note }),
      });
      if (signal.aborted) throw new AppError('stopped', 'the audit was stopped');
      const kept = {
        asOf: report.asOf,
        dataHash,
        checkSettings: JSON.stringify(input.checkSettings),
        note: input.note,
        report: JSON.stringify(report),
      };
      const auditId = await keepAudit(register, job.createdBy, kept, staffChecks);
      return { auditId };
    });
  };
