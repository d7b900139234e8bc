import { lazy, type RefObject } from 'react';
import { useWords } from '../language.tsx';
import { OpensLater } from './OpensLater.tsx';
import { PARTS_WORDS } from './words.ts';

export interface TakeTableProps {
  /** Of the table, and of its file. */
  readonly label: string;
  /** What the table stands in. */
  readonly box: RefObject<HTMLElement | null>;
}

interface Shown {
  /** As the table itself is. */
  readonly visibleFrom?: 'sm';
}

const load = () => import('./TakeTableMenu.tsx').then((module) => ({ default: module.TakeTableMenu }));
const TakeTableMenu = lazy(load);

/** Takes a table along as it is shown. Never for tables of people: those leave the house by the server, with a purpose. */
export function TakeTable({ label, box, ...shown }: TakeTableProps & Shown) {
  const words = useWords(PARTS_WORDS);
  return (
    <OpensLater
      load={load}
      Opened={TakeTableMenu}
      given={{ label, box }}
      popup="menu"
      variant="subtle"
      size="compact-xs"
      className="no-print"
      {...shown}
      aria-label={`${words.takeTable}: ${label}`}
    >
      {words.takeTable}
    </OpensLater>
  );
}
