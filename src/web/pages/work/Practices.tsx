import { Badge, Button, Group, Modal, Paper, Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useFormat, useWords } from '../../language.tsx';
import { useMay } from '../../shell/me.ts';
import { JudgePractice } from './JudgePractice.tsx';
import { byUrgency, type Practice } from './practice-steps.ts';
import { ReportPractice } from './ReportPractice.tsx';
import { useQuestions } from './use-questions.ts';
import { WORK_WORDS } from './words.ts';
import type { WorkSearch } from './work-search.ts';

interface PracticesProps {
  readonly practices: readonly Practice[];
  readonly search: WorkSearch;
}

function PracticeRow({ practice }: { readonly practice: Practice }) {
  const words = useWords(WORK_WORDS);
  const format = useFormat();
  const navigate = useNavigate();
  const judges = useMay('touchpointManager');
  const question = useQuestions().find(({ value }) => value === practice.checkId)?.label ?? practice.checkId;
  const by = practice.reportedBy === null ? words.practices.anonymous : words.practices.by(practice.reportedBy.name);
  return (
    <Paper withBorder p="md" component="li">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} flex="1 1 260px">
          <Text fw={650}>{practice.title}</Text>
          {practice.description !== '' && <Text size="sm">{practice.description}</Text>}
          <Text size="sm" className="soft">
            {question === null ? words.practices.unmeasured : words.practices.measured(question)}
          </Text>
          {practice.reason !== '' && (
            <Text size="sm">
              {words.practices.reason}: {practice.reason}
            </Text>
          )}
          <Text size="sm" className="soft">
            {by}, {format.day(practice.createdAt.slice(0, 10))}
          </Text>
        </Stack>
        <Group gap="xs">
          <Badge variant="outline" tt="none">
            {words.practiceStates[practice.state]}
          </Badge>
          {judges && (
            <Button
              size="xs"
              variant="default"
              aria-label={`${words.practices.judge}: ${practice.title}`}
              onClick={() =>
                void navigate({ to: '/work', search: (old) => ({ ...old, edit: practice.id }), resetScroll: false })
              }
            >
              {words.practices.judge}
            </Button>
          )}
        </Group>
      </Group>
    </Paper>
  );
}

/** Practices that treat customers worse, what asks for a deed first. */
export function Practices({ practices, search }: PracticesProps) {
  const words = useWords(WORK_WORDS);
  const navigate = useNavigate();
  const judges = useMay('touchpointManager');
  const edited = practices.find(({ id }) => id === search.edit) ?? null;
  const judging = judges && edited !== null;
  const close = () =>
    void navigate({ to: '/work', search: ({ edit: _, ...old }) => old, replace: true, resetScroll: false });
  return (
    <Stack>
      <Button
        style={{ alignSelf: 'flex-end' }}
        onClick={() => void navigate({ to: '/work', search: (old) => ({ ...old, edit: 'new' }), resetScroll: false })}
      >
        {words.practices.report}
      </Button>
      {practices.length === 0 && <Text>{words.practices.empty}</Text>}
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {byUrgency(practices).map((practice) => (
          <PracticeRow key={practice.id} practice={practice} />
        ))}
      </Stack>
      <Modal
        opened={judging || search.edit === 'new'}
        onClose={close}
        title={
          <Title order={2} size="h4">
            {judging ? words.practices.judge : words.practices.report}
          </Title>
        }
        closeButtonProps={{ 'aria-label': words.cancel }}
        attributes={{ header: { role: 'presentation' } }}
        size="lg"
      >
        {judging && edited !== null && <JudgePractice key={edited.id} practice={edited} onDone={close} />}
        {search.edit === 'new' && <ReportPractice onDone={close} />}
      </Modal>
    </Stack>
  );
}
