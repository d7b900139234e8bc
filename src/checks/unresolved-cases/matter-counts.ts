import { type Cells, sumOf } from '../cells.ts';

/** What the matters amount to before anything is compared. */
export interface MatterCounts {
  readonly counted: number;
  readonly existing: number;
  readonly newcomers: number;
  /** Contacts are logged for many matters of one side and for none of the other. */
  readonly oneSidedLog: boolean;
  readonly recent: number;
  readonly continued: number;
  /** Cases of which nothing on record could tell a return. */
  readonly untold: number;
  readonly cameAgain: number;
  readonly transferred: number;
  /** Cases whose opening contact came later than the case, by its clock. */
  readonly openedLate: number;
  readonly byCase: boolean;
  readonly noTopics: boolean;
  /** What tells of returns where no contact does: 0 contacts do, 1 the number of contacts, 2 the mark of being settled at once. */
  readonly standIn: 0 | 1 | 2;
}

/** Share of matters with a contact from which on it is no chance that another group has none at all. */
const LOGGED = 0.1;

export function matterCounts(cells: Cells): MatterCounts {
  const caller = cells.by.indexOf('caller');
  const by = (who: string) => sumOf(cells, 'counted', (tuple) => tuple[caller] === who);
  const logged = (who: string) => sumOf(cells, 'inLog', (tuple) => tuple[caller] === who);
  const [existing, newcomers] = [by('existing'), by('newcomer')];
  const marked = sumOf(cells, 'byMark') > 0 ? 2 : 0;
  return {
    counted: sumOf(cells, 'counted'),
    existing,
    newcomers,
    oneSidedLog:
      (logged('existing') === 0 && logged('newcomer') > LOGGED * newcomers) ||
      (logged('newcomer') === 0 && logged('existing') > LOGGED * existing),
    recent: sumOf(cells, 'recent'),
    continued: sumOf(cells, 'continued'),
    untold: sumOf(cells, 'untold'),
    cameAgain: sumOf(cells, 'cameAgain'),
    transferred: sumOf(cells, 'transferred'),
    openedLate: sumOf(cells, 'openedLate'),
    byCase: sumOf(cells, 'cases') > 0,
    noTopics: sumOf(cells, 'noTopics') > 0,
    standIn: sumOf(cells, 'byCount') > 0 ? 1 : marked,
  };
}
