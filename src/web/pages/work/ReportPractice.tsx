import { Alert, Button, Checkbox, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { listPractices, reportPractice } from '#endpoints/practices.ts';
import { api, forget, sentenceOf } from '../../api.ts';
import { useWords } from '../../language.tsx';
import { useQuestions } from './use-questions.ts';
import { WORK_WORDS } from './words.ts';

const NOTHING = { title: '', description: '', checkId: '', named: false };

/** Anybody in the house may say what is unfair to customers, without a name unless they want it kept. */
export function ReportPractice({ onDone }: { readonly onDone: () => void }) {
  const words = useWords(WORK_WORDS);
  const questions = useQuestions();
  const [draft, setDraft] = useState(NOTHING);
  const write = (changed: Partial<typeof NOTHING>) => setDraft((old) => ({ ...old, ...changed }));
  const reporting = useMutation({
    mutationFn: () =>
      api.call(reportPractice, { body: { ...draft, checkId: draft.checkId === '' ? null : draft.checkId } }),
    onSuccess: async () => {
      await forget(listPractices);
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reporting.mutate();
  };
  return (
    <Stack component="form" onSubmit={submit}>
      <Text className="soft">{words.practices.reportLead}</Text>
      {reporting.error !== null && (
        <Alert color="gray" role="alert">
          {sentenceOf(reporting.error, words.offline)}
        </Alert>
      )}
      <TextInput
        data-autofocus
        label={words.practices.title}
        required
        maxLength={200}
        value={draft.title}
        onChange={(event) => write({ title: event.currentTarget.value })}
      />
      <Textarea
        label={words.practices.description}
        autosize
        minRows={3}
        maxLength={4000}
        value={draft.description}
        onChange={(event) => write({ description: event.currentTarget.value })}
      />
      {questions.length > 0 && (
        <NativeSelect
          label={words.practices.check}
          value={draft.checkId}
          onChange={(event) => write({ checkId: event.currentTarget.value })}
          data={[{ value: '', label: words.practices.unmeasured }, ...questions]}
        />
      )}
      <Checkbox
        label={words.practices.named}
        checked={draft.named}
        onChange={(event) => write({ named: event.currentTarget.checked })}
      />
      <Group>
        <Button type="submit" loading={reporting.isPending}>
          {words.practices.send}
        </Button>
        <Button variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
      </Group>
    </Stack>
  );
}
