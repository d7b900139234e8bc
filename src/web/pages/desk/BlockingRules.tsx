import { Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { listBlockingRules } from '#endpoints/desk.ts';
import { ask } from '../../api.ts';
import { useFormat, useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useMay } from '../../shell/me.ts';
import { AnswerRule } from './AnswerRule.tsx';
import { GoodwillLimit } from './GoodwillLimit.tsx';
import { DESK_WORDS } from './words.ts';

/** Rules that stop people from helping, with what becomes of each; the head of care answers. */
export function BlockingRules() {
  const words = useWords(DESK_WORDS).board;
  const format = useFormat();
  const answers = useMay('headOfCare', 'touchpointManager');
  const leads = useMay('headOfCare');
  const { data, error, refetch } = useQuery(ask(listBlockingRules));
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <Stack>
      {leads && <GoodwillLimit />}
      <Text className="soft">{words.lead}</Text>
      {data.rules.length === 0 && <Text>{words.empty}</Text>}
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {data.rules.map(({ rule, touchpoint, reports, lastOn, version, state, answer }) => (
          <Paper withBorder p="md" component="li" key={`${rule} ${touchpoint}`}>
            <Group justify="space-between" align="flex-start">
              <Stack gap={4}>
                <Text fw={650}>{touchpoint === '' ? rule : `${rule} · ${touchpoint}`}</Text>
                <Text size="sm" className="soft">
                  {words.times(format.count(reports), format.day(lastOn))}
                </Text>
                {answer !== '' && <Text size="sm">{answer}</Text>}
              </Stack>
              <Badge variant="outline" tt="none">
                {words.states[state]}
              </Badge>
            </Group>
            {answers && <AnswerRule key={version} rule={rule} version={version} state={state} answer={answer} />}
          </Paper>
        ))}
      </Stack>
    </Stack>
  );
}
