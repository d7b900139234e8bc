import { byText } from '#domain/by-text.ts';
import type { Cells } from '../cells.ts';

/** An offer of the window and how many existing customers meet all it asks besides being new. */
export interface Offer {
  readonly id: string;
  readonly firstDay: string;
  readonly lastDay: string;
  /** null: not on record. */
  readonly worth: number | null;
  /** Its rule asks for something that the data do not name. */
  readonly unclear: boolean;
  readonly closed: boolean;
  /** Closed by its audience alone: whether existing customers can reach it is not on record. */
  readonly takenAtWord: boolean;
  readonly hidden: boolean;
  readonly onlyExisting: boolean;
  readonly eligible: number;
  readonly possible: number;
}

const yes = (value: string | number | boolean | null | undefined) => value === true || value === 1 || value === 'true';

/** The offers in order: those that were open last first. */
export function offersOf(cells: Cells): readonly Offer[] {
  const at = (name: string) => cells.by.indexOf(name);
  const sumAt = (cell: number, name: string) => cells.total[cell * cells.sums + cells.sumNames.indexOf(name)] ?? 0;
  return cells.tuples
    .map((tuple, cell): Offer => {
      const worth = Number(tuple[at('worth')] ?? -1);
      return {
        id: String(tuple[at('offer_id')] ?? ''),
        firstDay: String(tuple[at('first_day')] ?? ''),
        lastDay: String(tuple[at('last_day')] ?? ''),
        worth: worth < 0 ? null : worth,
        unclear: yes(tuple[at('rule_unclear')]),
        closed: yes(tuple[at('closed')]),
        takenAtWord: yes(tuple[at('closed')]) && String(tuple[at('reach')] ?? '') === '',
        hidden: yes(tuple[at('hidden')]),
        onlyExisting: yes(tuple[at('only_existing')]),
        eligible: sumAt(cell, 'eligible'),
        possible: sumAt(cell, 'possible'),
      };
    })
    .sort((a, b) => byText(b.lastDay, a.lastDay) || byText(b.firstDay, a.firstDay) || byText(a.id, b.id));
}
