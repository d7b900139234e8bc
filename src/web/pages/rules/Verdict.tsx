import { Alert, Stack, Text, Title } from '@mantine/core';
import { isRefusal } from '../../api.ts';
import { useFormat, useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Attestation } from './Attestation.tsx';
import { ReasonTable } from './ReasonTable.tsx';
import { RuleRows } from './RuleRows.tsx';
import { type Pack, useVerdict } from './rule-calls.ts';
import type { RuleSearch } from './rule-search.ts';
import { RULES_WORDS } from './words.ts';

interface VerdictProps {
  readonly pack: Pack;
  readonly search: RuleSearch;
}

/** What became of every contract under the rule: in one sentence, by reason, and one by one. */
export function Verdict({ pack, search }: VerdictProps) {
  const words = useWords(RULES_WORDS);
  const format = useFormat();
  const { data, error, refetch } = useVerdict(pack.id, search);
  if (isRefusal(error))
    return (
      <Alert color="gray" role="alert">
        {error.message}
      </Alert>
    );
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading rows={1} />;
  const { counts, outcomeText, asOf, overCents, reasons } = data;
  return (
    <Stack component="section" gap="lg">
      <Stack gap={4} aria-live="polite">
        <Title order={2}>{outcomeText}</Title>
        <Text>{words.answer({ ...counts, overCents, asOf, subject: pack.subject }, format)}</Text>
      </Stack>
      {reasons.length > 0 && (
        <>
          <ReasonTable reasons={reasons} search={search} />
          <Attestation key={JSON.stringify([asOf, search.lines, search.products])} pack={pack} search={search} />
          <RuleRows pack={pack} search={search} judged={data} />
        </>
      )}
    </Stack>
  );
}
