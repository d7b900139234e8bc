import { Stack, Text, Title } from '@mantine/core';
import { useFormat, useWords } from '../../language.tsx';
import { PageLink } from '../../parts/PageLink.tsx';
import { heldText } from './held-text.ts';
import type { Pack } from './rule-calls.ts';
import { RULES_WORDS } from './words.ts';

/** Every rule that can be asked, with what it asks and since when it holds. */
export function PackList({ packs }: { readonly packs: readonly Pack[] }) {
  const words = useWords(RULES_WORDS);
  const format = useFormat();
  return (
    <Stack gap="xl">
      {packs.map((pack) => (
        <Stack key={pack.id} component="section" gap={4}>
          <Title order={2} size="h3">
            <PageLink to="/rules" search={{ pack: pack.id }} inherit>
              {pack.title}
            </PageLink>
          </Title>
          <Text>{pack.question}</Text>
          <Text size="sm" className="soft">
            {[words.countries[pack.country] ?? pack.country, pack.law, heldText(pack, words, format)].join(' · ')}
          </Text>
        </Stack>
      ))}
    </Stack>
  );
}
