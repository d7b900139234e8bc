import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { listProofs } from '#endpoints/proofs.ts';
import { ask } from '../../api.ts';
import { useFormat, useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useMay } from '../../shell/me.ts';
import { ProofCard } from './ProofCard.tsx';
import { type Proof, RecordResult, WithdrawProof } from './ProofDialogs.tsx';
import { ProofSearch } from './proof-search.ts';
import { RegisterProof } from './RegisterProof.tsx';
import { PROOF_WORDS } from './words.ts';

interface DialogProps {
  readonly search: ProofSearch;
  readonly proofs: readonly Proof[];
}

function Dialog({ search, proofs }: DialogProps) {
  const words = useWords(PROOF_WORDS);
  const navigate = useNavigate();
  const leads = useMay('touchpointManager', 'headOfCare');
  const close = () => void navigate({ to: '/proofs', search: {}, replace: true, resetScroll: false });
  const proof = proofs.find(({ id, state }) => id === search.proof && state === 'registered') ?? null;
  const titles = { register: words.register, result: words.result.button, withdraw: words.withdraw.button };
  const open = search.dialog === 'register' ? leads : search.dialog !== undefined && proof !== null;
  return (
    <Modal
      opened={open}
      onClose={close}
      size="lg"
      title={
        <Title order={2} size="h4">
          {titles[search.dialog ?? 'register']}
        </Title>
      }
      closeButtonProps={{ 'aria-label': words.cancel }}
      attributes={{ header: { role: 'presentation' } }}
    >
      {search.dialog === 'register' && <RegisterProof actionId={search.action ?? ''} onDone={close} />}
      {search.dialog === 'result' && proof !== null && <RecordResult proof={proof} onDone={close} />}
      {search.dialog === 'withdraw' && proof !== null && <WithdrawProof proof={proof} onDone={close} />}
    </Modal>
  );
}

/** Proofs of effect: registered before the repair, judged against the holdout, never changed. */
export function ProofsPage() {
  const words = useWords(PROOF_WORDS);
  const format = useFormat();
  const navigate = useNavigate();
  const search = ProofSearch.parse(useSearch({ strict: false }));
  const leads = useMay('touchpointManager', 'headOfCare');
  const { data, error, refetch, dataUpdatedAt } = useQuery(ask(listProofs));
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const today = new Date(dataUpdatedAt).toISOString().slice(0, 10);
  const counted = (of: (proof: Proof) => boolean) => format.count(data.proofs.filter(of).length);
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start">
        <Stack gap="xs" flex="1 1 320px">
          <Title>{words.title}</Title>
          <Text size="lg">
            {data.proofs.length === 0
              ? words.empty
              : words.answer({
                  ended: counted(({ state }) => state === 'ended'),
                  shown: counted(({ verdict }) => verdict?.outcome === 'less' || verdict?.outcome === 'more'),
                  running: counted(({ state }) => state === 'registered'),
                })}
          </Text>
        </Stack>
        {leads && (
          <Button onClick={() => void navigate({ to: '/proofs', search: { dialog: 'register' }, resetScroll: false })}>
            {words.register}
          </Button>
        )}
      </Group>
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {data.proofs.map((proof) => (
          <ProofCard key={proof.id} proof={proof} today={today} />
        ))}
      </Stack>
      <Dialog search={search} proofs={data.proofs} />
    </Stack>
  );
}
