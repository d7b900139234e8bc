import { Table, UnstyledButton } from '@mantine/core';

type Sorted = 'ascending' | 'descending' | 'none';

interface SortHeadProps {
  readonly label: string;
  readonly sorted: Sorted;
  readonly right?: boolean;
  /** Pressed once: ascending; again: the other way. */
  readonly onSort: (descending: boolean) => void;
}

const ARROWS: Readonly<Record<Sorted, string>> = { ascending: ' ↑', descending: ' ↓', none: '' };

/** The head of a column that can be sorted, for pointer, keyboard and screen reader. */
export function SortHead({ label, sorted, right = false, onSort }: SortHeadProps) {
  return (
    <Table.Th ta={right ? 'right' : 'left'} aria-sort={sorted}>
      <UnstyledButton fw={650} fz="inherit" onClick={() => onSort(sorted === 'ascending')}>
        {label}
        <span aria-hidden="true">{ARROWS[sorted]}</span>
      </UnstyledButton>
    </Table.Th>
  );
}
