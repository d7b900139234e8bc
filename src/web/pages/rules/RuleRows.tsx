import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useFormat, useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import { RowFilters } from './RowFilters.tsx';
import { type Judged, type Pack, type RuleRow, useRuleRows } from './rule-calls.ts';
import type { RuleSearch } from './rule-search.ts';
import { RULES_WORDS } from './words.ts';

interface RuleRowsProps {
  readonly pack: Pack;
  readonly search: RuleSearch;
  readonly judged: Judged;
}

const traitsOf = ({ productId, region, channel, riskClass }: RuleRow) =>
  [productId, region, channel, riskClass].filter((part) => part !== '').join(' · ');

/** The contracts or tariffs one by one, the dearest first. */
export function RuleRows({ pack, search, judged }: RuleRowsProps) {
  const { rows: words, results } = useWords(RULES_WORDS);
  const format = useFormat();
  const list = useRuleRows(pack.id, search);
  const [first] = list.data?.pages ?? [];
  if (list.error !== null) return <Failure error={list.error} again={() => void list.refetch()} />;
  if (first === undefined) return <Loading rows={1} />;
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const texts = new Map(judged.reasons.map(({ reason, reasonText }) => [reason, reasonText]));
  const money = (cents: number | null) => (cents === null ? '' : format.money(cents / 100, 2));
  return (
    <Stack gap="sm">
      <Title order={3}>{words.title[pack.subject]}</Title>
      <RowFilters search={search} reasonText={texts.get(search.reason ?? '') ?? null} />
      <WideTable label={words.title[pack.subject]} minWidth={860}>
        <Table verticalSpacing="xs" aria-label={words.title[pack.subject]}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.subject[pack.subject]}</Table.Th>
              <Table.Th>{words.traits}</Table.Th>
              <Table.Th>{words.judgedOn}</Table.Th>
              <Table.Th ta="right">{words.price}</Table.Th>
              <Table.Th ta="right">{words.twin}</Table.Th>
              <Table.Th ta="right">{words.over}</Table.Th>
              <Table.Th>{words.result}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.subjectId}>
                <Table.Th scope="row" fw={400}>
                  {row.subjectId}
                </Table.Th>
                <Table.Td>{traitsOf(row)}</Table.Td>
                <Table.Td>{row.judgedOn === null ? '' : format.day(row.judgedOn)}</Table.Td>
                <Table.Td ta="right">{money(row.priceCents)}</Table.Td>
                <Table.Td ta="right">{money(row.twinCents)}</Table.Td>
                <Table.Td ta="right" fw={(row.overCents ?? 0) > 0 ? 650 : 400}>
                  {money(row.overCents)}
                </Table.Td>
                <Table.Td>
                  {results[row.result]}
                  <Text size="sm" className="soft">
                    {texts.get(row.reason) ?? row.reason}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      {rows.length === 0 && <Text>{words.none}</Text>}
      <Group justify="space-between">
        <Text size="sm" className="soft" aria-live="polite">
          {words.shown(format.count(rows.length), format.count(first.total))}{' '}
          {first.withheld > 0 && words.withheld(format.count(first.withheld))}
        </Text>
        {list.hasNextPage && (
          <Button variant="default" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
            {words.more}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
