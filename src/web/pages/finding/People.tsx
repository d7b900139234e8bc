import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Format } from '#domain/format.ts';
import { useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useMay } from '../../shell/me.ts';
import { PeopleExport } from './PeopleExport.tsx';
import { PeopleFilters } from './PeopleFilters.tsx';
import { PeopleRows } from './PeopleRows.tsx';
import './people.css';
import { PEOPLE_WORDS } from './people-words.ts';
import { usePeople, usePeopleFilter } from './use-people.ts';

interface PeopleProps {
  readonly audit: string;
  readonly check: string;
  /** The data are still those that were audited. */
  readonly dataStand: boolean;
  readonly format: Format;
}

function PeopleList({ audit, check, format }: Omit<PeopleProps, 'dataStand'>) {
  const words = useWords(PEOPLE_WORDS);
  const filter = usePeopleFilter();
  const navigate = useNavigate({ from: '/finding/$check' });
  const people = usePeople(audit, check, filter);
  const [first] = people.data?.pages ?? [];
  if (people.error !== null) return <Failure error={people.error} again={() => void people.refetch()} />;
  if (first === undefined) return <Loading rows={2} />;
  const rows = people.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end">
        <PeopleFilters subject={first.subject} columns={first.columns} />
        <PeopleExport audit={audit} check={check} filter={filter} total={first.total} />
      </Group>
      <PeopleRows
        columns={first.columns}
        rows={rows}
        total={first.total}
        filter={filter}
        format={format}
        onSort={(peopleBy, peopleDown) =>
          void navigate({
            search: (before) => ({ ...before, peopleBy, peopleDown }),
            replace: true,
            resetScroll: false,
          })
        }
        onEnd={() => {
          if (people.hasNextPage && !people.isFetchingNextPage) void people.fetchNextPage();
        }}
      />
      <Text size="sm" className="soft" aria-live="polite">
        {words.total(format.count(rows.length), format.count(first.total))}{' '}
        {first.withheld > 0 && words.withheld(format.count(first.withheld))}
      </Text>
    </Stack>
  );
}

/** The people behind a number, for those who may see them; shown when asked for. */
export function People({ audit, check, dataStand, format }: PeopleProps) {
  const words = useWords(PEOPLE_WORDS);
  const may = useMay('touchpointManager', 'headOfCare', 'analyst');
  const filter = usePeopleFilter();
  const asked = Object.values(filter).some((part) => part !== '' && part !== false);
  const [opened, setOpened] = useState(asked);
  if (!may) return null;
  return (
    <Stack component="section" gap="xs" className="no-print">
      <Title order={2}>{words.title}</Title>
      <Text className="soft">{dataStand ? words.lead : words.stale}</Text>
      {dataStand && !opened && (
        <Button variant="default" onClick={() => setOpened(true)} style={{ alignSelf: 'flex-start' }}>
          {words.show}
        </Button>
      )}
      {dataStand && opened && <PeopleList audit={audit} check={check} format={format} />}
    </Stack>
  );
}
