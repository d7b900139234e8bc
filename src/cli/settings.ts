import { CHECKS } from '#checks/catalogue.ts';
import { AppError } from '#domain/app-error.ts';
import { type AuditSettings, DEFAULT_AUDIT_SETTINGS } from '#domain/audit-settings.ts';
import type { CliWords } from './words.ts';

export interface GivenSettings {
  readonly audit: Partial<Omit<AuditSettings, 'asOf'>>;
  readonly checks: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const NUMERIC = Object.entries(DEFAULT_AUDIT_SETTINGS).flatMap(([name, value]) =>
  typeof value === 'string' ? [] : [name],
);
const KNOWN = [
  'currency',
  ...NUMERIC,
  ...CHECKS.flatMap((check) => Object.keys(check.defaults).map((name) => `${check.id}.${name}`)),
];

/**
 * Settings written as name=value: of the audit (newcomerDays=365) or of one check (loyalty-penalty.relevantGap=0.02).
 * @throws AppError argumentInvalid naming what is possible
 */
export function settingsOf(given: readonly string[], words: CliWords): GivenSettings {
  const audit: Record<string, number | string> = {};
  const checks: Record<string, Record<string, number>> = {};
  for (const text of given) {
    const at = text.indexOf('=');
    const name = text.slice(0, at).trim();
    const value = text.slice(at + 1).trim();
    const wrong =
      at < 1 || !KNOWN.includes(name) || value === '' || (name !== 'currency' && !Number.isFinite(Number(value)));
    if (wrong) throw new AppError('argumentInvalid', words.badSetting(text, KNOWN.join(', ')));
    const dot = name.indexOf('.');
    if (name === 'currency') audit[name] = value;
    else if (dot < 0) audit[name] = Number(value);
    else checks[name.slice(0, dot)] = { ...checks[name.slice(0, dot)], [name.slice(dot + 1)]: Number(value) };
  }
  return { audit, checks };
}
