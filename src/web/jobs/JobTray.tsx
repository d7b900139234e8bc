import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { type Job, listJobs } from '#endpoints/jobs.ts';
import { ask } from '../api.ts';
import { useMay, useMe } from '../shell/me.ts';
import { goesOn } from './follow-job.ts';

const ASK_AGAIN_MILLISECONDS = 20_000;
// Loaded when there is something to show; the first page does without it.
const Tray = lazy(() => import('./Tray.tsx').then((module) => ({ default: module.Tray })));

function AtWork() {
  const me = useMe();
  const { data } = useQuery({ ...ask(listJobs), refetchInterval: ASK_AGAIN_MILLISECONDS });
  const jobs = data?.jobs ?? [];
  const running = jobs.filter(goesOn);
  const ready = jobs.filter(({ createdBy, result }: Job) => createdBy.id === me.id && result.file !== null);
  if (running.length + ready.length === 0) return null;
  return (
    <Suspense>
      <Tray running={running} ready={ready} />
    </Suspense>
  );
}

/** What runs now and which files wait to be fetched, on every page, for those who may run work. */
export function JobTray() {
  const may = useMay('touchpointManager', 'headOfCare', 'analyst', 'administrator');
  return may ? <AtWork /> : null;
}
