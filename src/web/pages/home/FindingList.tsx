import { Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import type { Format } from '#domain/format.ts';
import { EffectKey } from '../../parts/EffectBar.tsx';
import type { Effect, PresentedCheck } from '../../parts/report-shape.ts';
import { FindingRow } from './FindingRow.tsx';
import { keyOf } from './sides.ts';

export interface Evidence {
  readonly audit: string;
  readonly format: Format;
  readonly effectOf: (check: PresentedCheck) => Effect;
}

interface FindingListProps {
  readonly title: string;
  readonly text: string;
  readonly checks: readonly PresentedCheck[];
  readonly evidence: Evidence;
  /** Said where the list is empty; without it an empty list is not shown. */
  readonly none?: string;
  readonly about?: 'customers' | 'carers';
  readonly children?: ReactNode;
}

/** Questions of one kind under a heading. */
export function FindingList({ title, text, checks, evidence, none, about, children }: FindingListProps) {
  const id = useId();
  if (checks.length === 0 && none === undefined) return null;
  const accusing = checks.some(({ outcome }) => outcome === 'finding' || outcome === 'reversed');
  return (
    <Stack component="section" gap="xs" aria-labelledby={id} className="finding-list">
      <div>
        <Title order={2} id={id}>
          {title}
        </Title>
        <Text className="soft">{checks.length === 0 ? none : text}</Text>
      </div>
      {accusing && <EffectKey about={about ?? 'customers'} />}
      <ol className="finding-rows">
        {checks.map((check) => (
          <FindingRow
            key={keyOf(check)}
            check={check}
            effect={evidence.effectOf(check)}
            audit={evidence.audit}
            format={evidence.format}
          />
        ))}
      </ol>
      {children}
    </Stack>
  );
}
