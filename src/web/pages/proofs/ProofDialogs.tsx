import { Alert, Button, Group, NumberInput, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ReplyOf } from '#endpoints/endpoint.ts';
import { listProofs, recordProofResult, withdrawProof } from '#endpoints/proofs.ts';
import { api, forget, sentenceOf } from '../../api.ts';
import { useWords } from '../../language.tsx';
import { PROOF_WORDS } from './words.ts';

export type Proof = ReplyOf<typeof listProofs>['proofs'][number];

interface DialogProps {
  readonly proof: Proof;
  readonly onDone: () => void;
}

const COUNTS = ['treatedCustomers', 'treatedOutcomes', 'holdoutCustomers', 'holdoutOutcomes'] as const;
type Counts = Readonly<Record<(typeof COUNTS)[number], number | ''>>;

/** The result of a proof, once and for good. */
export function RecordResult({ proof, onDone }: DialogProps) {
  const words = useWords(PROOF_WORDS);
  const [counts, setCounts] = useState<Counts>({
    treatedCustomers: '',
    treatedOutcomes: '',
    holdoutCustomers: '',
    holdoutOutcomes: '',
  });
  const [comment, setComment] = useState('');
  const labels = {
    treatedCustomers: words.result.treated,
    treatedOutcomes: words.result.treatedOutcomes,
    holdoutCustomers: words.result.holdout,
    holdoutOutcomes: words.result.holdoutOutcomes,
  };
  const recording = useMutation({
    mutationFn: () =>
      api.call(recordProofResult, {
        params: { id: proof.id },
        body: {
          treatedCustomers: Number(counts.treatedCustomers),
          treatedOutcomes: Number(counts.treatedOutcomes),
          holdoutCustomers: Number(counts.holdoutCustomers),
          holdoutOutcomes: Number(counts.holdoutOutcomes),
          comment,
        },
      }),
    onSuccess: async () => {
      await forget(listProofs);
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    recording.mutate();
  };
  return (
    <Stack component="form" onSubmit={submit}>
      <Text fw={650}>{proof.outcome}</Text>
      <Text className="soft">{words.result.lost}</Text>
      {recording.error !== null && (
        <Alert color="gray" role="alert">
          {sentenceOf(recording.error, words.offline)}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }} style={{ alignItems: 'end' }}>
        {COUNTS.map((name) => (
          <NumberInput
            key={name}
            label={labels[name]}
            required
            min={0}
            max={limitOf(name, counts)}
            allowDecimal={false}
            hideControls
            value={counts[name]}
            onChange={(value) => setCounts((old) => ({ ...old, [name]: value === '' ? '' : Number(value) }))}
          />
        ))}
      </SimpleGrid>
      <Textarea
        label={words.result.comment}
        autosize
        maxLength={4000}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      <Group>
        <Button type="submit" loading={recording.isPending}>
          {words.result.save}
        </Button>
        <Button variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
      </Group>
    </Stack>
  );
}

/** Nobody can have the outcome who was not in the group. */
function limitOf(name: keyof Counts, counts: Counts): number {
  const group = { treatedOutcomes: counts.treatedCustomers, holdoutOutcomes: counts.holdoutCustomers };
  const own = name === 'treatedOutcomes' || name === 'holdoutOutcomes' ? group[name] : '';
  return own === '' ? 1_000_000_000 : own;
}

/** Gives a proof up; it stays visible with the reason. */
export function WithdrawProof({ proof, onDone }: DialogProps) {
  const words = useWords(PROOF_WORDS);
  const [reason, setReason] = useState('');
  const withdrawing = useMutation({
    mutationFn: () => api.call(withdrawProof, { params: { id: proof.id }, body: { reason } }),
    onSuccess: async () => {
      await forget(listProofs);
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    withdrawing.mutate();
  };
  return (
    <Stack component="form" onSubmit={submit}>
      <Text fw={650}>{proof.title}</Text>
      <Text className="soft">{words.withdraw.text}</Text>
      {withdrawing.error !== null && (
        <Alert color="gray" role="alert">
          {sentenceOf(withdrawing.error, words.offline)}
        </Alert>
      )}
      <TextInput
        data-autofocus
        label={words.withdraw.reason}
        required
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group>
        <Button type="submit" loading={withdrawing.isPending}>
          {words.withdraw.save}
        </Button>
        <Button variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
      </Group>
    </Stack>
  );
}
