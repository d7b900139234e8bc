import { Alert, List, Stack, Table, Text, Title } from '@mantine/core';
import { useFormat, useWords } from '../../language.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import { fileName, type ReceiptShown, sumsOf } from './receipt-sums.ts';
import { refusalsOf } from './refusals.ts';
import { IMPORT_WORDS } from './words.ts';

function Warnings({ shown }: { readonly shown: ReceiptShown }) {
  const { problems: words } = useWords(IMPORT_WORDS);
  const format = useFormat();
  const { warnings } = shown.receipt;
  if (warnings.length === 0) return null;
  return (
    <Alert color="gray" title={words.check}>
      <List>
        {warnings.map(({ kind, table, column, rows }) => {
          const say = words.warnings[kind] ?? words.warning;
          return (
            <List.Item key={`${kind} ${table}.${column}`}>{say(format.count(rows), `${table}.${column}`)}</List.Item>
          );
        })}
      </List>
    </Alert>
  );
}

/** What was refused with file, line, column and reason, and what to do about it. */
export function Problems({ shown }: { readonly shown: ReceiptShown }) {
  const { problems: words } = useWords(IMPORT_WORDS);
  const format = useFormat();
  const refused = refusalsOf(shown);
  const total = sumsOf(shown.receipt.files).valuesRefused;
  return (
    <Stack gap="sm">
      <Warnings shown={shown} />
      <Title order={2} size="h4">
        {words.title}
      </Title>
      {refused.length === 0 ? (
        <Text>{words.none}</Text>
      ) : (
        <>
          <Text>{words.advice}</Text>
          {total > refused.length && (
            <Text className="soft">{words.shown(format.count(refused.length), format.count(total))}</Text>
          )}
          <WideTable label={words.title} minWidth={720}>
            <Table verticalSpacing={6} aria-label={words.title}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{words.file}</Table.Th>
                  <Table.Th ta="right">{words.line}</Table.Th>
                  <Table.Th>{words.column}</Table.Th>
                  <Table.Th>{words.problem}</Table.Th>
                  <Table.Th>{words.value}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {refused.map(({ path, line, column, reason, value, firstLine }) => (
                  <Table.Tr key={`${path} ${line} ${column ?? ''}`}>
                    <Table.Td>{fileName(path)}</Table.Td>
                    <Table.Td ta="right">{format.count(line)}</Table.Td>
                    <Table.Td>{column ?? words.wholeRow}</Table.Td>
                    <Table.Td>
                      {firstLine === null ? reason : `${reason} (${words.first(format.count(firstLine))})`}
                    </Table.Td>
                    <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </WideTable>
        </>
      )}
    </Stack>
  );
}
