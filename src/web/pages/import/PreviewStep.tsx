import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { getPreview } from '#endpoints/company-data.ts';
import { ask, sentenceOf } from '../../api.ts';
import { goesOn, useJob } from '../../jobs/follow-job.ts';
import { JobProgress } from '../../jobs/JobProgress.tsx';
import { useLanguage, useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useStartPreview } from './import-calls.ts';
import { MappingForm } from './MappingForm.tsx';
import { PreviewFound } from './PreviewFound.tsx';
import { IMPORT_WORDS } from './words.ts';

interface PreviewStepProps {
  readonly jobId: string;
  /** null when the page was opened from the list of running work; a finished preview knows it. */
  readonly uploadId: string | null;
}

interface NotReadProps {
  readonly uploadId: string | null;
  /** Otherwise it was stopped or interrupted. */
  readonly failed: boolean;
  readonly children: ReactNode;
}

function NotRead({ uploadId, failed, children }: NotReadProps) {
  const words = useWords(IMPORT_WORDS);
  const navigate = useNavigate();
  const [mapping, setMapping] = useState('');
  const checking = useStartPreview();
  return (
    <Stack gap="lg">
      <Alert color="gray" title={failed ? words.failed.title : undefined}>
        {children}
      </Alert>
      {checking.error !== null && <Text role="alert">{sentenceOf(checking.error, words.offline)}</Text>}
      {uploadId !== null && (
        <MappingForm
          text={mapping}
          onChange={setMapping}
          onCheck={() => checking.mutate({ uploadId, mapping: mapping.trim() === '' ? null : mapping })}
          checking={checking.isPending}
        />
      )}
      <Group>
        <Button onClick={() => void navigate({ to: '/data/import', search: {} })}>{words.failed.again}</Button>
      </Group>
    </Stack>
  );
}

/** The real validation of files, while it runs and when it has ended. */
export function PreviewStep({ jobId, uploadId }: PreviewStepProps) {
  const { language } = useLanguage();
  const { job, pace, error } = useJob(jobId);
  const found = useQuery({
    ...ask(getPreview, { params: { id: jobId }, query: { language } }),
    enabled: job?.state === 'done',
  });
  if (error !== null && job === null) return <Failure error={error} />;
  if (job === null) return <Loading />;
  if (goesOn(job)) return <JobProgress job={job} pace={pace} />;
  if (job.state !== 'done')
    return (
      <NotRead uploadId={uploadId} failed={job.state === 'failed'}>
        <JobProgress job={job} pace={pace} />
      </NotRead>
    );
  if (found.error !== null) return <Failure error={found.error} again={() => void found.refetch()} />;
  return found.data === undefined ? <Loading /> : <PreviewFound found={found.data} />;
}
