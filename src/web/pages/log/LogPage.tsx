import { Group, Pagination, Select, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { listLog } from '#endpoints/audit-log.ts';
import { ask } from '../../api.ts';
import { useFormat, useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { LogTable } from './LogTable.tsx';
import { Verification } from './Verification.tsx';
import { LOG_WORDS } from './words.ts';

const ON_A_PAGE = 50;

export function LogPage() {
  const words = useWords(LOG_WORDS);
  const format = useFormat();
  const { event = '', page = 1 } = useSearch({ from: '/house/log' });
  const navigate = useNavigate();
  const query = { event, offset: (page - 1) * ON_A_PAGE, limit: ON_A_PAGE };
  const { data, error, refetch } = useQuery({ ...ask(listLog, { query }), placeholderData: keepPreviousData });
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const go = (wanted: string, to: number) =>
    void navigate({
      to: '/log',
      search: { ...(wanted === '' ? {} : { event: wanted }), ...(to === 1 ? {} : { page: to }) },
    });
  return (
    <Stack gap="lg">
      <Title>{words.title}</Title>
      {event === '' && <Text size="lg">{words.answer(format.count(data.total))}</Text>}
      <Verification />
      <Group>
        <Select
          label={words.filter}
          value={event}
          onChange={(value) => go(value ?? '', 1)}
          allowDeselect={false}
          searchable
          data={[
            { value: '', label: words.all },
            ...Object.entries(words.events).map(([value, label]) => ({ value, label })),
          ]}
        />
      </Group>
      <LogTable entries={data.entries} />
      {data.total > ON_A_PAGE && (
        <Pagination
          aria-label={words.pages}
          getControlProps={(control) => ({ 'aria-label': words.controls[control] })}
          total={Math.ceil(data.total / ON_A_PAGE)}
          value={page}
          onChange={(to) => go(event, to)}
        />
      )}
    </Stack>
  );
}
