import { type Cells, selectCells, sumOf } from '../cells.ts';
import { judgeGap } from '../judge-gap.ts';
import { quantity, type Stratum } from '../verdict.ts';
import { givingRates } from './giving-rates.ts';
import type { DroughtSettings } from './settings.ts';

/** The gap by product, where both sides are many enough. */
export function strataOf(phases: Cells, settings: DroughtSettings): readonly Stratum[] {
  const column = phases.by.indexOf('product');
  const products = [...new Set(phases.tuples.map((tuple) => String(tuple[column] ?? '')))].filter(
    (name) => name !== '' && name !== '*',
  );
  return products.sort().flatMap((product): readonly Stratum[] => {
    const part = selectCells(phases, (tuple) => tuple[column] === product);
    const counts = { existing: sumOf(part, 'existing'), newcomers: sumOf(part, 'newcomers') };
    if (counts.existing < settings.minimumExisting || counts.newcomers < settings.minimumNewcomers) return [];
    const { gap } = givingRates(part, ['consent'], settings);
    if (!Number.isFinite(gap.value)) return [];
    const outcome = judgeGap(gap, settings.relevantGap);
    return [{ key: `product:${product}`, effect: quantity(gap, '1/year'), outcome, counts }];
  });
}
