import { keptSince, type LimitedId } from '#domain/retention.ts';
import { companySettings } from '#register/company-settings.ts';
import {
  forgetApiKeys,
  forgetInvitations,
  forgetJobs,
  forgetQuotes,
  forgetSessions,
  noteCarriedOut,
  type Removed,
} from '#register/retention.ts';
import { forgetUpload, listUploads } from '#register/uploads.ts';
import { removeFiles } from '../data/staging.ts';
import { removeExports } from '../exports/export-files.ts';
import type { Services } from '../services.ts';

export type House = Pick<Services, 'register' | 'jobs'> & {
  readonly settings: Pick<Services['settings'], 'uploadDirectory' | 'exportDirectory'>;
};

async function forgetUploads({ register, settings }: House, before: Date): Promise<number> {
  const old = (await listUploads(register)).filter(({ createdAt }) => Date.parse(createdAt) < before.getTime());
  for (const { id } of old) {
    await forgetUpload(register, id);
    await removeFiles(settings.uploadDirectory, id);
  }
  return old.length;
}

async function forgetWork({ register, jobs }: House, before: Date): Promise<number> {
  await jobs.tidy();
  return forgetJobs(register, before);
}

/** How each kind of thing that is kept for a time is thrown away; how many they were. */
const CARRIED_OUT: Readonly<Record<LimitedId, (house: House, before: Date) => Promise<number>>> = {
  sessions: ({ register }, before) => forgetSessions(register, before),
  invitations: ({ register }) => forgetInvitations(register),
  apiKeys: ({ register }, before) => forgetApiKeys(register, before),
  uploads: forgetUploads,
  previews: ({ register }, before) => forgetQuotes(register, before),
  exports: ({ register, settings }, before) => removeExports(register, settings.exportDirectory, before),
  jobs: forgetWork,
};

/** Throws away what has stayed long enough and writes down how much it was. */
export async function carryOutRetention(house: House): Promise<Removed> {
  const { register } = house;
  const { sessionHours } = await companySettings(register);
  const now = register.edge.clock();
  const remove = (id: LimitedId) => CARRIED_OUT[id](house, keptSince(now, id, sessionHours));
  const removed = {
    sessions: await remove('sessions'),
    invitations: await remove('invitations'),
    apiKeys: await remove('apiKeys'),
    uploads: await remove('uploads'),
    previews: await remove('previews'),
    exports: await remove('exports'),
    jobs: await remove('jobs'),
  };
  await noteCarriedOut(register, removed);
  return removed;
}
