import { Alert, Button, Group, Table, Text } from '@mantine/core';
import { useWords } from '../../language.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import { WORK_WORDS } from './words.ts';

interface ConflictProps {
  readonly lines: readonly { readonly label: string; readonly theirs: string; readonly mine: string }[];
  readonly onTake: () => void;
  readonly onOverwrite: () => void;
}

/** Two people edited one thing: what stands now beside what was written, and both ways on. */
export function Conflict({ lines, onTake, onOverwrite }: ConflictProps) {
  const words = useWords(WORK_WORDS).conflict;
  return (
    <Alert color="gray" role="alert" title={words.title}>
      <Text>{words.text}</Text>
      <WideTable label={words.title} minWidth={320}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{words.field}</Table.Th>
              <Table.Th scope="col">{words.theirs}</Table.Th>
              <Table.Th scope="col">{words.mine}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map(({ label, theirs, mine }) => (
              <Table.Tr key={label}>
                <Table.Th scope="row">{label}</Table.Th>
                <Table.Td>{theirs}</Table.Td>
                <Table.Td>{mine}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      <Group mt="sm">
        <Button variant="default" onClick={onTake}>
          {words.take}
        </Button>
        <Button variant="default" onClick={onOverwrite}>
          {words.overwrite}
        </Button>
      </Group>
    </Alert>
  );
}
