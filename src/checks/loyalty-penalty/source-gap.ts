import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { type Cells, selectCells, sumOf } from '../cells.ts';
import { BANDS } from './settings.ts';

export type PriceSource = 'sheet' | 'match';
/** q1 quote · q2 exact match · q4 tariff sheet: what most of the compared customers rest on. */
export type PriceQuality = 'q1' | 'q2' | 'q4';

/** What one source of newcomer prices says about the customers it covers. */
export interface SourceGap {
  readonly source: PriceSource;
  readonly quality: PriceQuality;
  readonly headline: boolean;
  readonly existing: number;
  /** Mean yearly price of the covered customers. */
  readonly meanPrice: number;
  readonly matched: number;
  readonly affected: number;
  /** Customers compared with the product that took the place of theirs. */
  readonly closeProduct: number;
  /** Variant B, without introductory price and bonus: the structural gap. */
  readonly gap: Estimate;
  /** Variant A, against the newcomer's first year. */
  readonly gapFirstYear: Estimate;
  /** Variant C, against equal cost over the horizon. */
  readonly gapHorizon: Estimate;
  readonly meanMoney: Estimate;
  /** A year, all covered customers together. */
  readonly overpaid: Estimate;
  readonly underpaid: Estimate;
  readonly shareAbove: Estimate;
  readonly shareBelow: Estimate;
  readonly byBand: Readonly<Record<string, Estimate>>;
  readonly byLine: Readonly<Record<string, Estimate>>;
  readonly existingBy: Readonly<Record<string, number>>;
  /** Newcomers' own price against the reference; null without newcomers. */
  readonly newcomerGap: Estimate | null;
  /** Prices against the reference price itself, before newcomers' own distance from it is taken out. */
  readonly toReference: {
    readonly newcomers: Estimate | null;
    readonly existing: Estimate;
    readonly byBand: Readonly<Record<string, Estimate>>;
  };
}

type Sum = (sums: Float64Array, name: string, cell: number) => number;
const NOTHING: Estimate = {
  value: Number.NaN,
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  level: 0.95,
};

function groupsOf(cells: Cells, column: string, names: readonly string[]) {
  const at = cells.by.indexOf(column);
  return names.map((name) => [...cells.tuples.keys()].filter((cell) => cells.tuples[cell]?.[at] === name));
}

/** Adds chosen sums over chosen cells. */
function adder(cells: Cells): {
  sum: Sum;
  over: (sums: Float64Array, name: string, chosen: readonly number[]) => number;
} {
  const index = new Map(cells.sumNames.map((name, s) => [name, s]));
  const sum: Sum = (sums, name, cell) => sums[cell * cells.sums + (index.get(name) ?? -1)] ?? Number.NaN;
  const over = (sums: Float64Array, name: string, chosen: readonly number[]) => {
    let total = 0;
    for (const cell of chosen) total += sum(sums, name, cell);
    return total;
  };
  return { sum, over };
}

function qualityOf(cells: Cells, existing: number): PriceQuality {
  if (sumOf(cells, 'quoted') > existing / 2) return 'q1';
  return sumOf(cells, 'on_sheet') > existing / 2 ? 'q4' : 'q2';
}

/** Means and shares of one source with delete-a-group intervals. A group's interval also carries the twins' own uncertainty. */
export function sourceGap(all: Cells, reference: string, source: PriceSource): SourceGap | null {
  const cells = selectCells(all, (tuple) => tuple[0] === reference && tuple[1] === source);
  const existing = sumOf(cells, 'existing');
  if (existing === 0) return null;
  const whole = [...cells.tuples.keys()];
  const linesAt = cells.by.indexOf('line');
  const lines = [...new Set(cells.tuples.map((tuple) => String(tuple[linesAt])))].sort();
  const bands = BANDS.filter((band) => sumOf(cells, 'existing', (tuple) => tuple[2] === band) > 0);
  const bandCells = groupsOf(cells, 'tenure_band', bands);
  const lineCells = groupsOf(cells, 'line', lines);
  const { over } = adder(cells);
  const own = (sums: Float64Array, chosen: readonly number[]) =>
    over(sums, 'own_gap', chosen) / over(sums, 'existing', chosen);
  const { estimates } = deleteAGroup({
    ...cells,
    scale: 'identity',
    theta: (sums) => {
      const n = over(sums, 'existing', whole);
      const pull = (over(sums, 'gap', whole) - over(sums, 'own_gap', whole)) / n;
      return [
        over(sums, 'gap', whole) / n,
        over(sums, 'gap_first_year', whole) / n + pull,
        over(sums, 'gap_horizon', whole) / n + pull,
        over(sums, 'money', whole) / n,
        over(sums, 'overpaid', whole),
        over(sums, 'underpaid', whole),
        over(sums, 'above', whole) / n,
        over(sums, 'below', whole) / n,
        over(sums, 'newcomer_gap', whole) / over(sums, 'newcomers', whole),
        over(sums, 'newcomer_to_reference', whole) / over(sums, 'newcomers', whole),
        over(sums, 'existing_to_reference', whole) / n,
        ...bandCells.map((chosen) => own(sums, chosen) + pull),
        ...lineCells.map((chosen) => own(sums, chosen) + pull),
        ...bandCells.map((chosen) => over(sums, 'existing_to_reference', chosen) / over(sums, 'existing', chosen)),
      ];
    },
  });
  const at = (i: number) => estimates[i] ?? NOTHING;
  const named = (names: readonly string[], from: number) =>
    Object.fromEntries(names.map((name, i) => [name, at(from + i)]));
  return {
    source,
    quality: qualityOf(cells, existing),
    headline: sumOf(cells, 'headline') > 0,
    existing,
    meanPrice: sumOf(cells, 'price') / existing,
    matched: sumOf(cells, 'matched'),
    affected: sumOf(cells, 'affected'),
    closeProduct: sumOf(cells, 'close_product'),
    gap: at(0),
    gapFirstYear: at(1),
    gapHorizon: at(2),
    meanMoney: at(3),
    overpaid: at(4),
    underpaid: at(5),
    shareAbove: at(6),
    shareBelow: at(7),
    newcomerGap: sumOf(cells, 'newcomers') >= 30 ? at(8) : null,
    toReference: {
      newcomers: sumOf(cells, 'newcomers') >= 30 ? at(9) : null,
      existing: at(10),
      byBand: named(bands, 11 + bands.length + lines.length),
    },
    byBand: named(bands, 11),
    byLine: named(lines, 11 + bands.length),
    existingBy: Object.fromEntries([
      ...bands.map((band) => [`tenure:${band}`, sumOf(cells, 'existing', (tuple) => tuple[2] === band)] as const),
      ...lines.map((line) => [`line:${line}`, sumOf(cells, 'existing', (tuple) => tuple[linesAt] === line)] as const),
    ]),
  };
}
