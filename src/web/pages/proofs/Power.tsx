import { Paper, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { planProof } from '#endpoints/proofs.ts';
import { ask } from '../../api.ts';
import { useFormat, useWords } from '../../language.tsx';
import type { Size } from './proof-draft.ts';
import { PROOF_WORDS } from './words.ts';

const ENOUGH = 0.8;

/** What a trial of this size could find, while its fields are filled in. */
export function Power({ size }: { readonly size: Size | null }) {
  const words = useWords(PROOF_WORDS).power;
  const format = useFormat();
  const asked = useDeferredValue(size);
  const { data } = useQuery({
    ...ask(planProof, { query: { ...asked } }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  });
  const points = (share: number) => format.quantity(share, 'percentagePoints');
  const usual = format.percent(ENOUGH, 0);
  if (asked === null || data === undefined)
    return (
      <Paper withBorder p="md">
        <Text className="soft">{words.wait}</Text>
      </Paper>
    );
  const { power, treated, holdout, neededCustomers, findable } = data;
  return (
    <Paper withBorder p="md" aria-live="polite">
      <Stack gap={4}>
        <Text fw={650}>{words.title}</Text>
        <Text>{words.groups(format.count(treated), format.count(holdout))}</Text>
        {power === null && <Text>{words.none}</Text>}
        {power !== null && <Text>{words.said(format.percent(power, 0), points(asked.smallestDifference))}</Text>}
        {power !== null && power >= ENOUGH && <Text>{words.enough(usual)}</Text>}
        {power !== null && power < ENOUGH && neededCustomers !== null && (
          <Text fw={650}>{words.small(format.count(neededCustomers), usual)}</Text>
        )}
        {findable !== null && <Text className="soft">{words.findable(points(findable), usual)}</Text>}
      </Stack>
    </Paper>
  );
}
