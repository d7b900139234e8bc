import type { Language } from '#domain/language.ts';
import { getJob, listJobs, stopJob, watchJob } from '#endpoints/jobs.ts';
import type { StoredJob } from '#register/jobs.ts';
import * as stored from '#register/jobs.ts';
import { jobShown } from '../jobs/job-shown.ts';
import type { Router } from '../route.ts';
import type { Services } from '../services.ts';

async function* shown(source: AsyncIterable<StoredJob>, language: Language) {
  for await (const job of source) yield jobShown(job, language);
}

export function jobRoutes(router: Router, { jobs, register }: Services): void {
  router.add(listJobs, async ({ language }) => ({
    jobs: (await stored.listJobs(register)).map((job) => jobShown(job, language)),
  }));
  router.add(getJob, async ({ params, language }) => jobShown(await jobs.job(params.id), language));
  router.add(stopJob, async ({ params, language }) => jobShown(await jobs.stopJob(params.id), language));
  router.add(watchJob, async ({ params, language, request }) => {
    await jobs.job(params.id);
    const gone = new AbortController();
    request.raw.once('close', () => gone.abort());
    return shown(jobs.watch(params.id, gone.signal), language);
  });
}
