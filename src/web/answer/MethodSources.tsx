import { List, Text } from '@mantine/core';
import { useWords } from '../language.tsx';
import { ANSWER_WORDS } from './words.ts';

/** Where a method was read, as a reader would look it up. */
export function MethodSources({ sources }: { readonly sources: readonly string[] }) {
  const words = useWords(ANSWER_WORDS);
  if (sources.length === 0) return <Text className="soft">{words.onlyCounted}</Text>;
  return (
    <div>
      <Text className="soft">{words.methodSources}</Text>
      <List size="sm">
        {sources.map((source) => (
          <List.Item key={source} lang="en">
            {source}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
