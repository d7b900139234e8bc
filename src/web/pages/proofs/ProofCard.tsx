import { Badge, Button, Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useFormat, useWords } from '../../language.tsx';
import { useMay } from '../../shell/me.ts';
import type { Proof } from './ProofDialogs.tsx';
import { PROOF_WORDS } from './words.ts';

function Shown({ proof: { verdict, result } }: { readonly proof: Proof }) {
  const words = useWords(PROOF_WORDS);
  const format = useFormat();
  if (verdict === null || result === null) return null;
  const { value, low, high } = verdict.difference;
  const points = (share: number) => format.quantity(share, 'percentagePoints', (high - low) / 2);
  return (
    <Stack gap={2}>
      <Text size="lg">{words.verdicts[verdict.outcome]}</Text>
      <Text>{words.difference(points(value), points(low), points(high))}</Text>
      <Text size="sm" className="soft">
        {words.counts(
          format.count(result.treatedOutcomes),
          format.count(result.treatedCustomers),
          format.count(result.holdoutOutcomes),
          format.count(result.holdoutCustomers),
        )}
      </Text>
      {result.comment !== '' && <Text size="sm">{result.comment}</Text>}
    </Stack>
  );
}

function Deeds({ proof, today }: { readonly proof: Proof; readonly today: string }) {
  const words = useWords(PROOF_WORDS);
  const format = useFormat();
  const navigate = useNavigate();
  const mayRecord = useMay('touchpointManager', 'analyst');
  const mayWithdraw = useMay('touchpointManager', 'headOfCare');
  const open = (dialog: 'result' | 'withdraw') =>
    void navigate({ to: '/proofs', search: { dialog, proof: proof.id }, resetScroll: false });
  const over = proof.endsOn < today;
  return (
    <Group gap="xs">
      {mayRecord && over && (
        <Button size="xs" onClick={() => open('result')} aria-label={`${words.result.button}: ${proof.title}`}>
          {words.result.button}
        </Button>
      )}
      {mayWithdraw && (
        <Button
          size="xs"
          variant="default"
          onClick={() => open('withdraw')}
          aria-label={`${words.withdraw.button}: ${proof.title}`}
        >
          {words.withdraw.button}
        </Button>
      )}
      {!over && (
        <Text size="sm" className="soft">
          {words.result.hint(format.day(proof.endsOn))}
        </Text>
      )}
    </Group>
  );
}

interface ProofCardProps {
  readonly proof: Proof;
  /** ISO day on which the list was loaded. */
  readonly today: string;
}

/** One proof: its verdict first, then what was fixed before it began. */
export function ProofCard({ proof, today }: ProofCardProps) {
  const words = useWords(PROOF_WORDS);
  const format = useFormat();
  const { withdrawal } = proof;
  return (
    <Paper withBorder p="md" component="li">
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title order={2} size="h4">
            {proof.title}
          </Title>
          <Badge variant="outline" tt="none">
            {words.states[proof.state]}
          </Badge>
        </Group>
        <Shown proof={proof} />
        {withdrawal !== null && (
          <Text>
            {words.withdraw.said(withdrawal.by.name, format.day(withdrawal.at.slice(0, 10)), withdrawal.reason)}
          </Text>
        )}
        <Text>{proof.outcome}</Text>
        <Text size="sm" className="soft">
          {words.window(format.day(proof.startsOn), format.day(proof.endsOn))} ·{' '}
          {words.size(format.count(proof.customers), format.percent(proof.holdoutShare, 0))} ·{' '}
          {words.smallest(format.quantity(proof.smallestDifference, 'percentagePoints'))}
        </Text>
        {proof.plan !== '' && <Text size="sm">{proof.plan}</Text>}
        <Text size="sm" className="soft">
          {words.registeredBy(proof.registeredBy.name, format.day(proof.registeredAt.slice(0, 10)))} · {words.hash}{' '}
          <Code style={{ overflowWrap: 'anywhere' }}>{proof.registrationHash}</Code>
        </Text>
        {proof.state === 'registered' && <Deeds proof={proof} today={today} />}
      </Stack>
    </Paper>
  );
}
