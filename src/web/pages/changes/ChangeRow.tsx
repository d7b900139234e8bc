import { Text } from '@mantine/core';
import type { Format } from '#domain/format.ts';
import type { Outcome } from '#domain/verdict-terms.ts';
import { useWords } from '../../language.tsx';
import { EffectBar } from '../../parts/EffectBar.tsx';
import { sharedReach } from '../../parts/effect-span.ts';
import { PageLink } from '../../parts/PageLink.tsx';
import type { Change } from '../../parts/report-shape.ts';
import { CHANGES_WORDS } from './words.ts';

interface ChangeRowProps {
  readonly change: Change;
  readonly before: string;
  readonly after: string;
  readonly format: Format;
}

interface SideProps {
  readonly label: string;
  readonly effect: Change['effectBefore'];
  readonly outcome: Outcome | null;
  readonly most: number | undefined;
  readonly format: Format;
}

function Side({ label, effect, outcome, most, format }: SideProps) {
  const words = useWords(CHANGES_WORDS);
  return (
    <div className="change-side">
      <Text size="sm">
        <span className="soft">{label}: </span>
        {outcome === null ? words.absent : words.outcomes[outcome]}
      </Text>
      {effect !== null && outcome !== null && (
        <EffectBar effect={effect} outcome={outcome} format={format} {...(most !== undefined && { most })} />
      )}
    </div>
  );
}

/** Both bars on one scale, where both are in one unit. */
function commonReach({ effectBefore, effectAfter, outcomeBefore, outcomeAfter }: Change): number | undefined {
  if (effectBefore === null || effectAfter === null || effectBefore.unit !== effectAfter.unit) return undefined;
  return sharedReach([
    [effectBefore, outcomeBefore ?? 'inconclusive'],
    [effectAfter, outcomeAfter ?? 'inconclusive'],
  ]);
}

/** One question in both audits, and whether the two numbers differ by more than chance. */
export function ChangeRow({ change, before, after, format }: ChangeRowProps) {
  const words = useWords(CHANGES_WORDS);
  const { id, reference, question, outcomeBefore, outcomeAfter, effectBefore, effectAfter, apart } = change;
  const most = commonReach(change);
  const compared = apart ? words.apart : words.overlapping;
  return (
    <li className="change-row">
      <div>
        <PageLink
          to="/finding/$check"
          params={{ check: id }}
          search={{ audit: outcomeAfter === null ? before : after, reference }}
          fw={650}
          underline="hover"
        >
          {question}
        </PageLink>
        <Text size="sm">{effectBefore === null || effectAfter === null ? words.noNumber : compared}</Text>
      </div>
      <Side label={words.before} effect={effectBefore} outcome={outcomeBefore} most={most} format={format} />
      <Side label={words.after} effect={effectAfter} outcome={outcomeAfter} most={most} format={format} />
    </li>
  );
}
