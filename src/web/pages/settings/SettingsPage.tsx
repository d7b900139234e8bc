import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getSettings } from '#endpoints/settings.ts';
import { ask } from '../../api.ts';
import { useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useMay } from '../../shell/me.ts';
import { FreeText } from './FreeText.tsx';
import { HouseForm } from './HouseForm.tsx';
import { ProtectionDocuments } from './ProtectionDocuments.tsx';
import { RetentionTable } from './RetentionTable.tsx';
import { SETTINGS_WORDS } from './words.ts';

export function SettingsPage() {
  const words = useWords(SETTINGS_WORDS);
  const administrator = useMay('administrator');
  const officer = useMay('dataProtection');
  const protection = useMay('dataProtection', 'administrator');
  const { data, error, refetch } = useQuery(ask(getSettings));
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <Stack gap="xl" maw={720}>
      <Stack gap="xs">
        <Title>{words.title}</Title>
        <Text size="lg">{words.answer}</Text>
      </Stack>
      <HouseForm key={data.version} settings={data} changeable={administrator} />
      <FreeText settings={data} />
      {protection && <RetentionTable />}
      {officer && <ProtectionDocuments />}
    </Stack>
  );
}
