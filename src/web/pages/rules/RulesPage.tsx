import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { listRulePacks } from '#endpoints/rules.ts';
import { ask } from '../../api.ts';
import { useLanguage, useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PackList } from './PackList.tsx';
import { PackPage } from './PackPage.tsx';
import { RULES_WORDS } from './words.ts';

/** Rules of law put as computations: which there are, what becomes of this store under them, and the attestation to take along. */
export function RulesPage() {
  const words = useWords(RULES_WORDS);
  const { language } = useLanguage();
  const { pack: chosen } = useSearch({ from: '/house/rules' });
  const { data, error, refetch } = useQuery(ask(listRulePacks, { query: { language } }));
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const pack = data.packs.find(({ id }) => id === chosen);
  if (pack !== undefined) return <PackPage key={pack.id} pack={pack} notAdvice={data.notAdvice} />;
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <Title>{words.title}</Title>
        <Text size="lg">{words.lead}</Text>
        <Text className="soft">{data.notAdvice}</Text>
      </Stack>
      <PackList packs={data.packs} />
    </Stack>
  );
}
