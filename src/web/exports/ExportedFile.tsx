import { Anchor, Stack, Text } from '@mantine/core';
import { addressOf } from '#endpoints/endpoint.ts';
import { downloadExport } from '#endpoints/exports.ts';
import type { Job } from '#endpoints/jobs.ts';
import { useFormat, useWords } from '../language.tsx';
import { EXPORT_WORDS } from './words.ts';

/** A file that waits to be fetched, or that it is there no more. */
export function ExportedFile({ job }: { readonly job: Job }) {
  const words = useWords(EXPORT_WORDS);
  const format = useFormat();
  const { file } = job.result;
  if (job.kind !== 'export' || job.state !== 'done') return null;
  if (file === null) return <Text size="sm">{words.gone}</Text>;
  return (
    <Stack gap={2}>
      <Anchor underline="always" href={addressOf(downloadExport, { id: job.id })} download={file.name}>
        {words.fetch(file.name)}
      </Anchor>
      <Text size="sm" className="soft">
        {words.ready(format.count(file.rows), format.bytes(file.bytes), format.instant(file.until, null))}
      </Text>
    </Stack>
  );
}
