import { Button, Popover, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Job, listJobs } from '#endpoints/jobs.ts';
import { ask } from '../api.ts';
import { useWords } from '../language.tsx';
import { PageLink } from '../parts/PageLink.tsx';
import { useMay } from '../shell/me.ts';
import { goesOn, useJob } from './follow-job.ts';
import { JobProgress } from './JobProgress.tsx';
import { JOB_WORDS } from './words.ts';

const ASK_AGAIN_MILLISECONDS = 20_000;

function TrayJob({ listed }: { readonly listed: Job }) {
  const words = useWords(JOB_WORDS);
  const { job, pace } = useJob(listed.id);
  return (
    <Stack gap={4}>
      <JobProgress job={job ?? listed} pace={pace} />
      {listed.kind === 'import' && (
        <PageLink to="/data/import" search={{ job: listed.id }} size="sm">
          {words.openImport}
        </PageLink>
      )}
    </Stack>
  );
}

function OpenTray() {
  const words = useWords(JOB_WORDS);
  const { data } = useQuery({ ...ask(listJobs), refetchInterval: ASK_AGAIN_MILLISECONDS });
  const running = (data?.jobs ?? []).filter(goesOn);
  if (running.length === 0) return null;
  return (
    <Popover width={320} position="bottom-end" withinPortal keepMounted>
      <Popover.Target>
        <Button variant="default" size="compact-sm">
          {words.tray(running.length)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack>
          <Text fw={650}>{words.trayTitle}</Text>
          {running.map((job) => (
            <TrayJob key={job.id} listed={job} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** What runs now, on every page, for those who may run work. Keeps following while it is closed, so that pages renew when work ends. */
export function JobTray() {
  const may = useMay('touchpointManager', 'headOfCare', 'analyst', 'administrator');
  return may ? <OpenTray /> : null;
}
