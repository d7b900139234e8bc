import { Alert, Button, Group, NativeSelect, Popover, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { exportAffected, PURPOSES } from '#endpoints/affected.ts';
import { api, sentenceOf } from '../../api.ts';
import { saveFile } from '../../charts/save-file.ts';
import { useWords } from '../../language.tsx';
import { useMay } from '../../shell/me.ts';
import { PEOPLE_WORDS } from './people-words.ts';
import type { PeopleFilter } from './use-people.ts';

interface PeopleExportProps {
  readonly audit: string;
  readonly check: string;
  readonly filter: PeopleFilter;
}

/** Takes the list out of the house, with a purpose that is logged; only for those who may. */
export function PeopleExport({ audit, check, filter }: PeopleExportProps) {
  const words = useWords(PEOPLE_WORDS);
  const may = useMay('touchpointManager', 'analyst');
  const [purpose, setPurpose] = useState<(typeof PURPOSES)[number]>('correction');
  const saving = useMutation({
    mutationFn: async (format: 'csv' | 'xlsx') => {
      const answer = await api.open(exportAffected, {
        params: { id: audit, check },
        query: { ...filter, format, purpose },
      });
      saveFile(`${check}.${format}`, await answer.blob());
    },
  });
  if (!may) return null;
  return (
    <Popover width={280} position="bottom-end" withinPortal trapFocus>
      <Popover.Target>
        <Button variant="default">{words.takeAlong}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <NativeSelect
            label={words.purpose}
            description={words.purposeHint}
            value={purpose}
            onChange={(event) => setPurpose(PURPOSES.find((one) => one === event.currentTarget.value) ?? 'correction')}
            data={PURPOSES.map((one) => ({ value: one, label: words.purposes[one] }))}
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
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
