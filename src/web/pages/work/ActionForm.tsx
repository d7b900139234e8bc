import { Alert, Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ACTION_STATES, changeAction, createAction, listActions, moveAction } from '#endpoints/actions.ts';
import { ApiError } from '#endpoints/client.ts';
import { listPractices } from '#endpoints/practices.ts';
import { listColleagues } from '#endpoints/users.ts';
import { api, ask, queryClient, sentenceOf } from '../../api.ts';
import { useWords } from '../../language.tsx';
import { ActionConflict } from './ActionConflict.tsx';
import { ACTION_FIELDS, type ActionDraft, draftOf, fieldsOf } from './action-draft.ts';
import type { Action } from './arrange.ts';
import { merged } from './differences.ts';
import { useQuestions } from './use-questions.ts';
import { WORK_WORDS } from './words.ts';

interface ActionFormProps {
  /** null: a new one. */
  readonly action: Action | null;
  /** Check that a new action answers. */
  readonly checkId: string;
  /** Owners who lead nothing only say how far they are. */
  readonly leads: boolean;
  readonly onDone: () => void;
}

interface Write {
  readonly draft: ActionDraft;
  readonly version: number;
}

function saveAction(action: Action | null, leads: boolean, { draft, version }: Write): Promise<Action> {
  if (action === null) return api.call(createAction, { body: fieldsOf(draft) });
  const params = { id: action.id };
  if (!leads) return api.call(moveAction, { params, body: { version, state: draft.state, note: draft.note } });
  return api.call(changeAction, { params, body: { ...fieldsOf(draft), state: draft.state, version } });
}

export function ActionForm({ action, checkId, leads, onDone }: ActionFormProps) {
  const words = useWords(WORK_WORDS);
  const [draft, setDraft] = useState(() => draftOf(action, checkId));
  const [theirs, setTheirs] = useState<Action | null>(null);
  const saving = useMutation({
    mutationFn: (write: Write) => saveAction(action, leads, write),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: [listActions.id] });
      onDone();
    },
    onError: async (error) => {
      if (!(error instanceof ApiError && error.code === 'changedMeanwhile')) return;
      const { actions } = await queryClient.fetchQuery({ ...ask(listActions), staleTime: 0 });
      const standing = actions.find(({ id }) => id === action?.id) ?? null;
      setTheirs(standing);
      if (standing === null) return;
      const [before, others] = [draftOf(theirs ?? action), draftOf(standing)];
      setDraft((mine) => merged(ACTION_FIELDS, { before, theirs: others, mine }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate({ draft, version: theirs?.version ?? action?.version ?? 1 });
  };
  const write = (changed: Partial<ActionDraft>) => setDraft((old) => ({ ...old, ...changed }));
  return (
    <Stack component="form" onSubmit={submit}>
      {saving.error !== null && theirs === null && (
        <Alert color="gray" role="alert">
          {sentenceOf(saving.error, words.offline)}
        </Alert>
      )}
      {theirs !== null && (
        <ActionConflict
          theirs={theirs}
          draft={draft}
          fields={leads ? ACTION_FIELDS : ['state', 'note']}
          onTake={onDone}
          onOverwrite={() => saving.mutate({ draft, version: theirs.version })}
        />
      )}
      {leads && <LeaderFields draft={draft} write={write} />}
      <NativeSelect
        label={words.actions.state}
        value={draft.state}
        disabled={action === null}
        onChange={(event) => {
          const state = ACTION_STATES.find((one) => one === event.currentTarget.value);
          if (state !== undefined) write({ state });
        }}
        data={ACTION_STATES.map((value) => ({ value, label: words.states[value] }))}
      />
      <Textarea
        label={words.actions.note}
        autosize
        minRows={2}
        maxLength={4000}
        value={draft.note}
        onChange={(event) => write({ note: event.currentTarget.value })}
      />
      <Group>
        <Button type="submit" loading={saving.isPending}>
          {words.actions.save}
        </Button>
        <Button variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
      </Group>
    </Stack>
  );
}

interface LeaderFieldsProps {
  readonly draft: ActionDraft;
  readonly write: (changed: Partial<ActionDraft>) => void;
}

function LeaderFields({ draft, write }: LeaderFieldsProps) {
  const words = useWords(WORK_WORDS).actions;
  const questions = useQuestions();
  const { data: colleagues } = useQuery(ask(listColleagues));
  const { data: practices } = useQuery(ask(listPractices));
  const none = { value: '', label: words.none };
  return (
    <>
      <TextInput
        data-autofocus
        label={words.title}
        required
        maxLength={200}
        value={draft.title}
        onChange={(event) => write({ title: event.currentTarget.value })}
      />
      <NativeSelect
        label={words.owner}
        value={draft.ownerId}
        onChange={(event) => write({ ownerId: event.currentTarget.value })}
        data={[none, ...(colleagues?.colleagues ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <TextInput
        label={words.department}
        maxLength={200}
        value={draft.department}
        onChange={(event) => write({ department: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words.dueOn}
        value={draft.dueOn}
        onChange={(event) => write({ dueOn: event.currentTarget.value })}
      />
      <NativeSelect
        label={words.check}
        value={draft.checkId}
        onChange={(event) => write({ checkId: event.currentTarget.value })}
        data={[none, ...questions]}
      />
      <NativeSelect
        label={words.practice}
        value={draft.practiceId}
        onChange={(event) => write({ practiceId: event.currentTarget.value })}
        data={[none, ...(practices?.practices ?? []).map(({ id, title }) => ({ value: id, label: title }))]}
      />
    </>
  );
}
