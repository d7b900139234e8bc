import { Button, Group, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../language.tsx';
import type { Pack } from './rule-calls.ts';
import { RULES_WORDS } from './words.ts';

const given = <K extends string>(key: K, value: string) => (value.trim() === '' ? {} : { [key]: value.trim() });

/** For which day and which business the rule is run; all of it stands in the address. */
export function ScopeForm({ pack }: { readonly pack: Pack }) {
  const { scope: words } = useWords(RULES_WORDS);
  const search = useSearch({ from: '/house/rules' });
  const navigate = useNavigate();
  const [asOf, setAsOf] = useState(search.asOf ?? '');
  const [lines, setLines] = useState(search.lines ?? '');
  const [products, setProducts] = useState(search.products ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate({
      to: '/rules',
      search: {
        pack: pack.id,
        run: true,
        ...given('asOf', asOf),
        ...given('lines', lines),
        ...given('products', products),
      },
    });
  };
  return (
    <Group component="form" onSubmit={submit} align="flex-end" gap="md" className="no-print">
      <TextInput
        label={words.day}
        description={words.dayHint}
        type="date"
        min={pack.validFrom}
        {...(pack.validTo === null ? {} : { max: pack.validTo })}
        value={asOf}
        onChange={(event) => setAsOf(event.currentTarget.value)}
      />
      <TextInput
        label={words.lines}
        description={words.linesHint}
        value={lines}
        onChange={(event) => setLines(event.currentTarget.value)}
      />
      <TextInput
        label={words.products}
        description={words.productsHint}
        value={products}
        onChange={(event) => setProducts(event.currentTarget.value)}
      />
      <Button type="submit">{words.submit}</Button>
    </Group>
  );
}
