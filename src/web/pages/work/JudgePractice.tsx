import { Alert, Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiError } from '#endpoints/client.ts';
import { judgePractice, listPractices } from '#endpoints/practices.ts';
import { api, ask, forget, queryClient, sentenceOf } from '../../api.ts';
import { useWords } from '../../language.tsx';
import { AuditPicker } from '../../parts/AuditPicker.tsx';
import { useAuditInView } from '../../parts/audit-in-view.ts';
import { Conflict } from './Conflict.tsx';
import { differences, merged } from './differences.ts';
import { nextStates, type Practice } from './practice-steps.ts';
import { useQuestions } from './use-questions.ts';
import { WORK_WORDS } from './words.ts';

const FIELDS = ['title', 'description', 'state', 'reason', 'checkId'] as const;
const draftOf = ({ title, description, state, checkId }: Practice) => ({
  title,
  description,
  state,
  reason: '',
  checkId: checkId ?? '',
});
type Draft = ReturnType<typeof draftOf>;

interface JudgePracticeProps {
  readonly practice: Practice;
  readonly onDone: () => void;
}

/** Confirm, reject, abolish or verify, with the reason; verified only by an audit that no longer finds it. */
export function JudgePractice({ practice, onDone }: JudgePracticeProps) {
  const words = useWords(WORK_WORDS);
  const { list: audits } = useAuditInView();
  const [draft, setDraft] = useState<Draft>(() => draftOf(practice));
  const [auditId, setAuditId] = useState<string | null>(null);
  const [theirs, setTheirs] = useState<Practice | null>(null);
  const write = (changed: Partial<Draft>) => setDraft((old) => ({ ...old, ...changed }));
  const chosenAudit = auditId ?? audits[0]?.id ?? null;
  const judging = useMutation({
    mutationFn: (version: number) =>
      api.call(judgePractice, {
        params: { id: practice.id },
        body: {
          ...draft,
          version,
          checkId: draft.checkId === '' ? null : draft.checkId,
          auditId: draft.state === 'verified' ? chosenAudit : null,
        },
      }),
    onSuccess: async () => {
      await forget(listPractices);
      onDone();
    },
    onError: async (error) => {
      if (!(error instanceof ApiError && error.code === 'changedMeanwhile')) return;
      const { practices } = await queryClient.fetchQuery({ ...ask(listPractices), staleTime: 0 });
      const standing = practices.find(({ id }) => id === practice.id) ?? null;
      setTheirs(standing);
      if (standing === null) return;
      const [before, others] = [draftOf(theirs ?? practice), draftOf(standing)];
      setDraft((mine) => merged(FIELDS, { before, theirs: others, mine }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    judging.mutate(theirs?.version ?? practice.version);
  };
  return (
    <Stack component="form" onSubmit={submit}>
      {judging.error !== null && theirs === null && (
        <Alert color="gray" role="alert">
          {sentenceOf(judging.error, words.offline)}
        </Alert>
      )}
      {theirs !== null && (
        <PracticeConflict
          theirs={theirs}
          draft={draft}
          onTake={onDone}
          onOverwrite={() => judging.mutate(theirs.version)}
        />
      )}
      <PracticeFields practice={practice} draft={draft} write={write} />
      {draft.state === 'verified' && (
        <>
          <AuditPicker label={words.practices.audit} audits={audits} value={chosenAudit ?? ''} onChange={setAuditId} />
          <Text size="sm" className="soft">
            {words.practices.auditHint}
          </Text>
        </>
      )}
      <Group>
        <Button type="submit" loading={judging.isPending}>
          {words.practices.save}
        </Button>
        <Button variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
      </Group>
    </Stack>
  );
}

interface PracticeFieldsProps {
  readonly practice: Practice;
  readonly draft: Draft;
  readonly write: (changed: Partial<Draft>) => void;
}

function PracticeFields({ practice, draft, write }: PracticeFieldsProps) {
  const words = useWords(WORK_WORDS);
  const questions = useQuestions();
  const states = nextStates(practice);
  return (
    <>
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
        maxLength={4000}
        value={draft.description}
        onChange={(event) => write({ description: event.currentTarget.value })}
      />
      <NativeSelect
        label={words.practices.check}
        value={draft.checkId}
        onChange={(event) => write({ checkId: event.currentTarget.value })}
        data={[{ value: '', label: words.practices.unmeasured }, ...questions]}
      />
      <NativeSelect
        label={words.practices.state}
        value={draft.state}
        onChange={(event) => {
          const state = states.find((one) => one === event.currentTarget.value);
          if (state !== undefined) write({ state });
        }}
        data={states.map((value) => ({ value, label: words.practiceStates[value] }))}
      />
      <Textarea
        label={words.practices.reason}
        description={draft.state === practice.state ? undefined : words.practices.reasonNeeded}
        required={draft.state !== practice.state}
        autosize
        minRows={2}
        maxLength={4000}
        value={draft.reason}
        onChange={(event) => write({ reason: event.currentTarget.value })}
      />
    </>
  );
}

interface PracticeConflictProps {
  readonly theirs: Practice;
  readonly draft: Draft;
  readonly onTake: () => void;
  readonly onOverwrite: () => void;
}

function PracticeConflict({ theirs, draft, onTake, onOverwrite }: PracticeConflictProps) {
  const words = useWords(WORK_WORDS);
  const questions = useQuestions();
  const labels = { ...words.practices, checkId: words.practices.check };
  const names: Readonly<Record<string, string>> = {
    ...words.practiceStates,
    ...Object.fromEntries(questions.map(({ value, label }) => [value, label])),
  };
  const lines = differences(FIELDS, { ...theirs }, { ...draft }).map(({ field, theirs: standing, mine }) => ({
    label: labels[field],
    theirs: names[standing] ?? standing,
    mine: names[mine] ?? mine,
  }));
  return <Conflict lines={lines} onTake={onTake} onOverwrite={onOverwrite} />;
}
