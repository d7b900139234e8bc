import type { Estimate } from '#statistics/estimate.ts';
import { conditionalPoisson } from '#statistics/regression/conditional-poisson.ts';
import type { Cells } from '../cells.ts';
import type { SilentOverpaymentSettings } from './settings.ts';

/** How much more often something happens in the months after a notice. */
export interface Waking {
  /** Rate after a notice over the rate of the same groups at other times; null: too little to say. */
  readonly ratio: Estimate | null;
  readonly events: number;
  readonly eventsAfter: number;
  readonly monthsAfter: number;
}

/**
 * Rate ratio of the months after a letter (where there are none, after something public) against other months of the same region and
 * line, calendar half-years held equal: the self-controlled case series (Farrington 1995) with the group, whom notices reach as a whole, in
 * the place of the person. What does not change within a group cannot confound; groups that were not yet reached tell what the calendar does.
 */
export function waking(cells: Cells, event: 'asks' | 'exits', settings: SilentOverpaymentSettings): Waking {
  const column = (name: string) => {
    const s = cells.sumNames.indexOf(name);
    return cells.tuples.map((_, i) => cells.total[i * cells.sums + s] ?? 0);
  };
  const [events, months] = [column(event), column('months')];
  const [letters, news] = [3, 4].map((column) => cells.tuples.map((tuple) => Number(tuple[column])));
  const lettered = letters?.some((flag) => flag > 0) === true;
  const isAfter = (lettered ? letters : news) ?? [];
  const other = lettered ? [news ?? []] : [];
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const eventsAfter = sum(events.map((n, i) => n * (isAfter[i] ?? 0)));
  const monthsAfter = sum(months.map((n, i) => n * (isAfter[i] ?? 0)));
  const counted = { events: sum(events), eventsAfter, monthsAfter };
  const enough =
    counted.events >= settings.minimumEvents &&
    eventsAfter >= settings.minimumEventsAfter &&
    counted.events - eventsAfter >= settings.minimumEventsAfter &&
    monthsAfter >= settings.minimumMonthsAfter;
  if (!enough) return { ...counted, ratio: null };
  const periods = [...new Set(cells.tuples.map(([, , period]) => Number(period)))].sort((a, b) => a - b).slice(1);
  const fit = conditionalPoisson(
    {
      names: ['after', ...other.map(() => 'news'), ...periods.map((period) => `half-year ${period}`)],
      columns: [
        isAfter,
        ...other,
        ...periods.map((p) => cells.tuples.map(([, , period]) => (Number(period) === p ? 1 : 0))),
      ],
      events,
      exposure: months,
      group: cells.tuples.map(([region, line]) => `${String(region)}|${String(line)}`),
    },
    { variance: 'model' },
  );
  const found = fit.coefficients[0]?.estimate;
  const usable = found !== undefined && fit.diagnostics.converged && !fit.diagnostics.dropped.includes('after');
  if (!usable) return { ...counted, ratio: null };
  const ratio = {
    value: Math.exp(found.value),
    low: Math.exp(found.low),
    high: Math.exp(found.high),
    level: found.level,
  };
  return { ...counted, ratio };
}
