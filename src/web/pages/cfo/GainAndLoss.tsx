import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import type { ReportView } from '../../answer/view.ts';
import { useWords } from '../../language.tsx';
import type { PresentedCheck } from '../../parts/report-shape.ts';
import { WideTable } from '../../parts/WideTable.tsx';
import { MONEY_KINDS, type MoneyRow, moneyRows } from './money-by-kind.ts';
import { CFO_WORDS } from './words.ts';

function Amount({ line }: { readonly line: PresentedCheck['money'][number] | null }) {
  if (line === null) return <span className="soft">–</span>;
  return (
    <>
      <span>{line.value}</span>
      <br />
      <Text component="span" size="xs" className="soft">
        {line.interval}
      </Text>
    </>
  );
}

/** The same on a narrow screen: only the amounts that are there, one below the other. */
function Cards({ rows }: { readonly rows: readonly MoneyRow[] }) {
  const { ledger } = useWords(CFO_WORDS);
  return (
    <Stack gap="sm" hiddenFrom="sm">
      {rows.map(({ answer: { spoken }, amounts }) => (
        <Paper withBorder p="sm" key={`${spoken.id} ${spoken.reference}`}>
          <Text fw={650}>{spoken.question}</Text>
          {MONEY_KINDS.filter((kind) => amounts[kind] !== null).map((kind) => (
            <Text key={kind}>
              {ledger.kinds[kind]}: {amounts[kind]?.value}{' '}
              <Text component="span" size="xs" className="soft">
                {amounts[kind]?.interval}
              </Text>
            </Text>
          ))}
        </Paper>
      ))}
    </Stack>
  );
}

function Rows({ rows }: { readonly rows: readonly MoneyRow[] }) {
  const { ledger } = useWords(CFO_WORDS);
  return (
    <WideTable label={ledger.caption} minWidth={640} visibleFrom="sm" takeAlong>
      <Table verticalSpacing="xs" captionSide="top">
        <Table.Caption ta="left">
          {ledger.caption} · {ledger.interval}
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{ledger.question}</Table.Th>
            {MONEY_KINDS.map((kind) => (
              <Table.Th key={kind} scope="col" ta="right">
                {ledger.kinds[kind]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ answer: { spoken }, amounts }) => (
            <Table.Tr key={`${spoken.id} ${spoken.reference}`}>
              <Table.Th scope="row" fw={400}>
                {spoken.question}
              </Table.Th>
              {MONEY_KINDS.map((kind) => (
                <Table.Td key={kind} ta="right">
                  <Amount line={amounts[kind]} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

/** What the findings bring in today beside what they cost, each on its own; never a sum. */
export function GainAndLoss({ view }: { readonly view: ReportView }) {
  const { ledger } = useWords(CFO_WORDS);
  const rows = moneyRows(view);
  return (
    <Stack gap="sm" component="section" aria-label={ledger.title}>
      <Title order={2}>{ledger.title}</Title>
      <Text>{rows.length === 0 ? ledger.none : ledger.text}</Text>
      {rows.length > 0 && <Rows rows={rows} />}
      <Cards rows={rows} />
      <Text size="sm" className="soft">
        {ledger.never}
      </Text>
    </Stack>
  );
}
