import { Table } from '@mantine/core';
import { useFormat, useWords } from '../../language.tsx';
import { PageLink } from '../../parts/PageLink.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import type { Judged } from './rule-calls.ts';
import type { RuleSearch } from './rule-search.ts';
import { RULES_WORDS } from './words.ts';

const WHOLE = { whiteSpace: 'nowrap' } as const;
const ORDER = ['fails', 'unjudged', 'passes', 'outside'] as const;

interface ReasonTableProps {
  readonly reasons: Judged['reasons'];
  readonly search: RuleSearch;
}

/** Why so, with counts; each reason leads to its contracts. */
export function ReasonTable({ reasons, search }: ReasonTableProps) {
  const words = useWords(RULES_WORDS);
  const format = useFormat();
  const sorted = [...reasons].sort(
    (a, b) => ORDER.indexOf(a.result) - ORDER.indexOf(b.result) || b.subjects - a.subjects,
  );
  return (
    <WideTable label={words.reasons.title} minWidth={640} takeAlong>
      <Table verticalSpacing="xs" aria-label={words.reasons.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.reasons.result}</Table.Th>
            <Table.Th>{words.reasons.reason}</Table.Th>
            <Table.Th ta="right" style={WHOLE}>
              {words.reasons.count}
            </Table.Th>
            <Table.Th ta="right" style={WHOLE}>
              {words.reasons.over}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted.map(({ result, reason, reasonText, quality, subjects, overCents }) => (
            <Table.Tr key={`${result} ${reason} ${quality}`}>
              <Table.Td fw={result === 'fails' ? 650 : 400} style={WHOLE}>
                {words.results[result]}
              </Table.Td>
              <Table.Td>
                <PageLink to="/rules" search={{ ...search, result, reason }} resetScroll={false}>
                  {reasonText}
                </PageLink>
                {quality !== '' && ` (${words.qualities[quality] ?? quality})`}
              </Table.Td>
              <Table.Td ta="right">{format.count(subjects)}</Table.Td>
              <Table.Td ta="right">{overCents === 0 ? '' : format.money(overCents / 100, 2)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}
