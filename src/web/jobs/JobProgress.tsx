import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Format } from '#domain/format.ts';
import { getJob, type Job, listJobs, stopJob } from '#endpoints/jobs.ts';
import { api, ask, forget, queryClient, sentenceOf } from '../api.ts';
import { useFormat, useWords } from '../language.tsx';
import { goesOn } from './follow-job.ts';
import type { Pace } from './pace.ts';
import { JOB_WORDS } from './words.ts';

interface JobProgressProps {
  readonly job: Job;
  readonly pace: Pace | null;
}

const BYTES: readonly Job['kind'][] = ['import', 'preview'];

function paceText({ job, pace }: JobProgressProps, words: typeof JOB_WORDS.en, f: Format): string {
  if (!goesOn(job) || pace === null) return words.states[job.state];
  const rate = pace.perSecond !== null && BYTES.includes(job.kind) ? words.bytesRate(f.bytes(pace.perSecond)) : null;
  const steps = job.kind === 'audit' ? words.checks(f.count(job.progress.done), f.count(job.progress.total)) : null;
  const left = pace.remainingSeconds === null ? null : words.remaining(f.duration(Math.ceil(pace.remainingSeconds)));
  return [words.done(f.percent(pace.doneShare, 0)), steps, rate, left].filter((part) => part !== null).join(' · ');
}

/** How far a job is, how fast it goes, how long it will take, and a button that stops it. */
export function JobProgress({ job, pace }: JobProgressProps) {
  const words = useWords(JOB_WORDS);
  const format = useFormat();
  const stopping = useMutation({
    mutationFn: () => api.call(stopJob, { params: { id: job.id } }),
    onSuccess: (stopped) => {
      queryClient.setQueryData(ask(getJob, { params: { id: job.id } }).queryKey, stopped);
      return forget(listJobs);
    },
  });
  const percent = (pace?.doneShare ?? 0) * 100;
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs">
        <Text fw={650}>{words.kinds[job.kind]}</Text>
        <Text size="sm" className="soft" aria-live="polite">
          {paceText({ job, pace }, words, format)}
        </Text>
      </Group>
      {goesOn(job) && (
        <>
          <Progress value={pace === null ? 100 : percent} animated={pace === null} aria-label={words.kinds[job.kind]} />
          <Group justify="space-between" gap="xs">
            <Text size="sm" className="soft">
              {job.progress.note}
            </Text>
            <Button variant="default" size="xs" onClick={() => stopping.mutate()} loading={stopping.isPending}>
              {words.stop}
            </Button>
          </Group>
        </>
      )}
      {job.state === 'stopped' && <Text>{words.stopped}</Text>}
      {job.state === 'lost' && <Text>{words.lost}</Text>}
      {job.error !== null && <Text role="alert">{job.error.message}</Text>}
      {stopping.error !== null && <Text role="alert">{sentenceOf(stopping.error, words.offline)}</Text>}
    </Stack>
  );
}
