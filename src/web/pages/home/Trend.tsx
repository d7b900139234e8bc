import { Stack, Text, Title } from '@mantine/core';
import { useFormat, useWords } from '../../language.tsx';
import { PageLink } from '../../parts/PageLink.tsx';
import type { AuditSummary } from '../../parts/report-shape.ts';
import { classIndex, courseUpTo } from './class-index.ts';
import { HOME_WORDS } from './words.ts';

const MOST_SHOWN = 8;

interface TrendProps {
  readonly audit: AuditSummary;
  /** Newest first. */
  readonly list: readonly AuditSummary[];
}

/** In how many judged questions existing customers are second class, and how that went from audit to audit. */
export function Trend({ audit, list }: TrendProps) {
  const words = useWords(HOME_WORDS).trend;
  const format = useFormat();
  const { found, judged } = classIndex(audit.outcomes);
  const shown = courseUpTo(audit, list, MOST_SHOWN);
  if (judged === 0) return null;
  return (
    <Stack component="section" gap={4}>
      <Title order={2} size="h4">
        {words.title}
      </Title>
      <Text>
        <Text span fz={28} fw={650} className="existing">
          {words.index(format.count(found), format.count(judged))}
        </Text>{' '}
        {words.questions}
      </Text>
      <Text size="sm" className="soft">
        {words.how}
      </Text>
      {shown.length > 1 && (
        <ol className="trend" aria-label={words.course}>
          {shown.map(({ id, asOf, outcomes }) => {
            const index = classIndex(outcomes);
            const text = words.index(format.count(index.found), format.count(index.judged));
            return (
              <li key={id} aria-current={id === audit.id}>
                <span className="trend-bar" aria-hidden="true">
                  <span style={{ height: `${(100 * index.found) / index.judged}%` }} />
                </span>
                <PageLink to="/" search={{ audit: id }} size="xs">
                  {format.day(asOf)}
                </PageLink>
                <Text size="xs">{text}</Text>
              </li>
            );
          })}
        </ol>
      )}
    </Stack>
  );
}
