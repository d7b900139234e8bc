import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import type { Cells } from '../cells.ts';
import { CONTRASTS, lineWeights, type Step } from './rate-contrast.ts';
import { byField, FIELDS, type FieldName, fieldIndex, lineIndexes } from './satisfaction-matrix.ts';

export interface Jackknifed {
  /** Effect of after-sales over effect of the sale; NaN unless both are above 0. */
  readonly ratio: Estimate;
  /** Correlation of the two answers (satisfied or not), -1..1. */
  readonly phi: Estimate;
  /** Yearly value of the customers who were let down, if they bought again as often as those content with both. */
  readonly recoverable: Estimate;
}

type Fields = Readonly<Record<FieldName, number>>;

interface Line {
  readonly customers: Fields;
  readonly again: Fields;
}

function sum(lines: readonly Line[], steps: readonly Step[]): number {
  const weights = lineWeights(
    lines.map(({ customers }) => customers),
    steps,
  );
  if (weights === null) return Number.NaN;
  return lines.reduce((total, { customers, again }, l) => {
    const parts = FIELDS.map((name) => {
      const weight = weights[l]?.[name] ?? 0;
      return weight === 0 ? 0 : weight * (again[name] / customers[name]);
    });
    return total + parts.reduce((a, b) => a + b, 0);
  }, 0);
}

function phiOf({ yesYes, noYes, yesNo, noNo }: Fields): number {
  const [sale, after, noSale, noAfter] = [yesYes + yesNo, yesYes + noYes, noYes + noNo, yesNo + noNo];
  return (yesYes * noNo - yesNo * noYes) / Math.sqrt(sale * after * noSale * noAfter);
}

/** What has no interval of its own: the delete-a-group jackknife over customers. */
export function jackknifed(cells: Cells): Jackknifed {
  const index = fieldIndex(cells, 2);
  const indexes = lineIndexes(cells, 2);
  const { estimates } = deleteAGroup({
    ...cells,
    scale: ['log', 'identity', 'identity'],
    theta: (sums) => {
      const customers = byField(cells, index, 'customers', sums);
      const lines = indexes.map((line) => ({
        customers: byField(cells, line, 'customers', sums),
        again: byField(cells, line, 'again', sums),
      }));
      const valued = byField(cells, index, 'valued', sums);
      const value = byField(cells, index, 'valueYear', sums);
      const [after, sale] = [sum(lines, CONTRASTS.after), sum(lines, CONTRASTS.sale)];
      const ratio = after > 0 && sale > 0 ? after / sale : Number.NaN;
      const worth = value.yesNo / valued.yesNo;
      return [ratio, phiOf(customers), customers.yesNo * sum(lines, CONTRASTS.afterIfSaleYes) * worth];
    },
  });
  const none = { value: Number.NaN, low: Number.NaN, high: Number.NaN, level: 0.95 };
  return { ratio: estimates[0] ?? none, phi: estimates[1] ?? none, recoverable: estimates[2] ?? none };
}
