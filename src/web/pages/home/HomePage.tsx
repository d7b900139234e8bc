import { Stack, Text, Title } from '@mantine/core';
import { useWords } from '../../language.tsx';
import { useAuditInView, usePresentation } from '../../parts/audit-in-view.ts';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { HOME_WORDS } from './words.ts';

export function HomePage() {
  const words = useWords(HOME_WORDS);
  const audit = useAuditInView();
  const { data: spoken, error } = usePresentation(audit.id);
  if (audit.error !== null || error !== null) return <Failure error={audit.error ?? error} />;
  if (audit.isPending) return <Loading />;
  if (audit.id === null)
    return (
      <Stack>
        <Title>{words.empty.title}</Title>
        <Text>{words.empty.text}</Text>
      </Stack>
    );
  if (spoken === undefined) return <Loading />;
  return (
    <Stack gap="lg">
      <Title>{words.title}</Title>
      <Text size="lg">{spoken.lead}</Text>
      {spoken.checks.map((check) => (
        <Stack key={`${check.id} ${check.reference}`} gap={4}>
          <Title order={2} size="h4">
            {check.question}
          </Title>
          <Text>{check.answer}</Text>
        </Stack>
      ))}
    </Stack>
  );
}
