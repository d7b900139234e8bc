import { Stack, Tabs, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { listActions } from '#endpoints/actions.ts';
import { listPractices } from '#endpoints/practices.ts';
import { ask } from '../../api.ts';
import { useFormat, useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useMay } from '../../shell/me.ts';
import { BlockingRules } from '../desk/BlockingRules.tsx';
import { DESK_WORDS } from '../desk/words.ts';
import { Actions } from './Actions.tsx';
import { isOverdue, isStanding } from './arrange.ts';
import { Practices } from './Practices.tsx';
import { WORK_WORDS } from './words.ts';
import { WorkSearch } from './work-search.ts';

/** What we do about it: actions with their owners, and practices on their way out. */
export function WorkPage() {
  const words = useWords(WORK_WORDS);
  const format = useFormat();
  const navigate = useNavigate();
  const search = WorkSearch.parse(useSearch({ strict: false }));
  const actions = useQuery(ask(listActions));
  const practices = useQuery(ask(listPractices));
  const seesAll = useMay('touchpointManager', 'headOfCare', 'cfo', 'analyst');
  const serves = useMay('agent', 'headOfCare', 'touchpointManager');
  const { board: rules } = useWords(DESK_WORDS);
  const error = actions.error ?? practices.error;
  if (error !== null)
    return <Failure error={error} again={() => void Promise.all([actions.refetch(), practices.refetch()])} />;
  if (actions.data === undefined || practices.data === undefined) return <Loading />;
  // The day on which the list was loaded is the day on which it is overdue or not.
  const today = new Date(actions.dataUpdatedAt).toISOString().slice(0, 10);
  const standing = format.count(actions.data.actions.filter(isStanding).length);
  const overdue = format.count(actions.data.actions.filter((action) => isOverdue(action, today)).length);
  const inState = (wanted: string) =>
    format.count(practices.data.practices.filter(({ state }) => state === wanted).length);
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <Title>{words.title}</Title>
        <Text size="lg">
          {seesAll
            ? words.answer({ standing, overdue, suspected: inState('suspected'), confirmed: inState('confirmed') })
            : words.own(standing, overdue)}
        </Text>
      </Stack>
      <Tabs
        value={search.tab ?? 'actions'}
        onChange={(tab) =>
          void navigate({
            to: '/work',
            search: { tab: tab === 'practices' || tab === 'rules' ? tab : 'actions' },
            resetScroll: false,
          })
        }
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="actions">{words.tabs.actions}</Tabs.Tab>
          <Tabs.Tab value="practices">{words.tabs.practices}</Tabs.Tab>
          {serves && <Tabs.Tab value="rules">{rules.tab}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="actions">
          <Actions actions={actions.data.actions} today={today} search={search} />
        </Tabs.Panel>
        <Tabs.Panel value="practices">
          <Practices practices={practices.data.practices} search={search} />
        </Tabs.Panel>
        {serves && (
          <Tabs.Panel value="rules">
            <BlockingRules />
          </Tabs.Panel>
        )}
      </Tabs>
    </Stack>
  );
}
