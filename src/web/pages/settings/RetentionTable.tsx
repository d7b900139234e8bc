import { Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRetention } from '#endpoints/retention.ts';
import { ask } from '../../api.ts';
import { useFormat, useLanguage, useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import { RETENTION_WORDS } from './retention-words.ts';

const DAY_HOURS = 24;

/** What the house keeps how long, as declared and carried out; for data protection and the administrator. */
export function RetentionTable() {
  const words = useWords(RETENTION_WORDS);
  const format = useFormat();
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(ask(getRetention, { query: { language } }));
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading rows={3} />;
  const period = (hours: number | null) => {
    if (hours === null) return words.always;
    const whole = hours % DAY_HOURS === 0 && hours > DAY_HOURS;
    return whole ? words.days(format.count(hours / DAY_HOURS)) : words.hours(format.count(hours));
  };
  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        {words.title}
      </Title>
      <Text>
        {words.lead} {data.lastAt === null ? words.never : words.last(format.instant(data.lastAt, null))}
      </Text>
      <WideTable label={words.title} minWidth={560} takeAlong>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.what}</Table.Th>
              <Table.Th>{words.period}</Table.Th>
              <Table.Th>{words.why}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.kept.map(({ id, what, why, hours }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row">{what}</Table.Th>
                <Table.Td>{period(hours)}</Table.Td>
                <Table.Td>{why}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </Stack>
  );
}
