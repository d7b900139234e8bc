import { Alert, Button, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { startAudit } from '#endpoints/audits.ts';
import { type Job, listJobs } from '#endpoints/jobs.ts';
import { api, ask, forget, sentenceOf } from '../../api.ts';
import { goesOn, useJob } from '../../jobs/follow-job.ts';
import { JobProgress } from '../../jobs/JobProgress.tsx';
import { useWords } from '../../language.tsx';
import { useMay } from '../../shell/me.ts';
import { HOME_WORDS } from './words.ts';

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

function StartForm({ onStarted }: { readonly onStarted: () => void }) {
  const { start: words } = useWords(HOME_WORDS);
  const navigate = useNavigate();
  const [day, setDay] = useState('');
  const [note, setNote] = useState('');
  const starting = useMutation({
    mutationFn: () => api.call(startAudit, { body: { asOf: day === '' ? null : day, note } }),
    onSuccess: async () => {
      await forget(listJobs);
      onStarted();
      // So that the new audit is what is seen once it is there.
      await navigate({ to: '/', search: {} });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    starting.mutate();
  };
  return (
    <Stack component="form" onSubmit={submit} gap="sm">
      <Text fw={650}>{words.title}</Text>
      {starting.error !== null && (
        <Alert color="gray" role="alert">
          {sentenceOf(starting.error, words.offline)}
        </Alert>
      )}
      <TextInput
        label={words.day}
        description={words.dayHint}
        type="date"
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <TextInput
        label={words.note}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" loading={starting.isPending}>
        {words.submit}
      </Button>
    </Stack>
  );
}

/** Starts an audit of the data as they are; only for those who may. */
export function StartAudit() {
  const { start: words } = useWords(HOME_WORDS);
  const may = useMay('touchpointManager', 'headOfCare', 'analyst');
  const [opened, setOpened] = useState(false);
  if (!may) return null;
  return (
    <Popover opened={opened} onChange={setOpened} width={300} position="bottom-end" withinPortal trapFocus>
      <Popover.Target>
        <Button onClick={() => setOpened(!opened)} className="no-print">
          {words.button}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <StartForm onStarted={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
