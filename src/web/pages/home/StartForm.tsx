import { Alert, Button, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { cloneElement, type FormEvent, useState } from 'react';
import { startAudit } from '#endpoints/audits.ts';
import { listJobs } from '#endpoints/jobs.ts';
import { api, forget, sentenceOf } from '../../api.ts';
import { useWords } from '../../language.tsx';
import { type AtButton, useOpenFromTheStart } from '../../parts/OpensLater.tsx';
import { HOME_WORDS } from './words.ts';

function StartForm({ onStarted }: { readonly onStarted: () => void }) {
  const { start: words } = useWords(HOME_WORDS);
  const navigate = useNavigate();
  const [day, setDay] = useState('');
  const [note, setNote] = useState('');
  const starting = useMutation({
    mutationFn: () => api.call(startAudit, { body: { asOf: day === '' ? null : day, note } }),
    onSuccess: async () => {
      await forget(listJobs);
      onStarted();
      // So that the new audit is what is seen once it is there.
      await navigate({ to: '/', search: {} });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    starting.mutate();
  };
  return (
    <Stack component="form" onSubmit={submit} gap="sm">
      <Text fw={650}>{words.title}</Text>
      {starting.error !== null && (
        <Alert color="gray" role="alert">
          {sentenceOf(starting.error, words.offline)}
        </Alert>
      )}
      <TextInput
        label={words.day}
        description={words.dayHint}
        type="date"
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <TextInput
        label={words.note}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" loading={starting.isPending}>
        {words.submit}
      </Button>
    </Stack>
  );
}

/** The form that starts an audit, under its button. */
export function StartFormAt({ button }: AtButton) {
  const { ref, opened, setOpened } = useOpenFromTheStart();
  return (
    <Popover opened={opened} onChange={setOpened} width={300} position="bottom-end" withinPortal={false} trapFocus>
      <Popover.Target>{cloneElement(button, { ref, onClick: () => setOpened(!opened) })}</Popover.Target>
      <Popover.Dropdown>
        <StartForm onStarted={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
