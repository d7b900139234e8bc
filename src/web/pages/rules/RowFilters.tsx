import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../language.tsx';
import type { RuleSearch } from './rule-search.ts';
import { RULES_WORDS } from './words.ts';

const RESULTS = ['fails', 'unjudged', 'passes', 'outside'] as const;
const PAUSE_MILLISECONDS = 300;

interface RowFiltersProps {
  readonly search: RuleSearch;
  /** The reason that is shown alone, in words; null: every reason. */
  readonly reasonText: string | null;
}

/** Which contracts are shown, by result, reason and number; it stands in the address. */
export function RowFilters({ search, reasonText }: RowFiltersProps) {
  const { rows: words, results } = useWords(RULES_WORDS);
  const navigate = useNavigate({ from: '/rules' });
  const [number, setNumber] = useState(search.search ?? '');
  const go = (change: Partial<Pick<RuleSearch, 'result' | 'reason' | 'search'>>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const find = useDebouncedCallback(
    (text: string) => go({ search: text === '' ? undefined : text }),
    PAUSE_MILLISECONDS,
  );
  return (
    <Group align="flex-end" gap="md" className="no-print">
      <NativeSelect
        label={words.show}
        value={search.result ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          go({ result: RESULTS.find((result) => result === chosen), reason: undefined });
        }}
        data={[{ value: '', label: words.all }, ...RESULTS.map((value) => ({ value, label: results[value] }))]}
      />
      <TextInput
        label={words.number}
        value={number}
        onChange={(event) => {
          setNumber(event.currentTarget.value);
          find(event.currentTarget.value.trim());
        }}
      />
      {reasonText !== null && (
        <Button variant="default" onClick={() => go({ reason: undefined })}>
          {words.anyReason(reasonText)}
        </Button>
      )}
    </Group>
  );
}
