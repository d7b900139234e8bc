import { Alert, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getPreview } from '#endpoints/company-data.ts';
import { ask } from '../../api.ts';
import { goesOn, useJob } from '../../jobs/follow-job.ts';
import { JobProgress } from '../../jobs/JobProgress.tsx';
import { useFormat, useLanguage, useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageButton, PageLink } from '../../parts/PageLink.tsx';
import { Problems } from './Problems.tsx';
import { sumsOf } from './receipt-sums.ts';
import { IMPORT_WORDS } from './words.ts';

interface ImportStepProps {
  readonly jobId: string;
  readonly uploadId: string | null;
}

function Finished({ jobId, importId }: { readonly jobId: string; readonly importId: number | null }) {
  const words = useWords(IMPORT_WORDS);
  const { language } = useLanguage();
  const format = useFormat();
  const { data, error, refetch } = useQuery(ask(getPreview, { params: { id: jobId }, query: { language } }));
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const { files, importDay, outcome } = data.receipt;
  const answer =
    outcome === 'alreadyStanding'
      ? words.preview.standing
      : words.receipt.answer({ ...sumsOf(files), day: importDay.slice(0, 10) }, format);
  return (
    <Stack gap="lg">
      <Text size="lg">{outcome === 'nothingUsable' ? words.preview.nothing : answer}</Text>
      <Group>
        {importId !== null && (
          <PageButton to="/data/imports/$importId" params={{ importId: String(importId) }}>
            {words.receipt.open}
          </PageButton>
        )}
        <PageLink to="/data">{words.receipt.data}</PageLink>
        <PageLink to="/data/import">{words.receipt.another}</PageLink>
      </Group>
      <Problems shown={data} />
    </Stack>
  );
}

/** The import while it runs, and its end: done, stopped, failed or interrupted. */
export function ImportStep({ jobId, uploadId }: ImportStepProps) {
  const words = useWords(IMPORT_WORDS);
  const { job, pace, error } = useJob(jobId);
  if (error !== null && job === null) return <Failure error={error} />;
  if (job === null) return <Loading />;
  if (goesOn(job)) return <JobProgress job={job} pace={pace} />;
  if (job.state === 'done') return <Finished jobId={jobId} importId={job.result.importId} />;
  return (
    <Stack gap="lg" align="flex-start">
      <Alert color="gray" w="100%">
        <JobProgress job={job} pace={pace} />
      </Alert>
      <PageButton to="/data/import" search={{}}>
        {uploadId === null ? words.receipt.another : words.failed.again}
      </PageButton>
    </Stack>
  );
}
