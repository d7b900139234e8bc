import { Stack, Text } from '@mantine/core';
import { goesOn, useJob } from '../jobs/follow-job.ts';
import { JobProgress } from '../jobs/JobProgress.tsx';
import { useWords } from '../language.tsx';
import { ExportedFile } from './ExportedFile.tsx';
import { EXPORT_WORDS } from './words.ts';

/** A file while it is written in the background, and then the way to it. */
export function WrittenFile({ id }: { readonly id: string }) {
  const words = useWords(EXPORT_WORDS);
  const { job, pace } = useJob(id);
  if (job === null) return null;
  return (
    <Stack gap="xs">
      <JobProgress job={job} pace={pace} />
      {goesOn(job) && (
        <Text size="sm" className="soft">
          {words.working}
        </Text>
      )}
      <ExportedFile job={job} />
    </Stack>
  );
}
