import { Stack, Text, Title } from '@mantine/core';
import { LineTable } from '../../answer/LineTable.tsx';
import { useWords } from '../../language.tsx';
import { PageButton } from '../../parts/PageLink.tsx';
import { useMay } from '../../shell/me.ts';
import type { FindingProps } from './Finding.tsx';
import { FINDING_WORDS } from './words.ts';

/** Money in its four kinds, and what one could do about it. */
export function Money({ words, check }: Pick<FindingProps, 'words' | 'check'>) {
  const texts = useWords(FINDING_WORDS);
  const mayDecide = useMay('touchpointManager', 'headOfCare');
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
        {mayDecide && (
          <PageButton
            to="/work"
            search={{ tab: 'actions', edit: 'new', check: check.id }}
            variant="default"
            className="no-print"
            style={{ alignSelf: 'flex-start' }}
          >
            {texts.decide}
          </PageButton>
        )}
      </Stack>
    </div>
  );
}
