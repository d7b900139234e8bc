import { Stack, Table, Text, Title } from '@mantine/core';
import type { Format } from '#domain/format.ts';
import { useWords } from '../../language.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import { type Contract, inOrder } from './shown-customer.ts';
import { CUSTOMER_WORDS } from './words.ts';

interface ContractsProps {
  readonly contracts: readonly Contract[];
  readonly format: Format;
}
type ContractWords = typeof CUSTOMER_WORDS.en.contracts;

function gapText({ twin, running }: Contract, words: ContractWords, f: Format): string {
  if (!running) return words.ended;
  if (twin === null) return words.noTwin;
  const { moreThanNewcomer, moreShare } = twin;
  if (Math.abs(moreThanNewcomer) < 0.005) return words.same;
  const say = moreThanNewcomer > 0 ? words.more : words.less;
  return say(f.money(Math.abs(moreThanNewcomer), 2), f.percent(Math.abs(moreShare)));
}

function timeText({ startsOn, endsOn }: Contract, words: ContractWords, f: Format): string {
  const from = startsOn === null ? '?' : f.day(startsOn);
  return endsOn === null ? words.from(from) : words.until(from, f.day(endsOn));
}

/** Contracts beside what the same person would pay arriving today. */
export function Contracts({ contracts, format }: ContractsProps) {
  const { contracts: words } = useWords(CUSTOMER_WORDS);
  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        {words.title}
      </Title>
      {contracts.length === 0 ? (
        <Text>{words.none}</Text>
      ) : (
        <WideTable label={words.title} minWidth={760}>
          <Table verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.contract}</Table.Th>
                <Table.Th>{words.product}</Table.Th>
                <Table.Th>{words.time}</Table.Th>
                <Table.Th ta="right" className="existing">
                  {words.own}
                </Table.Th>
                <Table.Th ta="right" className="newcomer">
                  {words.newcomer}
                </Table.Th>
                <Table.Th>{words.gap}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {inOrder(contracts).map((contract) => (
                <Table.Tr key={contract.contractId}>
                  <Table.Th scope="row" fw={contract.running ? 650 : 400}>
                    {contract.contractId}
                  </Table.Th>
                  <Table.Td>{contract.productId}</Table.Td>
                  <Table.Td>{timeText(contract, words, format)}</Table.Td>
                  <Table.Td ta="right" className="existing">
                    {contract.twin === null ? '–' : format.money(contract.twin.priceYear, 2)}
                  </Table.Td>
                  <Table.Td ta="right" className="newcomer">
                    {contract.twin === null ? '–' : format.money(contract.twin.twinYear, 2)}
                  </Table.Td>
                  <Table.Td>
                    {gapText(contract, words, format)}
                    {contract.twin !== null && (
                      <Text size="xs" className="soft">
                        {words.source[contract.twin.source]}
                      </Text>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
    </Stack>
  );
}
