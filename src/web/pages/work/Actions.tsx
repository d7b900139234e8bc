import { Badge, Button, Group, Modal, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { deleteAction, listActions } from '#endpoints/actions.ts';
import { api, forget, sentenceOf } from '../../api.ts';
import { useFormat, useWords } from '../../language.tsx';
import { useMay, useMe } from '../../shell/me.ts';
import { ActionForm } from './ActionForm.tsx';
import { type Action, arranged, isOverdue, isStanding } from './arrange.ts';
import { useQuestions } from './use-questions.ts';
import { WORK_WORDS } from './words.ts';
import type { WorkSearch } from './work-search.ts';

interface ActionsProps {
  readonly actions: readonly Action[];
  /** ISO day on which the list was loaded. */
  readonly today: string;
  readonly search: WorkSearch;
}

function ActionRow({ action, today }: { readonly action: Action; readonly today: string }) {
  const words = useWords(WORK_WORDS);
  const format = useFormat();
  const navigate = useNavigate();
  const leads = useMay('touchpointManager', 'headOfCare');
  const me = useMe();
  const mayWrite = leads || action.owner?.id === me.id;
  const questions = useQuestions();
  const question = questions.find(({ value }) => value === action.checkId)?.label;
  const removing = useMutation({
    mutationFn: () => api.call(deleteAction, { params: { id: action.id }, query: { version: action.version } }),
    onSettled: () => forget(listActions),
  });
  return (
    <Paper withBorder p="md" component="li">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} flex="1 1 260px">
          <Text fw={650}>{action.title}</Text>
          <Text size="sm">
            {action.owner?.name ?? words.nobody}
            {action.department === '' ? '' : `, ${action.department}`}
            {' · '}
            {action.dueOn === null ? words.noDue : words.due(format.day(action.dueOn))}
            {isOverdue(action, today) && <strong> ({words.overdue})</strong>}
          </Text>
          {question !== undefined && (
            <Text size="sm" className="soft">
              {question}
            </Text>
          )}
          {action.note !== '' && <Text size="sm">{action.note}</Text>}
          {removing.error !== null && <Text role="alert">{sentenceOf(removing.error, words.offline)}</Text>}
        </Stack>
        <Group gap="xs">
          <Badge variant="outline" tt="none">
            {words.states[action.state]}
          </Badge>
          {mayWrite && (
            <Button
              size="xs"
              variant="default"
              aria-label={`${leads ? words.actions.change : words.actions.move}: ${action.title}`}
              onClick={() =>
                void navigate({ to: '/work', search: (old) => ({ ...old, edit: action.id }), resetScroll: false })
              }
            >
              {leads ? words.actions.change : words.actions.move}
            </Button>
          )}
          {leads && (
            <Button
              size="xs"
              variant="subtle"
              aria-label={`${words.actions.remove}: ${action.title}`}
              loading={removing.isPending}
              onClick={() => removing.mutate()}
            >
              {words.actions.remove}
            </Button>
          )}
        </Group>
      </Group>
    </Paper>
  );
}

/** What was decided, who does it, until when. */
export function Actions({ actions, today, search }: ActionsProps) {
  const words = useWords(WORK_WORDS);
  const navigate = useNavigate();
  const leads = useMay('touchpointManager', 'headOfCare');
  const seesAll = useMay('touchpointManager', 'headOfCare', 'cfo', 'analyst');
  const shown = arranged(actions).filter((action) => search.show === 'all' || isStanding(action));
  const edited = actions.find(({ id }) => id === search.edit) ?? null;
  const open = edited !== null || (leads && search.edit === 'new');
  const close = () =>
    void navigate({
      to: '/work',
      search: ({ edit: _, check: __, ...old }) => old,
      replace: true,
      resetScroll: false,
    });
  return (
    <Stack>
      <Group justify="space-between">
        <SegmentedControl
          aria-label={words.show.label}
          value={search.show ?? 'standing'}
          onChange={(show) =>
            void navigate({
              to: '/work',
              search: (old) => ({ ...old, show: show === 'all' ? 'all' : 'standing' }),
              resetScroll: false,
            })
          }
          data={[
            { value: 'standing', label: words.show.standing },
            { value: 'all', label: words.show.all },
          ]}
        />
        {leads && (
          <Button
            onClick={() =>
              void navigate({ to: '/work', search: (old) => ({ ...old, edit: 'new' }), resetScroll: false })
            }
          >
            {words.actions.create}
          </Button>
        )}
      </Group>
      {shown.length === 0 && <Text>{seesAll ? words.actions.empty : words.actions.emptyOwn}</Text>}
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {shown.map((action) => (
          <ActionRow key={action.id} action={action} today={today} />
        ))}
      </Stack>
      <Modal
        opened={open}
        onClose={close}
        title={
          <Title order={2} size="h4">
            {edited === null ? words.actions.create : words.actions.change}
          </Title>
        }
        closeButtonProps={{ 'aria-label': words.cancel }}
        attributes={{ header: { role: 'presentation' } }}
        size="lg"
      >
        {open && (
          <ActionForm
            key={edited?.id ?? 'new'}
            action={edited}
            checkId={search.check ?? ''}
            leads={leads}
            onDone={close}
          />
        )}
      </Modal>
    </Stack>
  );
}
