import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { getPreview } from '#endpoints/company-data.ts';
import { sentenceOf } from '../../api.ts';
import { useFormat, useWords } from '../../language.tsx';
import { FileList } from './FileList.tsx';
import { useDiscard, useStartImport, useStartPreview } from './import-calls.ts';
import { MappingForm } from './MappingForm.tsx';
import { Problems } from './Problems.tsx';
import { sumsOf } from './receipt-sums.ts';
import { IMPORT_WORDS } from './words.ts';

type Found = z.infer<typeof getPreview.reply>;

function Answer({ found }: { readonly found: Found }) {
  const { preview: words, mapping } = useWords(IMPORT_WORDS);
  const format = useFormat();
  const { outcome, files } = found.receipt;
  return (
    <Stack gap={4}>
      <Text size="lg">{outcome === 'nothingUsable' ? words.nothing : words.answer(sumsOf(files), format)}</Text>
      {outcome === 'alreadyStanding' && <Text>{words.standing}</Text>}
      <Text className="soft">{words.next}</Text>
      {found.mapping !== null && <Text className="soft">{mapping.used}</Text>}
    </Stack>
  );
}

/** What was understood and what was refused, for a person to confirm. */
export function PreviewFound({ found }: { readonly found: Found }) {
  const words = useWords(IMPORT_WORDS);
  const before = found.mapping ?? '';
  const [mapping, setMapping] = useState(before);
  const checking = useStartPreview();
  const importing = useStartImport();
  const discarding = useDiscard();
  const { uploadId, receipt } = found;
  const error = checking.error ?? importing.error ?? discarding.error;
  const changed = mapping !== before;
  return (
    <Stack gap="lg">
      <Answer found={found} />
      {error !== null && (
        <Alert color="gray" role="alert">
          {sentenceOf(error, words.offline)}
        </Alert>
      )}
      <Group>
        <Button
          onClick={() => importing.mutate({ uploadId, mapping: found.mapping })}
          loading={importing.isPending}
          disabled={receipt.outcome === 'nothingUsable' || changed}
        >
          {words.preview.confirm}
        </Button>
        <Button variant="default" onClick={() => discarding.mutate(uploadId)} loading={discarding.isPending}>
          {words.preview.discard}
        </Button>
        {changed && <Text className="soft">{words.mapping.asStands}</Text>}
      </Group>
      {found.skipped.length > 0 && (
        <Stack gap={4}>
          <Text fw={650}>{words.preview.skipped}</Text>
          <List>
            {found.skipped.map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
        </Stack>
      )}
      <Problems shown={found} />
      <FileList files={receipt.files} proposed={found.columns} />
      <MappingForm
        text={mapping}
        onChange={setMapping}
        onCheck={() => checking.mutate({ uploadId, mapping: mapping.trim() === '' ? null : mapping })}
        checking={checking.isPending}
      />
    </Stack>
  );
}
