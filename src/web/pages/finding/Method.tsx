import { Button, Drawer, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { LineTable } from '../../answer/LineTable.tsx';
import { MethodSources } from '../../answer/MethodSources.tsx';
import { useWords } from '../../language.tsx';
import type { FindingProps } from './Finding.tsx';
import { Lineage } from './Lineage.tsx';
import { FINDING_WORDS } from './words.ts';

/** How the answer was computed, in a drawer: in words, with what was held equal, from which rows, and under which settings. */
export function Method({ audit, words, spoken, report, check }: FindingProps) {
  const texts = useWords(FINDING_WORDS);
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={open}>
        {texts.method}
      </Button>
      <Drawer
        opened={opened}
        onClose={close}
        position="right"
        size="lg"
        title={texts.method}
        closeButtonProps={{ 'aria-label': texts.close }}
      >
        <Stack gap="md">
          <Text>{words.method}</Text>
          {words.adjusted !== '' && (
            <Text>
              <strong>{texts.adjusted}:</strong> {words.adjusted}
            </Text>
          )}
          <Text className="soft">{texts.measure(words.measure)}</Text>
          <MethodSources sources={words.methodSources} />
          <Lineage audit={audit.id} check={check.id} />
          <Title order={3} size="h4">
            {texts.settings}
          </Title>
          <LineTable caption="" lines={spoken.settings} />
          <Text className="soft" size="sm">
            Stammkunde {report.programVersion}
          </Text>
        </Stack>
      </Drawer>
    </>
  );
}
