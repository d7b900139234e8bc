import { Alert, Button, Group, NumberInput, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { getGoodwill, setGoodwill } from '#endpoints/desk.ts';
import { api, ask, forget, sentenceOf } from '../../api.ts';
import { useWords } from '../../language.tsx';
import { DESK_WORDS } from './words.ts';

/** The head of care says what agents may give without asking; every change is a version and a line of the log. */
export function GoodwillLimit() {
  const { board: words, offline } = useWords(DESK_WORDS);
  const { data } = useQuery(ask(getGoodwill));
  const [draft, setDraft] = useState<number | null>(null);
  const setting = useMutation({
    mutationFn: (units: number) =>
      api.call(setGoodwill, { body: { version: data?.version ?? 0, centsAYear: Math.round(units * 100) } }),
    onSuccess: () => forget(getGoodwill),
  });
  const standing = (data?.centsAYear ?? 0) / 100;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setting.mutate(draft ?? standing);
  };
  return (
    <Stack component="form" onSubmit={submit} gap="xs">
      <Group align="flex-end">
        <NumberInput
          label={words.limit}
          min={0}
          max={100_000}
          decimalScale={2}
          value={draft ?? standing}
          onChange={(value) => setDraft(typeof value === 'number' ? value : null)}
        />
        <Button type="submit" variant="default" loading={setting.isPending} disabled={data === undefined}>
          {words.setLimit}
        </Button>
      </Group>
      {setting.error !== null && (
        <Alert color="gray" role="alert">
          {sentenceOf(setting.error, offline)}
        </Alert>
      )}
    </Stack>
  );
}
