import { Alert, Button, Group, NativeSelect, Popover, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { PURPOSE_WORDS, PURPOSES, type Purpose } from '#domain/purpose.ts';
import type { EXPORT_FORMATS } from '#endpoints/exports.ts';
import { type Job, listJobs } from '#endpoints/jobs.ts';
import { forget, sentenceOf } from '../api.ts';
import { useWords } from '../language.tsx';
import { WrittenFile } from './WrittenFile.tsx';
import { EXPORT_WORDS } from './words.ts';

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

interface ExportMenuProps {
  readonly label: string;
  /** Saves a short list at once (null), or asks for a file that is written in the background. */
  readonly save: (file: { readonly format: ExportFormat; readonly purpose: Purpose }) => Promise<Job | null>;
}

/** Takes rows out of the house as a file, with a purpose that is logged. */
export function ExportMenu({ label, save }: ExportMenuProps) {
  const words = useWords(EXPORT_WORDS);
  const purposes = useWords(PURPOSE_WORDS);
  const [purpose, setPurpose] = useState<Purpose>('correction');
  const saving = useMutation({
    mutationFn: (format: ExportFormat) => save({ format, purpose }),
    onSuccess: (job) => (job === null ? null : forget(listJobs)),
  });
  const asked = saving.data ?? null;
  return (
    <Popover width={300} position="bottom-end" withinPortal trapFocus>
      <Popover.Target>
        <Button variant="default">{label}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <NativeSelect
            label={words.purpose}
            description={words.purposeHint}
            value={purpose}
            onChange={(event) => setPurpose(PURPOSES.find((one) => one === event.currentTarget.value) ?? 'correction')}
            data={PURPOSES.map((one) => ({ value: one, label: purposes[one] }))}
          />
          {saving.error !== null && (
            <Alert color="gray" role="alert">
              {sentenceOf(saving.error, words.offline)}
            </Alert>
          )}
          <Group grow>
            <Button onClick={() => saving.mutate('csv')} loading={saving.isPending}>
              {words.csv}
            </Button>
            <Button variant="default" onClick={() => saving.mutate('xlsx')} loading={saving.isPending}>
              {words.xlsx}
            </Button>
          </Group>
          {asked !== null && <WrittenFile id={asked.id} />}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
