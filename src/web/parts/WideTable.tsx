import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

interface WideTableProps {
  readonly label: string;
  /** px below which it scrolls sideways within itself. */
  readonly minWidth: number;
  readonly visibleFrom?: 'sm';
  readonly children: ReactNode;
}

/** A table that scrolls sideways within itself, also by keyboard. */
export function WideTable({ label, minWidth, visibleFrom, children }: WideTableProps) {
  return (
    <Table.ScrollContainer
      minWidth={minWidth}
      type="native"
      tabIndex={0}
      // What only a screen reader sees stands outside of the flow and would otherwise stick out of the page.
      pos="relative"
      role="region"
      aria-label={label}
      {...(visibleFrom === undefined ? {} : { visibleFrom })}
    >
      {children}
    </Table.ScrollContainer>
  );
}
