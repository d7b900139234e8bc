import { Table } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { TakeTable } from './TakeTable.tsx';

interface WideTableProps {
  readonly label: string;
  /** px below which it scrolls sideways within itself. */
  readonly minWidth: number;
  readonly visibleFrom?: 'sm';
  /** Can be taken along as a file; never a table of people. */
  readonly takeAlong?: boolean;
  readonly children: ReactNode;
}

/** A table that scrolls sideways within itself, also by keyboard. */
export function WideTable({ label, minWidth, visibleFrom, takeAlong = false, children }: WideTableProps) {
  const box = useRef<HTMLDivElement>(null);
  const shown = visibleFrom === undefined ? {} : { visibleFrom };
  return (
    <div>
      <Table.ScrollContainer
        ref={box}
        minWidth={minWidth}
        type="native"
        tabIndex={0}
        // What only a screen reader sees stands outside of the flow and would otherwise stick out of the page.
        pos="relative"
        role="region"
        aria-label={label}
        {...shown}
      >
        {children}
      </Table.ScrollContainer>
      {takeAlong && <TakeTable label={label} box={box} {...shown} />}
    </div>
  );
}
