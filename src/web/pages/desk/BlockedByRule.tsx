import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { listBlockingRules, reportRule } from '#endpoints/desk.ts';
import { api, forget, sentenceOf } from '../../api.ts';
import { useWords } from '../../language.tsx';
import { DESK_WORDS } from './words.ts';

/** Says that a rule stops one from helping; neither who nor for whom is sent. */
export function BlockedByRule() {
  const words = useWords(DESK_WORDS);
  const [open, setOpen] = useState(false);
  const [rule, setRule] = useState('');
  const reporting = useMutation({
    mutationFn: () => api.call(reportRule, { body: { rule } }),
    onSuccess: async () => {
      setOpen(false);
      setRule('');
      await forget(listBlockingRules);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reporting.mutate();
  };
  if (!open)
    return (
      <Group>
        <Button variant="default" onClick={() => setOpen(true)}>
          {words.blocked}
        </Button>
        <Text size="sm" role="status">
          {reporting.isSuccess ? words.thanks : ''}
        </Text>
      </Group>
    );
  return (
    <Stack component="form" onSubmit={submit} gap="sm" maw={480}>
      <TextInput
        label={words.rule}
        description={words.ruleWhy}
        required
        maxLength={100}
        value={rule}
        onChange={(event) => setRule(event.currentTarget.value)}
      />
      {reporting.error !== null && (
        <Alert color="gray" role="alert">
          {sentenceOf(reporting.error, words.offline)}
        </Alert>
      )}
      <Group>
        <Button type="submit" loading={reporting.isPending}>
          {words.send}
        </Button>
      </Group>
    </Stack>
  );
}
