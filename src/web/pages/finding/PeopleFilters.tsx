import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWords } from '../../language.tsx';
import { PEOPLE_WORDS } from './people-words.ts';

interface PeopleFiltersProps {
  readonly subject: string;
  readonly columns: readonly { readonly name: string }[];
}

const spoken = (name: string) => name.replaceAll('_', ' ');
const orNone = (text: string) => (text === '' ? undefined : text);

/** Which of the people are listed; the address keeps it. */
export function PeopleFilters({ subject, columns }: PeopleFiltersProps) {
  const words = useWords(PEOPLE_WORDS);
  const search = useSearch({ from: '/house/finding/$check' });
  const navigate = useNavigate({ from: '/finding/$check' });
  const keep = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  return (
    <Group align="flex-end" gap="sm">
      <TextInput
        label={words.search(spoken(subject))}
        value={search.people ?? ''}
        onChange={(event) => keep({ people: orNone(event.currentTarget.value) })}
      />
      <NativeSelect
        label={words.column}
        value={search.peopleColumn ?? ''}
        onChange={(event) => keep({ peopleColumn: orNone(event.currentTarget.value), peopleValue: undefined })}
        data={[
          { value: '', label: words.anyColumn },
          ...columns.map(({ name }) => ({ value: name, label: spoken(name) })),
        ]}
      />
      {search.peopleColumn !== undefined && (
        <TextInput
          label={words.value}
          value={search.peopleValue ?? ''}
          onChange={(event) => keep({ peopleValue: orNone(event.currentTarget.value) })}
        />
      )}
    </Group>
  );
}
