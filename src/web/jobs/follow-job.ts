import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { listAudits } from '#endpoints/audits.ts';
import { getInventory, getReadiness, listImports } from '#endpoints/company-data.ts';
import { addressOf } from '#endpoints/endpoint.ts';
import { getJob, Job, listJobs, watchJob } from '#endpoints/jobs.ts';
import { ask, forget, queryClient } from '../api.ts';
import { type Pace, paceOf, type Sighting } from './pace.ts';

const GOING_ON: readonly Job['state'][] = ['waiting', 'running'];
/** In case events cannot come through (a proxy, a server that starts again). */
const ASK_AGAIN_MILLISECONDS = 5000;

export const goesOn = ({ state }: Pick<Job, 'state'>): boolean => GOING_ON.includes(state);

/** What the end of a job makes old. */
function forgetAfter({ kind }: Job): void {
  if (kind === 'import') void forget(listImports, getInventory, getReadiness, listAudits);
  if (kind === 'audit') void forget(listAudits);
  void forget(listJobs);
}

const sighting = ({ progress }: Job, atMilliseconds: number): Sighting => ({
  done: progress.done,
  total: progress.total,
  atMilliseconds,
});

interface Watched {
  readonly id: string;
  readonly first: Sighting;
  readonly latest: Sighting;
}

const seenAgain = (before: Watched | null, job: Job, atMilliseconds: number): Watched => {
  const latest = sighting(job, atMilliseconds);
  const known = before !== null && before.id === job.id && before.first.total === latest.total;
  return { id: job.id, first: known ? before.first : latest, latest };
};

/** Follows a job by server-sent events until it has ended; after a cut connection or a reload it is found again by its id. */
export function useJob(id: string | null): {
  readonly job: Job | null;
  readonly pace: Pace | null;
  readonly error: Error | null;
} {
  const params = { id: id ?? '' };
  const { data, error } = useQuery({
    ...ask(getJob, { params }),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data !== undefined && goesOn(state.data) ? ASK_AGAIN_MILLISECONDS : false),
  });
  const [watched, setWatched] = useState<Watched | null>(null);
  const going = data !== undefined && goesOn(data);
  useEffect(() => {
    if (id === null || !going) return;
    const source = new EventSource(addressOf(watchJob, { id }));
    source.addEventListener('job', (event) => {
      const job = Job.parse(JSON.parse(event.data));
      queryClient.setQueryData(ask(getJob, { params: { id } }).queryKey, job);
      setWatched((before) => seenAgain(before, job, event.timeStamp));
      if (goesOn(job)) return;
      source.close();
      forgetAfter(job);
    });
    return () => source.close();
  }, [id, going]);
  const pace = watched !== null && watched.id === id ? paceOf(watched.first, watched.latest) : null;
  return { job: data ?? null, pace, error };
}
