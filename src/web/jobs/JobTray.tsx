import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { listJobs } from '#endpoints/jobs.ts';
import { ask } from '../api.ts';
import { useMay } from '../shell/me.ts';
import { goesOn } from './follow-job.ts';

const ASK_AGAIN_MILLISECONDS = 20_000;
// Loaded when something runs; the first page does without it.
const Tray = lazy(() => import('./Tray.tsx').then((module) => ({ default: module.Tray })));

function Running() {
  const { data } = useQuery({ ...ask(listJobs), refetchInterval: ASK_AGAIN_MILLISECONDS });
  const running = (data?.jobs ?? []).filter(goesOn);
  if (running.length === 0) return null;
  return (
    <Suspense>
      <Tray running={running} />
    </Suspense>
  );
}

/** What runs now, on every page, for those who may run work. */
export function JobTray() {
  const may = useMay('touchpointManager', 'headOfCare', 'analyst', 'administrator');
  return may ? <Running /> : null;
}
