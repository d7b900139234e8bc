import { Stack, Text, Title } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useWords } from '../../language.tsx';
import { PageLink } from '../../parts/PageLink.tsx';
import { DropStep } from './DropStep.tsx';
import { ImportStep } from './ImportStep.tsx';
import { PreviewStep } from './PreviewStep.tsx';
import { IMPORT_WORDS } from './words.ts';

/** Where one stands is in the address: whoever comes back finds the files, the preview or the running import again. */
export function ImportPage() {
  const words = useWords(IMPORT_WORDS);
  const { upload, preview, job } = useSearch({ from: '/house/data/import' });
  const dropping = preview === undefined && job === undefined;
  const step = job === undefined ? 'preview' : 'run';
  return (
    <Stack gap="lg">
      <PageLink to="/data" size="sm">
        {words.back}
      </PageLink>
      <Title>{words.title[dropping ? 'drop' : step]}</Title>
      {dropping && (
        <>
          <Text size="lg">{words.lead}</Text>
          <DropStep />
        </>
      )}
      {job === undefined && preview !== undefined && (
        <PreviewStep key={preview} jobId={preview} uploadId={upload ?? null} />
      )}
      {job !== undefined && <ImportStep key={job} jobId={job} uploadId={upload ?? null} />}
    </Stack>
  );
}
