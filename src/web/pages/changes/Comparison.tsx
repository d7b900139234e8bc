import { Alert, List, Stack, Text, Title } from '@mantine/core';
import type { compareAudits } from '#endpoints/audits.ts';
import type { ReplyOf } from '#endpoints/endpoint.ts';
import { useFormat, useWords } from '../../language.tsx';
import type { Change } from '../../parts/report-shape.ts';
import { ChangeRow } from './ChangeRow.tsx';
import { CHANGES_WORDS } from './words.ts';

const KINDS = ['appeared', 'stronger', 'turned', 'weaker', 'vanished'] as const;

interface ComparisonProps {
  readonly comparison: ReplyOf<typeof compareAudits>;
  readonly currency: string;
}

/** What appeared, grew, turned, shrank and vanished, what stayed, and which settings differ. */
export function Comparison({ comparison, currency }: ComparisonProps) {
  const words = useWords(CHANGES_WORDS);
  const format = useFormat(currency);
  const { before, after, changes, settingsChanged } = comparison;
  const of = (kind: Change['kind']) => changes.filter((change) => change.kind === kind);
  const rows = (list: readonly Change[]) => (
    <ol className="change-rows">
      {list.map((change) => (
        <ChangeRow
          key={`${change.id} ${change.reference}`}
          change={change}
          before={before.id}
          after={after.id}
          format={format}
        />
      ))}
    </ol>
  );
  const counts = KINDS.filter((kind) => of(kind).length > 0).map((kind) =>
    words.kinds[kind].count(format.count(of(kind).length)),
  );
  const same = of('same');
  return (
    <Stack gap="xl">
      <div>
        <Text size="lg">{counts.length === 0 ? words.none : words.answer(counts.join(' · '))}</Text>
        <Text className="soft">
          {before.dataHash === after.dataHash ? words.dataSame : words.dataDiffer} {words.scale}
        </Text>
      </div>
      {settingsChanged.length > 0 && (
        <Alert color="gray" title={words.settings}>
          <Text>{words.settingsText}</Text>
          <List>
            {settingsChanged.map(({ name, label, before: was, after: is }) => (
              <List.Item key={name}>
                {label}: {was ?? '–'} › {is ?? '–'}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {KINDS.filter((kind) => of(kind).length > 0).map((kind) => (
        <section key={kind}>
          <Title order={2}>{words.kinds[kind].title}</Title>
          {rows(of(kind))}
        </section>
      ))}
      {same.length > 0 && (
        <details>
          <summary>{words.same(format.count(same.length))}</summary>
          <Text className="soft">{words.sameText}</Text>
          {rows(same)}
        </details>
      )}
    </Stack>
  );
}
