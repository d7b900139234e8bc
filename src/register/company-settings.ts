import { z } from 'zod';
import { LANGUAGES, type Language } from '#domain/language.ts';
import { conflict } from './conflict.ts';
import type { Actor } from './edge.ts';
import { deed } from './log.ts';
import type { Register } from './register.ts';

export interface CompanySettings {
  readonly version: number;
  readonly companyName: string;
  readonly language: Language;
  readonly uploadMegabytes: number;
  readonly sessionHours: number;
  readonly freeTextAllowed: boolean;
}

export async function companySettings({ db }: Pick<Register, 'db'>): Promise<CompanySettings> {
  const row = await db.selectFrom('company_setting').selectAll().executeTakeFirstOrThrow();
  return {
    version: row.version,
    companyName: row.company_name,
    language: z.enum(LANGUAGES).parse(row.language),
    uploadMegabytes: row.upload_megabytes,
    sessionHours: row.session_hours,
    freeTextAllowed: row.free_text_allowed,
  };
}

type Change = Partial<Omit<CompanySettings, 'version'>> & { readonly version: number; readonly reason?: string };

/** Every change is one version and one line of the log. @throws AppError changedMeanwhile */
export async function changeCompanySettings(
  register: Register,
  actor: Actor,
  wanted: Change,
): Promise<CompanySettings> {
  const before = await companySettings(register);
  const { version, reason, ...fields } = wanted;
  const changed = Object.entries(fields).filter(([name, value]) =>
    Object.entries(before).some(([n, v]) => n === name && v !== value),
  );
  const details = { ...Object.fromEntries(changed), version: version + 1, ...(reason === undefined ? {} : { reason }) };
  const next = { ...before, ...fields };
  await deed(register, { actor, event: 'settingsChanged', subject: '', details }, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('company_setting')
      .set({
        version: version + 1,
        company_name: next.companyName,
        language: next.language,
        upload_megabytes: next.uploadMegabytes,
        session_hours: next.sessionHours,
        free_text_allowed: next.freeTextAllowed,
      })
      .where('version', '=', version)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw conflict({ ...before }, fields);
  });
  return companySettings(register);
}

/** A secret of the installation, made at the first call and kept. */
export async function installationSecret({ db, edge }: Register, name: string): Promise<string> {
  await db
    .insertInto('secret')
    .values({ name, value: edge.newSecret() })
    .onConflict((c) => c.doNothing())
    .execute();
  return (await db.selectFrom('secret').select('value').where('name', '=', name).executeTakeFirstOrThrow()).value;
}
