import { List, Stack, Text, Title } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useFormat, useWords } from '../../language.tsx';
import { PageLink } from '../../parts/PageLink.tsx';
import { useMay } from '../../shell/me.ts';
import { heldText } from './held-text.ts';
import type { Pack } from './rule-calls.ts';
import { ScopeForm } from './ScopeForm.tsx';
import { Verdict } from './Verdict.tsx';
import { RULES_WORDS } from './words.ts';

interface PackPageProps {
  readonly pack: Pack;
  readonly notAdvice: string;
}

/** One rule: what it asks, the run, and what it does not see. */
export function PackPage({ pack, notAdvice }: PackPageProps) {
  const words = useWords(RULES_WORDS);
  const format = useFormat();
  const search = useSearch({ from: '/house/rules' });
  const mayRun = useMay('touchpointManager', 'headOfCare', 'analyst');
  return (
    <Stack gap="xl">
      <Stack gap="xs">
        <PageLink to="/rules" search={{}} size="sm">
          {words.back}
        </PageLink>
        <Title>{pack.title}</Title>
        <Text size="lg">{pack.question}</Text>
        <Text className="soft">
          {`${pack.law} · ${heldText(pack, words, format)} · ${words.version(pack.version)}`}
        </Text>
        <Text className="soft">{notAdvice}</Text>
      </Stack>
      {mayRun ? <ScopeForm pack={pack} /> : <Text>{words.mayNotRun}</Text>}
      {mayRun && search.run === true && <Verdict pack={pack} search={search} />}
      <Stack component="section" gap="xs">
        <Title order={2} size="h3">
          {words.limits}
        </Title>
        <List spacing={4}>
          {pack.limits.map((limit) => (
            <List.Item key={limit}>{limit}</List.Item>
          ))}
        </List>
        <Text size="sm" className="soft">
          {`${words.sources}: ${pack.sources.map(({ place }) => place).join('; ')}`}
        </Text>
      </Stack>
    </Stack>
  );
}
