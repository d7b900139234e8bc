import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import { fileName } from '#domain/file-name.ts';
import type { ReplyOf } from '#endpoints/endpoint.ts';
import type { findRows } from '#endpoints/lineage.ts';
import { useFormat, useWords } from '../../language.tsx';
import { PageLink } from '../../parts/PageLink.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import { ROW_WORDS } from './row-words.ts';

type Found = ReplyOf<typeof findRows>;
type Row = Found['rows'][number];
type Cell = Row['cells'][number];

interface RowOriginProps {
  readonly columns: Found['columns'];
  readonly row: Row;
}

/** As many as the value has; nothing is rounded here. */
const decimalsOf = (value: number) => Math.min(String(value).split('.')[1]?.length ?? 0, 9);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function Values({ columns, row }: RowOriginProps) {
  const words = useWords(ROW_WORDS);
  const format = useFormat();
  const text = ({ value, another }: Cell) => {
    if (another) return words.another;
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (typeof value === 'number') return format.number(value, decimalsOf(value));
    return value !== null && DAY.test(value) ? format.day(value) : value;
  };
  const cells = columns.flatMap((column, at) => {
    const cell = row.cells[at];
    return cell === undefined ? [] : [{ ...column, ...cell }];
  });
  const isEmpty = ({ value, another }: Cell) => (value === null || value === '') && !another;
  const empty = cells.filter(isEmpty).map(({ name }) => name);
  return (
    <>
      <WideTable label={fileName(row.file)} minWidth={280}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.column}</Table.Th>
              <Table.Th>{words.value}</Table.Th>
              <Table.Th>{words.rule}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {cells
              .filter((cell) => !isEmpty(cell))
              .map((cell) => (
                <Table.Tr key={cell.name}>
                  <Table.Th scope="row" fw={400} title={cell.meaning}>
                    {cell.name}
                  </Table.Th>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>
                    {text(cell)}
                    {cell.pseudonym && <span className="soft"> ({words.pseudonym})</span>}
                  </Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{cell.rule ?? words.noRule}</Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      {empty.length > 0 && (
        <Text size="sm" className="soft">
          {words.emptyColumns(empty.join(', '))}
        </Text>
      )}
    </>
  );
}

/** One stored row: file and line, import, whether it still stands, and its values with the headers they came from. */
export function RowOrigin({ columns, row }: RowOriginProps) {
  const words = useWords(ROW_WORDS);
  const format = useFormat();
  const { importId, importDay, file, counted, place, gathered, replacedBy } = row;
  const where = `${words.places[counted](format.count(place))}${gathered ? ` (${words.gathered})` : ''}`;
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="xs">
        <Title order={3} size="h4" style={{ overflowWrap: 'anywhere' }}>
          {fileName(file)}, {where}
        </Title>
        <Text>
          <PageLink to="/data/imports/$importId" params={{ importId: String(importId) }}>
            {words.from(format.count(importId), format.day(importDay.slice(0, 10)))}
          </PageLink>
          {replacedBy !== null && (
            <>
              {'; '}
              <PageLink to="/data/imports/$importId" params={{ importId: String(replacedBy) }}>
                {words.replaced(format.count(replacedBy))}
              </PageLink>
            </>
          )}
        </Text>
        <Values columns={columns} row={row} />
      </Stack>
    </Paper>
  );
}
