import { Stack, Text, Title } from '@mantine/core';
import { LineTable } from '../../answer/LineTable.tsx';
import { useWords } from '../../language.tsx';
import type { FindingProps } from './Finding.tsx';
import { FINDING_WORDS } from './words.ts';

/** Money in its four kinds, and what one could do about it. */
export function Money({ words, check }: Pick<FindingProps, 'words' | 'check'>) {
  const texts = useWords(FINDING_WORDS);
  if (check.outcome !== 'finding') return null;
  return (
    <div className="finding-beside">
      <Stack component="section" gap="xs">
        <Title order={2}>{texts.money}</Title>
        {words.money.length === 0 ? (
          <Text className="soft">{texts.moneyNone}</Text>
        ) : (
          <LineTable caption={texts.moneyNote} lines={words.money} />
        )}
      </Stack>
      <Stack component="section" gap="xs">
        <Title order={2}>{texts.action}</Title>
        <Text>{words.action}</Text>
      </Stack>
    </div>
  );
}
