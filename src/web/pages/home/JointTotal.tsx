import { List, Paper, Stack, Text, Title } from '@mantine/core';
import { LineTable } from '../../answer/LineTable.tsx';
import { useWords } from '../../language.tsx';
import type { Spoken } from '../../parts/report-shape.ts';
import { HOME_WORDS } from './words.ts';

/** The one total of the report: everybody who left counted once. Single findings are never added. */
export function JointTotal({ joint }: { readonly joint: NonNullable<Spoken['joint']> }) {
  const words = useWords(HOME_WORDS);
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="xs">
        <Text className="soft" size="sm">
          {words.joint}
        </Text>
        <Title order={2} size="h3">
          {joint.question}
        </Title>
        <Text size="lg">{joint.answer}</Text>
        {joint.grade !== null && <Text className="soft">{joint.grade}</Text>}
        <LineTable caption={joint.partsHeading} lines={joint.parts} />
        {joint.caveats.length > 0 && (
          <details>
            <summary>{words.caveats}</summary>
            <List size="sm" pt="xs">
              {joint.caveats.map((caveat) => (
                <List.Item key={caveat}>{caveat}</List.Item>
              ))}
            </List>
          </details>
        )}
      </Stack>
    </Paper>
  );
}
