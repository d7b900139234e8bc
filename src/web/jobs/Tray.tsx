import { Button, Popover, Stack, Text } from '@mantine/core';
import type { Job } from '#endpoints/jobs.ts';
import { ExportedFile } from '../exports/ExportedFile.tsx';
import { useWords } from '../language.tsx';
import { PageLink } from '../parts/PageLink.tsx';
import { useJob } from './follow-job.ts';
import { JobProgress } from './JobProgress.tsx';
import { JOB_WORDS } from './words.ts';

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

interface TrayProps {
  readonly running: readonly Job[];
  /** The reader's own exports that wait to be fetched. */
  readonly ready: readonly Job[];
}

/** Running work and finished files, behind one button; it keeps following while it is closed, so that pages renew when work ends. */
export function Tray({ running, ready }: TrayProps) {
  const words = useWords(JOB_WORDS);
  return (
    <Popover width={320} position="bottom-end" withinPortal keepMounted>
      <Popover.Target>
        <Button variant="default" size="compact-sm">
          {running.length > 0 ? words.tray(running.length) : words.ready(ready.length)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack>
          {running.length > 0 && <Text fw={650}>{words.trayTitle}</Text>}
          {running.map((job) => (
            <TrayJob key={job.id} listed={job} />
          ))}
          {ready.length > 0 && <Text fw={650}>{words.readyTitle}</Text>}
          {ready.map((job) => (
            <ExportedFile key={job.id} job={job} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
