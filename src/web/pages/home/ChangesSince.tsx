import { List, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { compareAudits } from '#endpoints/audits.ts';
import { ask } from '../../api.ts';
import { useFormat, useLanguage, useWords } from '../../language.tsx';
import { PageLink } from '../../parts/PageLink.tsx';
import type { AuditSummary, Change } from '../../parts/report-shape.ts';
import { HOME_WORDS } from './words.ts';

const KINDS = ['appeared', 'vanished', 'turned', 'stronger', 'weaker'] as const;
const MOST_NAMED = 4;

interface ChangesSinceProps {
  readonly audit: AuditSummary;
  readonly before: AuditSummary;
}

const weightOf = ({ kind }: Change) => (kind === 'same' ? KINDS.length : KINDS.indexOf(kind));

/** What is different from the audit before: counts, the weightiest by name, and the way to all of it. */
export function ChangesSince({ audit, before }: ChangesSinceProps) {
  const words = useWords(HOME_WORDS).changes;
  const format = useFormat();
  const { language } = useLanguage();
  const { data } = useQuery(ask(compareAudits, { params: { id: audit.id, before: before.id }, query: { language } }));
  if (data === undefined) return null;
  const changed = data.changes.filter(({ kind }) => kind !== 'same').sort((a, b) => weightOf(a) - weightOf(b));
  const counts = KINDS.flatMap((kind) => {
    const count = changed.filter((change) => change.kind === kind).length;
    return count === 0 ? [] : [words.kinds[kind](count, format)];
  });
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="xs">
        <Title order={2} size="h4">
          {words.title(format.day(before.asOf))}
        </Title>
        <Text>{counts.length === 0 ? words.none : `${counts.join(' · ')}.`}</Text>
        <List size="sm">
          {changed
            .filter(({ kind }) => kind === 'appeared' || kind === 'vanished')
            .slice(0, MOST_NAMED)
            .map(({ id, reference, question, kind }) => (
              <List.Item key={`${id} ${reference}`}>
                {words.named[kind === 'appeared' ? 'appeared' : 'vanished']}: {question}
              </List.Item>
            ))}
        </List>
        <PageLink to="/changes" search={{ audit: audit.id, before: before.id }} size="sm" className="no-print">
          {words.all}
        </PageLink>
      </Stack>
    </Paper>
  );
}
