import { HOUR_BANDS } from '#facts/queued-contact.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { type CellKey, type Cells, selectCells, sumOf } from '../cells.ts';
import { judgeGap } from '../judge-gap.ts';
import { quantity, type Stratum } from '../verdict.ts';
import type { WaitGapSettings } from './settings.ts';
import { waitGap } from './wait-figures.ts';

const hourName = (start: number) => {
  const next = HOUR_BANDS[HOUR_BANDS.indexOf(start) + 1] ?? 24;
  return `${String(start).padStart(2, '0')}-${String(next).padStart(2, '0')}`;
};

/** A part of the contacts that is large enough to speak of. */
export interface Part {
  readonly key: string;
  readonly label: string;
  readonly cells: Cells;
  readonly existing: number;
  readonly newcomers: number;
  readonly gap: Estimate;
}

/** The parts of one dimension in which both groups reach the minimum, in the order of the key; unnamed parts have none. */
export function partsOf(cells: Cells, dimension: string, by: string, settings: WaitGapSettings): readonly Part[] {
  const column = cells.by.indexOf(by);
  const caller = cells.by.indexOf('caller');
  const values = [...new Set(cells.tuples.map((tuple) => tuple[column] ?? null))].filter((value) => value !== '');
  return values.flatMap((value: CellKey): readonly Part[] => {
    const part = selectCells(cells, (tuple) => tuple[column] === value);
    const of = (who: string) => sumOf(part, 'contacts', (tuple) => tuple[caller] === who);
    const existing = of('existing');
    const newcomers = of('newcomer');
    if (Math.min(existing, newcomers) < settings.minimumContacts) return [];
    const label = dimension === 'hour' ? hourName(Number(value)) : String(value);
    return [{ key: `${dimension}:${label}`, label, cells: part, existing, newcomers, gap: waitGap(part) }];
  });
}

export function stratumOf({ key, gap, existing, newcomers }: Part, settings: WaitGapSettings): Stratum {
  return {
    key,
    effect: quantity(gap, 'seconds'),
    outcome: judgeGap(gap, settings.relevantGapSeconds),
    counts: { existing, newcomers },
  };
}
