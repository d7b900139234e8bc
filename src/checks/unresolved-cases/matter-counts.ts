import { type Cells, sumOf } from '../cells.ts';

/** What the matters amount to before anything is compared. */
export interface MatterCounts {
  readonly counted: number;
  readonly existing: number;
  readonly newcomers: number;
  readonly recent: number;
  readonly continued: number;
  readonly cameAgain: number;
  readonly transferred: number;
  /** Cases whose opening contact came later than the case, by its clock. */
  readonly openedLate: number;
  readonly byCase: boolean;
  readonly noTopics: boolean;
  /** What tells of returns where no contact does: 0 contacts do, 1 the number of contacts, 2 the mark of being settled at once. */
  readonly standIn: 0 | 1 | 2;
}

export function matterCounts(cells: Cells): MatterCounts {
  const caller = cells.by.indexOf('caller');
  const by = (who: string) => sumOf(cells, 'counted', (tuple) => tuple[caller] === who);
  const marked = sumOf(cells, 'byMark') > 0 ? 2 : 0;
  return {
    counted: sumOf(cells, 'counted'),
    existing: by('existing'),
    newcomers: by('newcomer'),
    recent: sumOf(cells, 'recent'),
    continued: sumOf(cells, 'continued'),
    cameAgain: sumOf(cells, 'cameAgain'),
    transferred: sumOf(cells, 'transferred'),
    openedLate: sumOf(cells, 'openedLate'),
    byCase: sumOf(cells, 'cases') > 0,
    noTopics: sumOf(cells, 'noTopics') > 0,
    standIn: sumOf(cells, 'byCount') > 0 ? 1 : marked,
  };
}
