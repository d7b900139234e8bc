import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import type { Format } from '#domain/format.ts';
import { useWords } from '../../language.tsx';
import { EffectBar, EffectKey } from '../../parts/EffectBar.tsx';
import { GradeMark } from '../../parts/GradeMark.tsx';
import { PageLink } from '../../parts/PageLink.tsx';
import type { FindingProps } from './Finding.tsx';
import { Method } from './Method.tsx';
import { FINDING_WORDS } from './words.ts';

interface AnswerProps extends FindingProps {
  readonly format: Format;
}

/** Where there is no answer: which rule, which minimum, what would allow it. */
function Refusal({ words }: Pick<FindingProps, 'words'>) {
  const texts = useWords(FINDING_WORDS);
  return (
    <Alert color="gray" title={texts.refused}>
      <Text>{words.answer}</Text>
      {words.outcome === 'failed' && <Text>{texts.failedSafe}</Text>}
      {words.sharpen !== null && words.sharpen !== '' && <Text className="soft">{texts.unlock(words.sharpen)}</Text>}
    </Alert>
  );
}

function Numbers({ check, words, format }: Pick<AnswerProps, 'check' | 'words' | 'format'>) {
  const texts = useWords(FINDING_WORDS);
  const accusing = check.outcome === 'finding' || check.outcome === 'reversed';
  return (
    <div className="finding-measures">
      {check.effect !== null && (
        <Stack gap={4}>
          <EffectBar effect={check.effect} outcome={check.outcome} format={format} />
          {accusing && <EffectKey />}
        </Stack>
      )}
      {words.judged && words.naive !== '' && (
        <Text size="sm" className="soft">
          <strong>{texts.naive}:</strong> {words.naive}
        </Text>
      )}
    </div>
  );
}

/** The question, its answer, how large, how sure, and as of which day. */
export function Answer(props: AnswerProps) {
  const { audit, check, words, format } = props;
  const texts = useWords(FINDING_WORDS);
  const refused = check.effect === null && !words.judged;
  return (
    <Stack gap="md">
      <PageLink to="/" search={{ audit: audit.id }} size="sm" className="no-print">
        ‹ {texts.back}
      </PageLink>
      <Title>{words.question}</Title>
      {refused ? <Refusal words={words} /> : <Text size="lg">{words.answer}</Text>}
      <Group gap="sm" align="flex-start" wrap="nowrap">
        {words.grade !== null && words.gradeText !== null && (
          <GradeMark grade={words.grade} sentence={words.gradeText} />
        )}
        <Text className="soft">
          {[words.outcomeText, words.gradeText, words.affected, texts.asOf(format.day(audit.asOf))]
            .filter((part) => part !== null && part !== '')
            .map((part) => part?.replace(/[.]$/, ''))
            .join(' · ')}
        </Text>
      </Group>
      {!audit.dataStand && (
        <Text className="soft">
          {texts.stale}{' '}
          <PageLink to="/" search={{ audit: audit.id }} className="no-print">
            {texts.staleButton}
          </PageLink>
        </Text>
      )}
      <Numbers check={check} words={words} format={format} />
      <Group className="no-print">
        <Method {...props} />
        <Button variant="default" onClick={() => window.print()}>
          {texts.print}
        </Button>
      </Group>
    </Stack>
  );
}
