import { Anchor, Stack, Text, Title } from '@mantine/core';
import { LANGUAGES } from '#domain/language.ts';
import { addressOf } from '#endpoints/endpoint.ts';
import { downloadAssessment, downloadRecord } from '#endpoints/protection.ts';
import { useWords } from '../../language.tsx';
import { PROTECTION_WORDS } from './protection-words.ts';

/** Two documents of the GDPR, written from what this installation holds and does; for data protection alone. */
export function ProtectionDocuments() {
  const words = useWords(PROTECTION_WORDS);
  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        {words.title}
      </Title>
      <Text>{words.lead}</Text>
      {[downloadRecord, downloadAssessment].map((endpoint) => (
        <Stack key={endpoint.id} gap={2}>
          <Text fw={650}>{words.documents[endpoint.id]}</Text>
          {LANGUAGES.map((language) => (
            <Anchor key={language} underline="always" href={addressOf(endpoint, {}, { language })} download>
              {words.take(words.documents[endpoint.id], words.languages[language])}
            </Anchor>
          ))}
        </Stack>
      ))}
    </Stack>
  );
}
