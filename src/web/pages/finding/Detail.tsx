import { Stack, Title } from '@mantine/core';
import { useMemo } from 'react';
import type { Format } from '#domain/format.ts';
import { LineTable } from '../../answer/LineTable.tsx';
import { useWords } from '../../language.tsx';
import type { FindingProps } from './Finding.tsx';
import { GroupTable } from './GroupTable.tsx';
import { groupRows } from './group-rows.ts';
import { FINDING_WORDS } from './words.ts';

interface DetailProps extends Pick<FindingProps, 'words' | 'check'> {
  readonly format: Format;
}

function Lines({ title, lines }: { readonly title: string; readonly lines: DetailProps['words']['counts'] }) {
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>
        <Title order={3} size="h4" component="span" role="presentation">
          {title}
        </Title>
      </summary>
      <LineTable caption="" lines={lines} />
    </details>
  );
}

/** Groups, further numbers, counts and what was left out. Not on paper: a board reads one page. */
export function Detail({ words, check, format }: DetailProps) {
  const texts = useWords(FINDING_WORDS);
  const rows = useMemo(() => groupRows(check, words), [check, words]);
  return (
    <Stack gap="xl" className="no-print">
      {rows.length > 0 && (
        <Stack component="section" gap="xs">
          <Title order={2}>{texts.groups}</Title>
          <GroupTable rows={rows} format={format} />
        </Stack>
      )}
      <Stack gap="sm">
        <Lines title={texts.details} lines={words.details} />
        <Lines title={texts.counts} lines={words.counts} />
        <Lines title={texts.excluded} lines={words.excluded} />
      </Stack>
    </Stack>
  );
}
