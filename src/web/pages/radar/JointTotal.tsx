import { List, Stack, Text, Title } from '@mantine/core';
import type { ReportView } from '../../answer/view.ts';
import { useWords } from '../../language.tsx';
import { JointParts } from './JointParts.tsx';
import { RADAR_WORDS } from './words.ts';

/** The one total of the report, and its fair split; never a sum of findings. */
export function JointTotal({ view }: { readonly view: ReportView }) {
  const words = useWords(RADAR_WORDS);
  const { joint } = view.spoken;
  if (joint === null) return <Text className="soft">{words.joint.none}</Text>;
  return (
    <Stack gap="sm" component="section" aria-label={joint.question}>
      <Title order={2}>{joint.question}</Title>
      <Text size="lg">{joint.answer}</Text>
      {joint.grade !== null && (
        <Text size="sm" className="soft">
          {joint.grade}
        </Text>
      )}
      <JointParts view={view} />
      <List size="sm" className="soft">
        {joint.caveats.map((caveat) => (
          <List.Item key={caveat}>{caveat}</List.Item>
        ))}
      </List>
    </Stack>
  );
}
