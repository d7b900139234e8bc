import { Alert, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { allowFreeText, type CompanySettings, getSettings } from '#endpoints/settings.ts';
import { api, forget, sentenceOf } from '../../api.ts';
import { useWords } from '../../language.tsx';
import { useMay } from '../../shell/me.ts';
import { SETTINGS_WORDS } from './words.ts';

interface FreeTextProps {
  readonly settings: z.infer<typeof CompanySettings>;
}

/** The switch of data protection, with a reason that is logged. */
export function FreeText({ settings }: FreeTextProps) {
  const { freeText: words, offline } = useWords(SETTINGS_WORDS);
  const mayDecide = useMay('dataProtection');
  const [reason, setReason] = useState('');
  const { version, freeTextAllowed } = settings;
  const deciding = useMutation({
    mutationFn: () => api.call(allowFreeText, { body: { version, allowed: !freeTextAllowed, reason } }),
    onSuccess: () => {
      setReason('');
      return forget(getSettings);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    deciding.mutate();
  };
  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        {words.title}
      </Title>
      <Text>{freeTextAllowed ? words.on : words.off}</Text>
      {!mayDecide && <Text className="soft">{words.who}</Text>}
      {mayDecide && (
        <Stack component="form" onSubmit={submit} gap="sm">
          <TextInput
            label={words.reason}
            description={words.why}
            required
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {deciding.error !== null && (
            <Alert color="gray" role="alert">
              {sentenceOf(deciding.error, offline)}
            </Alert>
          )}
          <Group>
            <Button type="submit" variant="default" loading={deciding.isPending}>
              {freeTextAllowed ? words.forbid : words.allow}
            </Button>
          </Group>
        </Stack>
      )}
    </Stack>
  );
}
