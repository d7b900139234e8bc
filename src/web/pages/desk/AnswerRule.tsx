import { Alert, Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { answerRule, listBlockingRules, RULE_STATES } from '#endpoints/desk.ts';
import { api, forget, sentenceOf } from '../../api.ts';
import { useWords } from '../../language.tsx';
import { DESK_WORDS } from './words.ts';

type RuleState = (typeof RULE_STATES)[number];

interface AnswerRuleProps {
  readonly rule: string;
  readonly version: number;
  readonly state: RuleState;
  readonly answer: string;
}

/** What becomes of a rule, told to those who reported it. */
export function AnswerRule({ rule, version, ...standing }: AnswerRuleProps) {
  const { board: words, offline } = useWords(DESK_WORDS);
  const [draft, setDraft] = useState(standing);
  const answering = useMutation({
    mutationFn: () => api.call(answerRule, { body: { rule, version, ...draft } }),
    onSuccess: () => forget(listBlockingRules),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    answering.mutate();
  };
  return (
    <Stack component="form" onSubmit={submit} gap="xs" mt="sm">
      <Group align="flex-end">
        <NativeSelect
          label={words.state}
          value={draft.state}
          data={RULE_STATES.map((value) => ({ value, label: words.states[value] }))}
          onChange={(event) => {
            const state = RULE_STATES.find((known) => known === event.currentTarget.value);
            if (state !== undefined) setDraft({ ...draft, state });
          }}
        />
        <TextInput
          label={words.answer}
          flex="1 1 240px"
          maxLength={4000}
          value={draft.answer}
          onChange={(event) => setDraft({ ...draft, answer: event.currentTarget.value })}
        />
        <Button type="submit" variant="default" loading={answering.isPending} aria-label={`${words.save}: ${rule}`}>
          {words.save}
        </Button>
      </Group>
      {answering.error !== null && (
        <Alert color="gray" role="alert">
          {sentenceOf(answering.error, offline)}
        </Alert>
      )}
    </Stack>
  );
}
