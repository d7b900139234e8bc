import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getWorksAgreement } from '#endpoints/works-agreement.ts';
import { ask } from '../../api.ts';
import { useFormat, useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useMay } from '../../shell/me.ts';
import { RecordAgreement } from './RecordAgreement.tsx';
import { RevokeAgreement } from './RevokeAgreement.tsx';
import { StaffRoom } from './StaffRoom.tsx';
import { Versions } from './Versions.tsx';
import { AGREEMENT_WORDS } from './words.ts';

export function AgreementPage() {
  const words = useWords(AGREEMENT_WORDS);
  const format = useFormat();
  const mayRecord = useMay('worksCouncil', 'administrator');
  const council = useMay('worksCouncil');
  const entersRoom = useMay('worksCouncil', 'dataProtection');
  const [dialog, setDialog] = useState<'record' | 'revoke' | null>(null);
  const { data, error, refetch } = useQuery(ask(getWorksAgreement));
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const { current, newestVersion, versions } = data;
  const close = () => setDialog(null);
  const agreementLabel = current === null ? words.record : words.raise;
  const recordLabel = council ? agreementLabel : words.state;
  return (
    <Stack gap="xl">
      <Stack gap="xs">
        <Title>{words.title}</Title>
        <Text size="lg">
          {current === null
            ? words.answer.none
            : words.answer[current.kind]({ signedOn: current.signedOn, group: current.minimumGroup }, format)}
        </Text>
        <Text className="soft">{words.group}</Text>
        {current !== null && current.statement !== '' && (
          <Text style={{ whiteSpace: 'pre-wrap' }}>{current.statement}</Text>
        )}
      </Stack>
      {!council && mayRecord && <Text className="soft">{words.council}</Text>}
      {(mayRecord || (council && current !== null)) && (
        <Group>
          {mayRecord && <Button onClick={() => setDialog('record')}>{recordLabel}</Button>}
          {council && current !== null && (
            <Button variant="default" onClick={() => setDialog('revoke')}>
              {words.revoke.button}
            </Button>
          )}
        </Group>
      )}
      <Versions versions={versions} />
      {entersRoom && <StaffRoom />}
      {dialog === 'record' && <RecordAgreement current={current} newestVersion={newestVersion} onClose={close} />}
      {dialog === 'revoke' && current !== null && <RevokeAgreement version={current.version} onClose={close} />}
    </Stack>
  );
}
