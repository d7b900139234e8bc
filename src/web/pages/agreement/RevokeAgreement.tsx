import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { getReadiness } from '#endpoints/company-data.ts';
import { getStaffRoom, getWorksAgreement, revokeWorksAgreement } from '#endpoints/works-agreement.ts';
import { api, forget, sentenceOf } from '../../api.ts';
import { useWords } from '../../language.tsx';
import { AGREEMENT_WORDS } from './words.ts';

interface RevokeAgreementProps {
  readonly version: number;
  readonly onClose: () => void;
}

export function RevokeAgreement({ version, onClose }: RevokeAgreementProps) {
  const { revoke: words, offline } = useWords(AGREEMENT_WORDS);
  const [reason, setReason] = useState('');
  const ending = useMutation({
    mutationFn: () => api.call(revokeWorksAgreement, { body: { version, reason } }),
    onSuccess: () => {
      onClose();
      return forget(getWorksAgreement, getStaffRoom, getReadiness);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ending.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={words.title} centered>
      <Stack component="form" onSubmit={submit}>
        <Text>{words.text}</Text>
        <TextInput
          label={words.reason}
          required
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {ending.error !== null && (
          <Alert color="gray" role="alert">
            {sentenceOf(ending.error, offline)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.keep}
          </Button>
          <Button type="submit" loading={ending.isPending}>
            {words.button}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
