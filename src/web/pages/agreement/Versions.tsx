import { Stack, Table, Text, Title } from '@mantine/core';
import type { z } from 'zod';
import type { WorksAgreement } from '#endpoints/works-agreement.ts';
import { useFormat, useWords } from '../../language.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import { AGREEMENT_WORDS } from './words.ts';

interface VersionsProps {
  readonly versions: readonly z.infer<typeof WorksAgreement>[];
}

/** Every version that ever stood, newest first. */
export function Versions({ versions }: VersionsProps) {
  const { versions: words, form } = useWords(AGREEMENT_WORDS);
  const format = useFormat();
  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        {words.title}
      </Title>
      {versions.length === 0 ? (
        <Text>{words.none}</Text>
      ) : (
        <WideTable label={words.title} minWidth={720}>
          <Table verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th ta="right">{words.version}</Table.Th>
                <Table.Th>{words.name}</Table.Th>
                <Table.Th>{words.kind}</Table.Th>
                <Table.Th>{words.signed}</Table.Th>
                <Table.Th ta="right">{words.minimum}</Table.Th>
                <Table.Th>{words.recorded}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {versions.map((one) => (
                <Table.Tr key={one.version}>
                  <Table.Td ta="right">{format.count(one.version)}</Table.Td>
                  <Table.Th scope="row">{one.title}</Table.Th>
                  <Table.Td>{form.kinds[one.kind]}</Table.Td>
                  <Table.Td>{format.day(one.signedOn)}</Table.Td>
                  <Table.Td ta="right">{format.count(one.minimumGroup)}</Table.Td>
                  <Table.Td>{words.by(one.recordedBy.name, format.instant(one.recordedAt, null))}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
    </Stack>
  );
}
