import '@mantine/dropzone/styles.css';
import { Alert, Button, CloseButton, Group, Progress, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Job, listJobs } from '#endpoints/jobs.ts';
import { getSettings } from '#endpoints/settings.ts';
import { ask, sentenceOf } from '../../api.ts';
import { goesOn } from '../../jobs/follow-job.ts';
import { useFormat, useWords } from '../../language.tsx';
import { PageLink } from '../../parts/PageLink.tsx';
import { useStartPreview } from './import-calls.ts';
import { upload } from './upload.ts';
import { IMPORT_WORDS } from './words.ts';

const isImport = ({ kind }: Job) => kind === 'import' || kind === 'preview';

function Running() {
  const words = useWords(IMPORT_WORDS);
  const { data } = useQuery(ask(listJobs));
  const running = (data?.jobs ?? []).find((job) => goesOn(job) && isImport(job));
  if (running === undefined) return null;
  const search = running.kind === 'preview' ? { preview: running.id } : { job: running.id };
  return (
    <Alert color="gray" title={words.running}>
      <PageLink to="/data/import" search={search}>
        {words.watch}
      </PageLink>
    </Alert>
  );
}

function useHandingOver(files: readonly File[]) {
  const [share, setShare] = useState(0);
  const stopping = useRef(new AbortController());
  const preview = useStartPreview();
  const handing = useMutation({
    mutationFn: () => {
      stopping.current = new AbortController();
      return upload(files, setShare, stopping.current.signal);
    },
    onSuccess: ({ id }) => preview.mutate({ uploadId: id, mapping: null }),
  });
  const stopped = handing.error instanceof DOMException;
  return {
    share,
    begin: () => handing.mutate(),
    stop: () => stopping.current.abort(),
    pending: handing.isPending || preview.isPending,
    error: stopped ? null : (handing.error ?? preview.error),
  };
}

/** Files are chosen, handed over with progress, and checked at once. */
export function DropStep() {
  const { drop: words, offline } = useWords(IMPORT_WORDS);
  const format = useFormat();
  const { data: settings } = useQuery(ask(getSettings));
  const [files, setFiles] = useState<readonly File[]>([]);
  const handing = useHandingOver(files);
  const size = files.reduce((sum, file) => sum + file.size, 0);
  return (
    <Stack gap="md">
      <Running />
      <Dropzone
        onDrop={(dropped) => setFiles((before) => [...before, ...dropped])}
        disabled={handing.pending}
        inputProps={{ 'aria-label': words.choose }}
        p="xl"
      >
        <Stack align="center" gap={4} ta="center">
          <Text size="lg" fw={650}>
            {words.area}
          </Text>
          <Text className="soft">{words.hint}</Text>
          {settings !== undefined && (
            <Text className="soft" size="sm">
              {words.most(format.bytes(settings.uploadMegabytes * 1_000_000))}
            </Text>
          )}
        </Stack>
      </Dropzone>
      {files.length > 0 && (
        <Stack gap={4} component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={words.label}>
          {files.map((file, at) => (
            <Group component="li" key={`${file.name} ${file.size} ${file.lastModified}`} gap="xs" wrap="nowrap">
              <CloseButton
                aria-label={words.remove(file.name)}
                disabled={handing.pending}
                onClick={() => setFiles((before) => before.filter((_, place) => place !== at))}
              />
              <Text style={{ overflowWrap: 'anywhere' }} flex={1}>
                {file.name}
              </Text>
              <Text className="soft">{format.bytes(file.size)}</Text>
            </Group>
          ))}
        </Stack>
      )}
      {handing.error !== null && (
        <Alert color="gray" role="alert">
          {sentenceOf(handing.error, offline)}
        </Alert>
      )}
      {handing.pending && <Progress value={handing.share * 100} aria-label={words.sending('')} />}
      {files.length > 0 && (
        <Group>
          <Button onClick={handing.begin} loading={handing.pending}>
            {words.hand}
          </Button>
          {handing.pending && (
            <Button variant="default" onClick={handing.stop}>
              {words.stop}
            </Button>
          )}
          <Text className="soft" aria-live="polite">
            {handing.pending
              ? words.sending(format.percent(handing.share, 0))
              : words.chosen(format.count(files.length), format.bytes(size))}
          </Text>
        </Group>
      )}
    </Stack>
  );
}
