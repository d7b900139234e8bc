import { Stack, Table, Text, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTable } from '@tanstack/react-table';
import type { Format } from '#domain/format.ts';
import { useWords } from '../../language.tsx';
import { intervalText, precisionOf } from '../../parts/interval-text.ts';
import { SortHead } from '../../parts/SortHead.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import { PARTS_WORDS } from '../../parts/words.ts';
import type { GroupRow } from './group-rows.ts';
import { GROUP_COLUMN_IDS, GROUP_COLUMNS, GROUP_FEATURES } from './group-table.ts';
import { FINDING_WORDS } from './words.ts';

interface GroupTableProps {
  readonly rows: readonly GroupRow[];
  readonly format: Format;
}

/** The answer group by group; how it is sorted and what is searched stand in the address. */
export function GroupTable({ rows, format }: GroupTableProps) {
  const words = useWords(FINDING_WORDS);
  const interval = useWords(PARTS_WORDS);
  const search = useSearch({ from: '/house/finding/$check' });
  const navigate = useNavigate({ from: '/finding/$check' });
  const by = GROUP_COLUMN_IDS.find((id) => id === search.groupsBy) ?? null;
  const down = search.groupsDown === true;
  const table = useTable({
    features: GROUP_FEATURES,
    columns: GROUP_COLUMNS,
    data: rows,
    state: {
      sorting: by === null ? [] : [{ id: by, desc: down }],
      columnFilters: search.groups === undefined ? [] : [{ id: 'label', value: search.groups }],
    },
  });
  const sortBy = (groupsBy: string, groupsDown: boolean) =>
    void navigate({ search: (before) => ({ ...before, groupsBy, groupsDown }), replace: true, resetScroll: false });
  const find = (text: string) =>
    void navigate({
      search: (before) => ({ ...before, groups: text === '' ? undefined : text }),
      replace: true,
      resetScroll: false,
    });
  const sorted = (id: string) => {
    if (by !== id) return 'none';
    return down ? 'descending' : 'ascending';
  };
  const head = (id: (typeof GROUP_COLUMN_IDS)[number], label: string, right = false) => (
    <SortHead label={label} right={right} sorted={sorted(id)} onSort={(desc) => sortBy(id, desc)} />
  );
  const shown = table.getRowModel().rows;
  return (
    <Stack gap="xs">
      {rows.length > 8 && (
        <TextInput
          className="no-print"
          label={words.groupsFind}
          value={search.groups ?? ''}
          onChange={(event) => find(event.currentTarget.value)}
          maw={320}
        />
      )}
      <WideTable label={words.groups} minWidth={480} takeAlong>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              {head('label', words.group)}
              {head('value', words.value, true)}
              <Table.Th ta="right">{words.interval}</Table.Th>
              {head('size', words.size, true)}
              {head('outcome', words.outcome)}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ original }) => {
              const { effect } = original;
              return (
                <Table.Tr key={original.key}>
                  <Table.Td>{original.label}</Table.Td>
                  <Table.Td ta="right">
                    {effect === null ? (
                      <span className="soft">{words.tooFew}</span>
                    ) : (
                      format.quantity(effect.value, effect.unit, precisionOf(effect))
                    )}
                  </Table.Td>
                  <Table.Td ta="right" className="soft">
                    {effect === null ? '' : intervalText(effect, format, interval)}
                  </Table.Td>
                  <Table.Td ta="right">{original.size === null ? '' : format.count(original.size)}</Table.Td>
                  <Table.Td>{words.outcomes[original.outcome]}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </WideTable>
      {shown.length === 0 && <Text className="soft">{words.noGroups}</Text>}
    </Stack>
  );
}
