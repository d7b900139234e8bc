import { Alert, Button, Group, Modal, NumberInput, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { getReadiness } from '#endpoints/company-data.ts';
import {
  getStaffRoom,
  getWorksAgreement,
  recordWorksAgreement,
  type WorksAgreement,
} from '#endpoints/works-agreement.ts';
import { api, forget, sentenceOf } from '../../api.ts';
import { useWords } from '../../language.tsx';
import { useMay } from '../../shell/me.ts';
import { AGREEMENT_WORDS } from './words.ts';

interface RecordAgreementProps {
  readonly current: z.infer<typeof WorksAgreement> | null;
  readonly newestVersion: number;
  readonly onClose: () => void;
}
const USUAL_GROUP = 7;

/** Records an agreement, or the company's statement that there is no council; earlier versions stay. */
export function RecordAgreement({ current, newestVersion, onClose }: RecordAgreementProps) {
  const { form: words, record, raise, state, offline } = useWords(AGREEMENT_WORDS);
  const kind = useMay('worksCouncil') ? ('agreement' as const) : ('noCouncil' as const);
  const [title, setTitle] = useState(current?.title ?? '');
  const [signedOn, setSignedOn] = useState(current?.signedOn ?? '');
  const [minimumGroup, setMinimumGroup] = useState<number | string>(current?.minimumGroup ?? USUAL_GROUP);
  const [statement, setStatement] = useState(current?.statement ?? '');
  const recording = useMutation({
    mutationFn: () =>
      api.call(recordWorksAgreement, {
        body: { version: newestVersion, kind, title, signedOn, minimumGroup: Number(minimumGroup), statement },
      }),
    onSuccess: () => {
      onClose();
      return forget(getWorksAgreement, getStaffRoom, getReadiness);
    },
  });
  const agreementLabel = current === null ? record : raise;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    recording.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={kind === 'noCouncil' ? state : agreementLabel} size="lg">
      <Stack component="form" onSubmit={submit}>
        <Text>{words.kinds[kind]}</Text>
        <TextInput
          label={words.title}
          required
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextInput
          label={words.signedOn}
          type="date"
          required
          value={signedOn}
          onChange={(event) => setSignedOn(event.currentTarget.value)}
        />
        <NumberInput
          label={words.minimum}
          description={words.minimumHint}
          required
          min={5}
          max={1000}
          allowDecimal={false}
          value={minimumGroup}
          onChange={setMinimumGroup}
        />
        <Textarea
          label={words.statement}
          description={words.statementHint}
          autosize
          minRows={3}
          maxLength={4000}
          value={statement}
          onChange={(event) => setStatement(event.currentTarget.value)}
        />
        {recording.error !== null && (
          <Alert color="gray" role="alert">
            {sentenceOf(recording.error, offline)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={recording.isPending}>
            {words.submit}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
