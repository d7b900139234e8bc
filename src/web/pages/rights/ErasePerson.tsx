import { Alert, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { erasePerson } from '#endpoints/rights.ts';
import { api, sentenceOf } from '../../api.ts';
import { useFormat, useWords } from '../../language.tsx';
import { RIGHTS_WORDS } from './words.ts';

/** Erasure, after the number was typed once more. */
export function ErasePerson({ customerId }: { readonly customerId: string }) {
  const words = useWords(RIGHTS_WORDS);
  const format = useFormat();
  const [repeated, setRepeated] = useState('');
  const erasing = useMutation({
    mutationFn: () => api.call(erasePerson, { params: { customerId }, body: { repeated } }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    erasing.mutate();
  };
  if (erasing.data !== undefined) {
    const { rows, tables, byHand, copies } = erasing.data;
    return (
      <Alert color="gray" role="status">
        <Text>{words.erased(format.count(rows), format.count(tables))}</Text>
        {byHand.length > 0 && <Text>{words.byHand(format.count(byHand.length))}</Text>}
        {copies.length > 0 && <Text>{words.copies(copies.join(', '))}</Text>}
      </Alert>
    );
  }
  return (
    <Stack component="form" onSubmit={submit} gap="sm">
      <Title order={3} size="h4">
        {words.erase}
      </Title>
      <Text>{words.eraseWhat}</Text>
      <TextInput
        label={words.repeat}
        required
        value={repeated}
        onChange={(event) => setRepeated(event.currentTarget.value)}
      />
      {erasing.error !== null && (
        <Alert color="gray" role="alert">
          {sentenceOf(erasing.error, words.offline)}
        </Alert>
      )}
      <Group>
        <Button type="submit" variant="default" disabled={repeated !== customerId} loading={erasing.isPending}>
          {words.eraseNow}
        </Button>
      </Group>
    </Stack>
  );
}
