import { Stack, Table, Text, Title } from '@mantine/core';
import type { Format } from '#domain/format.ts';
import { CheckCharts } from '../../answer/CheckCharts.tsx';
import { type Answer, answersOf, type ReportView } from '../../answer/view.ts';
import { useFormat, useWords } from '../../language.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import { type OfferAccount, offerAccounts } from './offer-accounts.ts';
import { CFO_WORDS } from './words.ts';
import { written, writtenRange } from './written.ts';

function Rows({ accounts, format }: { readonly accounts: readonly OfferAccount[]; readonly format: Format }) {
  const { offers } = useWords(CFO_WORDS);
  return (
    <WideTable label={offers.caption} minWidth={480} takeAlong>
      <Table captionSide="top">
        <Table.Caption ta="left">{offers.caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{offers.offer}</Table.Th>
            <Table.Th scope="col" ta="right" fw={400} className="soft">
              {offers.naive}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {offers.full}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {accounts.map(({ offer, naive, full }) => (
            <Table.Tr key={offer}>
              <Table.Th scope="row" fw={400}>
                {offer}
              </Table.Th>
              <Table.Td ta="right" className="soft">
                {format.money(naive)}
              </Table.Td>
              <Table.Td ta="right">
                {written(full, 'money', format)} ({writtenRange(full, 'money', format)})
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

function Offers({ answer, view }: { readonly answer: Answer; readonly view: ReportView }) {
  const { offers } = useWords(CFO_WORDS);
  const format = useFormat(view.spoken.currency);
  const accounts = offerAccounts(answer.check);
  return (
    <>
      <Text size="lg">{answer.spoken.answer}</Text>
      {accounts.length === 0 && <Text className="soft">{offers.none}</Text>}
      {accounts.length > 0 && <Rows accounts={accounts} format={format} />}
      <CheckCharts answer={answer} view={view} only={['accounts']} />
    </>
  );
}

/** The naive calculation of every bait offer beside its full account. */
export function OfferAccounts({ view }: { readonly view: ReportView }) {
  const { offers } = useWords(CFO_WORDS);
  return (
    <Stack gap="sm" component="section" aria-label={offers.title}>
      <Title order={2}>{offers.title}</Title>
      {answersOf(view, 'bait-offer').map((answer) => (
        <Offers key={answer.check.reference} answer={answer} view={view} />
      ))}
    </Stack>
  );
}
