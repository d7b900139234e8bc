import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { type Job, listJobs } from '#endpoints/jobs.ts';
import { ask } from '../../api.ts';
import { goesOn, useJob } from '../../jobs/follow-job.ts';
import { JobProgress } from '../../jobs/JobProgress.tsx';
import { useWords } from '../../language.tsx';
import { OpensLater } from '../../parts/OpensLater.tsx';
import { useMay } from '../../shell/me.ts';
import { HOME_WORDS } from './words.ts';

const load = () => import('./StartForm.tsx').then((module) => ({ default: module.StartFormAt }));
const StartFormAt = lazy(load);

/** The audit that waits or runs; null for those who may not know, and when there is none. */
export function AuditAtWork() {
  const may = useMay('touchpointManager', 'headOfCare', 'analyst', 'administrator');
  const { data } = useQuery({ ...ask(listJobs), enabled: may });
  const running = data?.jobs.find((job) => job.kind === 'audit' && goesOn(job));
  return running === undefined ? null : <Followed listed={running} />;
}

function Followed({ listed }: { readonly listed: Job }) {
  const { job, pace } = useJob(listed.id);
  return <JobProgress job={job ?? listed} pace={pace} />;
}

/** Starts an audit of the data as they are; only for those who may. */
export function StartAudit() {
  const { start: words } = useWords(HOME_WORDS);
  const may = useMay('touchpointManager', 'headOfCare', 'analyst');
  if (!may) return null;
  return (
    <OpensLater load={load} Opened={StartFormAt} given={{}} popup="dialog" className="no-print">
      {words.button}
    </OpensLater>
  );
}
