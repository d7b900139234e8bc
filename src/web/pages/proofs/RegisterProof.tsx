import { Alert, Button, Group, NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { listActions } from '#endpoints/actions.ts';
import { listProofs, registerProof } from '#endpoints/proofs.ts';
import { api, ask, forget, sentenceOf } from '../../api.ts';
import { useWords } from '../../language.tsx';
import { useQuestions } from '../work/use-questions.ts';
import { Power } from './Power.tsx';
import { emptyDraft, type ProofDraft, type Size, sizeOf } from './proof-draft.ts';
import { PROOF_WORDS } from './words.ts';

const orNull = (text: string) => (text === '' ? null : text);

interface RegisterProofProps {
  readonly actionId: string;
  readonly onDone: () => void;
}

/** Everything that is fixed before a repair begins, with what its size could find. */
export function RegisterProof({ actionId, onDone }: RegisterProofProps) {
  const words = useWords(PROOF_WORDS);
  const [draft, setDraft] = useState(() => emptyDraft(actionId));
  const size = sizeOf(draft);
  const registering = useMutation({
    mutationFn: (given: Size) =>
      api.call(registerProof, {
        body: {
          ...given,
          title: draft.title,
          outcome: draft.outcome,
          startsOn: draft.startsOn,
          endsOn: draft.endsOn,
          plan: draft.plan,
          practiceId: null,
          actionId: orNull(draft.actionId),
          checkId: orNull(draft.checkId),
        },
      }),
    onSuccess: async () => {
      await forget(listProofs);
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (size !== null) registering.mutate(size);
  };
  return (
    <Stack component="form" onSubmit={submit}>
      <Text className="soft">{words.immutable}</Text>
      {registering.error !== null && (
        <Alert color="gray" role="alert">
          {sentenceOf(registering.error, words.offline)}
        </Alert>
      )}
      <ProofFields draft={draft} write={(changed) => setDraft((old) => ({ ...old, ...changed }))} />
      <Power size={size} />
      <Group>
        <Button type="submit" loading={registering.isPending} disabled={size === null}>
          {words.register}
        </Button>
        <Button variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
      </Group>
    </Stack>
  );
}

interface ProofFieldsProps {
  readonly draft: ProofDraft;
  readonly write: (changed: Partial<ProofDraft>) => void;
}

function ProofFields({ draft, write }: ProofFieldsProps) {
  const { fields } = useWords(PROOF_WORDS);
  const questions = useQuestions();
  const { data } = useQuery(ask(listActions));
  const none = { value: '', label: fields.none };
  const text = (name: keyof ProofDraft, label: string) => ({
    label,
    required: true,
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) => write({ [name]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput {...text('title', fields.title)} data-autofocus maxLength={200} />
      <TextInput {...text('outcome', fields.outcome)} maxLength={200} />
      <NativeSelect {...text('checkId', fields.check)} required={false} data={[none, ...questions]} />
      <NativeSelect
        {...text('actionId', fields.action)}
        required={false}
        data={[none, ...(data?.actions ?? []).map(({ id, title }) => ({ value: id, label: title }))]}
      />
      <Textarea {...text('plan', fields.plan)} required={false} autosize minRows={2} maxLength={4000} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} style={{ alignItems: 'end' }}>
        <TextInput {...text('startsOn', fields.startsOn)} type="date" />
        <TextInput {...text('endsOn', fields.endsOn)} type="date" />
        <TextInput {...text('customers', fields.customers)} inputMode="numeric" />
        <TextInput {...text('holdoutPercent', fields.holdout)} inputMode="decimal" />
        <TextInput {...text('todayPercent', fields.shareToday)} inputMode="decimal" />
        <TextInput {...text('smallestPoints', fields.smallest)} inputMode="decimal" />
      </SimpleGrid>
    </>
  );
}
