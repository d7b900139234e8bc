import type { Outcome } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { squareAndAdd } from '#statistics/intervals/newcombe-difference.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { type CellKey, type Cells, selectCells, sumOf } from '../cells.ts';
import { judgeGap } from '../judge-gap.ts';
import { quantity, type Stratum } from '../verdict.ts';
import type { SilentOverpaymentSettings } from './settings.ts';

/** Fewer newcomers do not tell how prices scatter among them. */
const FEWEST_NEWCOMERS = 30;

export interface Figures {
  readonly regulars: number;
  readonly compared: number;
  readonly people: number;
  readonly possible: number;
  readonly overpays: number;
  readonly underpays: number;
  /** Silent overpayers among regulars with a known newcomer price. */
  readonly share: Estimate;
  /** Share of regulars who overpay by that much less the share who underpay by it, beyond the same among newcomers: what scatter alone cannot make. */
  readonly net: Estimate;
  readonly transfer: Estimate;
  readonly plain: Estimate | null;
}

export const isRegular = ([regular]: readonly CellKey[]) => Boolean(regular);

export function shareOf(successes: number, trials: number): Estimate {
  return trials > 0 ? wilsonInterval({ successes, trials }) : { value: Number.NaN, low: 0, high: 1, level: 0.95 };
}

const NONE: Estimate = { value: 0, low: 0, high: 0, level: 0.95 };

/** Adds one sum over all cells. */
const totals = (cells: Cells, sums: Float64Array) => (name: string) => {
  let sum = 0;
  for (let i = cells.sumNames.indexOf(name); i < sums.length; i += cells.sums) sum += sums[i] ?? 0;
  return sum;
};

/**
 * Share above the newcomer price less share below it among newcomers themselves: where one in seven of everybody has a student's price,
 * regulars have it no more than others. null where too few tell.
 */
function newcomersNet(cells: Cells): Estimate | null {
  if (cells.keys === 0 || sumOf(cells, 'newcomers') < FEWEST_NEWCOMERS) return null;
  const { estimates } = deleteAGroup({
    ...cells,
    scale: 'identity',
    theta: (sums) => {
      const total = totals(cells, sums);
      return [(total('above') - total('below')) / total('newcomers')];
    },
  });
  return estimates[0] ?? null;
}

export function figuresOf(cells: Cells, newcomers: Cells): Figures {
  const regulars = selectCells(cells, isRegular);
  const of = (name: string) => sumOf(regulars, name);
  const { estimates } = deleteAGroup({
    ...regulars,
    scale: 'identity',
    theta: (sums) => {
      const total = totals(regulars, sums);
      const compared = total('compared');
      return [compared > 0 ? (total('overpays') - total('underpays')) / compared : 0, total('transfer')];
    },
  });
  const [own = NONE, transfer = NONE] = estimates;
  const others = newcomersNet(newcomers);
  const everybody = sumOf(cells, 'compared');
  return {
    regulars: of('customers'),
    compared: of('compared'),
    people: of('affected'),
    possible: of('possible'),
    overpays: of('overpays'),
    underpays: of('underpays'),
    share: shareOf(of('affected'), of('compared')),
    net: others === null ? own : squareAndAdd(own, others),
    transfer,
    plain: everybody > 0 ? shareOf(sumOf(cells, 'plainOverpays'), everybody) : null,
  };
}

/**
 * Prices that merely scatter lie above and below the newcomer price alike. A finding needs more people above than below, beyond what is
 * tolerated, and silent ones among them beyond it too; few enough people above, or as many above as below, are clear.
 */
export function judgeShare(found: Figures, { toleratedShare }: SilentOverpaymentSettings): Outcome {
  const above = shareOf(found.overpays, found.compared);
  if (above.high < toleratedShare && shareOf(found.underpays, found.compared).high < toleratedShare) return 'clear';
  const scatter = judgeGap(found.net, toleratedShare);
  if (scatter === 'reversed') return 'reversed';
  if (scatter === 'finding') return judgeSilent(found.share, toleratedShare);
  return scatter === 'clear' && found.overpays + found.underpays >= 10 ? 'clear' : 'inconclusive';
}

function judgeSilent({ low, high }: Estimate, tolerated: number): Outcome {
  if (low > tolerated) return 'finding';
  return high < tolerated ? 'clear' : 'inconclusive';
}

/** The share within parts of the regulars; parts with fewer than ten people are not shown. */
export function partsOf(
  cells: Cells,
  dimension: string,
  column: number,
  settings: SilentOverpaymentSettings & { readonly minimumCell: number },
): readonly Stratum[] {
  const regulars = selectCells(cells, isRegular);
  const values = [...new Set(regulars.tuples.map((tuple) => String(tuple[column])))].filter((value) => value !== '*');
  return values.flatMap((value): readonly Stratum[] => {
    const keep = (tuple: readonly CellKey[]) => String(tuple[column]) === value;
    const [people, compared] = [sumOf(regulars, 'affected', keep), sumOf(regulars, 'compared', keep)];
    const hidden = people > 0 && people < settings.minimumCell;
    if (value === '' || compared < settings.minimumRegulars || hidden) return [];
    const share = shareOf(people, compared);
    return [
      {
        key: `${dimension}:${value}`,
        effect: quantity(share, 'share'),
        outcome: judgeSilent(share, settings.toleratedShare),
        counts: { regulars: compared },
      },
    ];
  });
}
