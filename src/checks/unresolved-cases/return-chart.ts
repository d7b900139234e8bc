import { type Cells, selectCells } from '../cells.ts';
import type { Chart, ChartPoint } from '../verdict.ts';
import { RETURN_WINDOWS } from './query.ts';
import { returnShare } from './return-shares.ts';

/** Share that has come again after so many days; newcomers beside them where there are enough. */
export function returnChart(cells: Cells, withNewcomers: boolean): Chart {
  const caller = cells.by.indexOf('caller');
  const line = (series: string, part: Cells): readonly ChartPoint[] =>
    RETURN_WINDOWS.flatMap((days) => {
      const { value, low, high } = returnShare(part, '', { matters: `seen${days}`, returned: `returned${days}` });
      return Number.isFinite(value) ? [{ series, x: days, value, low, high }] : [];
    });
  const only = (who: string) => selectCells(cells, (tuple) => tuple[caller] === who);
  const own = selectCells(cells, (tuple) => tuple[caller] !== 'newcomer');
  const points = withNewcomers
    ? [...line('existing', only('existing')), ...line('newcomer', only('newcomer'))]
    : line('existing', own);
  return { id: 'returns', kind: 'curve', unit: 'share', points, benchmark: [] };
}
