import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { getCustomer, getCustomerLoyalties, getCustomerTies } from '#endpoints/customers.ts';
import { getPerson, markPerson } from '#endpoints/rights.ts';
import { api, forget, sentenceOf } from '../../api.ts';
import { useWords } from '../../language.tsx';
import { RIGHTS_WORDS } from './words.ts';

interface MarkPersonProps {
  readonly customerId: string;
  readonly restricted: boolean;
  readonly objection: boolean;
}

/** Restriction and objection, as data protection says. */
export function MarkPerson({ customerId, ...standing }: MarkPersonProps) {
  const words = useWords(RIGHTS_WORDS);
  const [draft, setDraft] = useState(standing);
  const marking = useMutation({
    mutationFn: () => api.call(markPerson, { params: { customerId }, body: draft }),
    onSuccess: () => forget(getPerson, getCustomer, getCustomerTies, getCustomerLoyalties),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    marking.mutate();
  };
  return (
    <Stack component="form" onSubmit={submit} gap="sm">
      <Checkbox
        label={words.restricted}
        description={words.restrictedWhat}
        checked={draft.restricted}
        onChange={(event) => setDraft({ ...draft, restricted: event.currentTarget.checked })}
      />
      <Checkbox
        label={words.objection}
        description={words.objectionWhat}
        checked={draft.objection}
        onChange={(event) => setDraft({ ...draft, objection: event.currentTarget.checked })}
      />
      {marking.error !== null && (
        <Alert color="gray" role="alert">
          {sentenceOf(marking.error, words.offline)}
        </Alert>
      )}
      <Group>
        <Button type="submit" variant="default" loading={marking.isPending}>
          {words.save}
        </Button>
        <Text size="sm" role="status">
          {marking.isSuccess ? words.saved : ''}
        </Text>
      </Group>
    </Stack>
  );
}
