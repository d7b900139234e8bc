import { Alert, Button, Group, Input, NumberInput, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { getDoor } from '#endpoints/session.ts';
import { type CompanySettings, changeSettings, getSettings } from '#endpoints/settings.ts';
import { api, forget, sentenceOf } from '../../api.ts';
import { useWords } from '../../language.tsx';
import { SETTINGS_WORDS } from './words.ts';

interface HouseFormProps {
  readonly settings: z.infer<typeof CompanySettings>;
  readonly changeable: boolean;
}

/** Settings of the house; for everybody to read, for the administrator to change. */
export function HouseForm({ settings, changeable }: HouseFormProps) {
  const words = useWords(SETTINGS_WORDS);
  const [companyName, setCompanyName] = useState(settings.companyName);
  const [language, setLanguage] = useState(settings.language);
  const [uploadMegabytes, setUploadMegabytes] = useState<number | string>(settings.uploadMegabytes);
  const [sessionHours, setSessionHours] = useState<number | string>(settings.sessionHours);
  const { version } = settings;
  const saving = useMutation({
    mutationFn: () =>
      api.call(changeSettings, {
        body: {
          version,
          companyName,
          language,
          uploadMegabytes: Number(uploadMegabytes),
          sessionHours: Number(sessionHours),
        },
      }),
    onSuccess: () => forget(getSettings, getDoor),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <Stack component="form" onSubmit={submit}>
      <TextInput
        label={words.company}
        readOnly={!changeable}
        value={companyName}
        onChange={(event) => setCompanyName(event.currentTarget.value)}
      />
      <Input.Wrapper label={words.language} description={words.languageHint} labelElement="div">
        <SegmentedControl
          mt={4}
          aria-label={words.language}
          disabled={!changeable}
          value={language}
          onChange={(value) => setLanguage(value === 'de' ? 'de' : 'en')}
          data={[
            { value: 'de', label: 'Deutsch' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Input.Wrapper>
      <NumberInput
        label={words.upload}
        readOnly={!changeable}
        min={1}
        max={1_000_000}
        allowDecimal={false}
        value={uploadMegabytes}
        onChange={setUploadMegabytes}
      />
      <NumberInput
        label={words.session}
        readOnly={!changeable}
        min={1}
        max={720}
        allowDecimal={false}
        value={sessionHours}
        onChange={setSessionHours}
      />
      {saving.error !== null && (
        <Alert color="gray" role="alert">
          {sentenceOf(saving.error, words.offline)}
        </Alert>
      )}
      {!changeable && <Text className="soft">{words.whoHouse}</Text>}
      {changeable && (
        <Group>
          <Button type="submit" loading={saving.isPending}>
            {words.save}
          </Button>
          {saving.isSuccess && <Text role="status">{words.saved}</Text>}
        </Group>
      )}
    </Stack>
  );
}
