import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { listJobs } from '#endpoints/jobs.ts';
import { startAttestation } from '#endpoints/rules.ts';
import { api, forget, sentenceOf } from '../../api.ts';
import { WrittenFile } from '../../exports/WrittenFile.tsx';
import { useWords } from '../../language.tsx';
import { type Pack, scopeOf } from './rule-calls.ts';
import type { RuleSearch } from './rule-search.ts';
import { RULES_WORDS } from './words.ts';

interface AttestationProps {
  readonly pack: Pack;
  readonly search: RuleSearch;
}

/** The folder that proves what was judged, to hand to a supervisor or keep. */
export function Attestation({ pack, search }: AttestationProps) {
  const { attestation: words } = useWords(RULES_WORDS);
  const making = useMutation({
    mutationFn: () => api.call(startAttestation, { params: { id: pack.id }, body: scopeOf(search) }),
    onSuccess: () => forget(listJobs),
  });
  return (
    <Stack component="section" gap="xs" align="flex-start" className="no-print">
      <Title order={3}>{words.title}</Title>
      <Text>{words.text}</Text>
      {making.error !== null && (
        <Alert color="gray" role="alert">
          {sentenceOf(making.error, words.offline)}
        </Alert>
      )}
      <Button variant="default" onClick={() => making.mutate()} loading={making.isPending}>
        {words.submit}
      </Button>
      {making.data !== undefined && <WrittenFile id={making.data.id} />}
    </Stack>
  );
}
