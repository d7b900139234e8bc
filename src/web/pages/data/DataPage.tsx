import { Group, Stack, Tabs, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { getInventory, getReadiness, listImports } from '#endpoints/company-data.ts';
import { ask } from '../../api.ts';
import { useFormat, useLanguage, useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageButton } from '../../parts/PageLink.tsx';
import { useMay } from '../../shell/me.ts';
import { ImportLedger } from './ImportLedger.tsx';
import { QuestionTable } from './QuestionTable.tsx';
import { RowSearch } from './RowSearch.tsx';
import { StoredTables } from './StoredTables.tsx';
import { UnlockTable } from './UnlockTable.tsx';
import { tallyStates, unlockings } from './unlock.ts';
import { DATA_WORDS } from './words.ts';

const VIEWS = ['questions', 'imports', 'tables', 'rows'] as const;

function useData() {
  const { language } = useLanguage();
  const readiness = useQuery(ask(getReadiness, { query: { language } }));
  const inventory = useQuery(ask(getInventory, { query: { language } }));
  const imports = useQuery(ask(listImports));
  return { readiness, inventory, imports, error: readiness.error ?? inventory.error ?? imports.error };
}

export function DataPage() {
  const words = useWords(DATA_WORDS);
  const format = useFormat();
  const { view = 'questions', customer, contract } = useSearch({ from: '/house/data' });
  const navigate = useNavigate();
  const mayImport = useMay('analyst', 'administrator');
  const mayRows = useMay('touchpointManager', 'headOfCare', 'analyst', 'dataProtection');
  const views = VIEWS.filter((name) => name !== 'rows' || mayRows);
  const { readiness, inventory, imports, error } = useData();
  if (error !== null) return <Failure error={error} again={() => window.location.reload()} />;
  if (readiness.data === undefined || inventory.data === undefined || imports.data === undefined) return <Loading />;
  const { checks } = readiness.data;
  const { full, reduced } = tallyStates(checks);
  const unlocks = unlockings(checks);
  const empty = inventory.data.tables.every(({ rows }) => rows === 0);
  const answer = { able: full + reduced, all: checks.length, reduced, best: unlocks[0]?.column ?? null };
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap="xs" flex="1 1 280px">
          <Title>{words.title}</Title>
          <Text size="lg">{empty ? words.empty : words.answer(answer, format)}</Text>
        </Stack>
        {mayImport && <PageButton to="/data/import">{words.importData}</PageButton>}
      </Group>
      <Tabs
        value={view}
        onChange={(wanted) =>
          void navigate({ to: '/data', search: { view: VIEWS.find((known) => known === wanted) ?? 'questions' } })
        }
        keepMounted={false}
      >
        <Tabs.List>
          {views.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {words.views[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="questions" pt="lg">
          <Stack gap="xl">
            <UnlockTable unlocks={unlocks} tables={inventory.data.tables} />
            <QuestionTable checks={checks} />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="imports" pt="lg">
          <ImportLedger imports={imports.data.imports} />
        </Tabs.Panel>
        <Tabs.Panel value="tables" pt="lg">
          <StoredTables inventory={inventory.data} />
        </Tabs.Panel>
        {mayRows && (
          <Tabs.Panel value="rows" pt="lg">
            <RowSearch key={JSON.stringify([customer, contract])} inventory={inventory.data} />
          </Tabs.Panel>
        )}
      </Tabs>
    </Stack>
  );
}
