import { List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../language.tsx';
import type { PresentedCheck } from '../parts/report-shape.ts';
import { LineTable } from './LineTable.tsx';
import { MethodSources } from './MethodSources.tsx';
import { ANSWER_WORDS } from './words.ts';

function Fold({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details>
      <summary>{title}</summary>
      <Stack gap="xs" pt="xs" pl="md">
        {children}
      </Stack>
    </details>
  );
}

/** Everything behind an answer that few need at once: further numbers, groups, method and doubts. */
export function CheckMethod({ spoken }: { readonly spoken: PresentedCheck }) {
  const words = useWords(ANSWER_WORDS);
  return (
    <Stack gap={4}>
      {spoken.details.length > 0 && (
        <Fold title={words.numbers}>
          <LineTable caption={words.numbers} lines={spoken.details} />
        </Fold>
      )}
      {spoken.strata.length > 0 && (
        <Fold title={words.groups}>
          <LineTable caption={words.groups} lines={spoken.strata} />
        </Fold>
      )}
      <Fold title={words.method}>
        <Text>{spoken.method}</Text>
        {spoken.adjusted !== '' && (
          <Text>
            {words.adjusted}: {spoken.adjusted}
          </Text>
        )}
        <MethodSources sources={spoken.methodSources} />
        {spoken.caveats.length > 0 && (
          <>
            <Text fw={650}>{words.caveats}</Text>
            <List>
              {spoken.caveats.map((caveat) => (
                <List.Item key={caveat}>{caveat}</List.Item>
              ))}
            </List>
          </>
        )}
        {spoken.overturn !== null && (
          <Text>
            {words.overturn}: {spoken.overturn}
          </Text>
        )}
      </Fold>
    </Stack>
  );
}
