import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import type { Cells } from '../cells.ts';
import { type Chart, type Detail, quantity } from '../verdict.ts';
import { type Droughts, invoiceCompleteness, medianMonths } from './droughts.ts';
import type { GivingRates } from './giving-rates.ts';
import type { droughtCells } from './query.ts';

type AllCells = Readonly<Record<keyof typeof droughtCells, Cells>>;
type Unit = Detail['quantity']['unit'];

const detail = (key: string, estimate: Estimate | null, unit: Unit): Detail[] =>
  estimate === null || !Number.isFinite(estimate.value) ? [] : [{ key, quantity: quantity(estimate, unit) }];

const TONES = ['burden', 'dunning', 'selling', 'neutral'] as const;

/** Balance of the contacts of existing customers: what was given, what was a burden; and what was given before signature. */
function balance(phases: Cells): Detail[] {
  const column = (name: string) => phases.sumNames.indexOf(name);
  const [giving, years] = ['giving', 'years'].map((what) => [
    column(`existing_recent_${what}`),
    column(`existing_earlier_${what}`),
  ]);
  const tones = TONES.map((tone) => [column(`existing_${tone}`)]);
  const before = [[column('before_giving')], [column('before_years')]];
  const { estimates } = deleteAGroup({
    ...phases,
    scale: ['logit', 'log', 'log', 'log', 'log', 'log'],
    theta: (sums) => {
      const total = (columns: readonly number[] = []) => {
        let sum = 0;
        for (let cell = 0; cell < phases.keys; cell++)
          for (const at of columns) sum += sums[cell * phases.sums + at] ?? 0;
        return sum;
      };
      const given = total(giving);
      const time = total(years);
      const [burden = 0, dunning = 0, selling = 0, neutral = 0] = tones.map(total);
      const all = given + burden + dunning + selling + neutral;
      return [
        given / all,
        burden / given,
        burden / time,
        dunning / time,
        selling / time,
        total(before[0]) / total(before[1]),
      ];
    },
  });
  const names = [
    ['givingShare', 'share'],
    ['burdenPerGiving', 'ratio'],
    ['burdenRate', '1/year'],
    ['dunningRate', '1/year'],
    ['sellingRate', '1/year'],
    ['givingBefore', '1/year'],
  ] as const;
  return names.flatMap(([key, unit], i) => {
    const estimate = estimates[i];
    return estimate === undefined || estimate.value === 0 ? [] : detail(key, estimate, unit);
  });
}

export function detailsOf(cells: AllCells, droughts: Droughts, rates: GivingRates | null): readonly Detail[] {
  const completeness = invoiceCompleteness(cells.invoices);
  const exact = (value: number): Estimate => ({ value, low: value, high: value, level: 0.95 });
  return [
    ...detail('givingExisting', rates?.existing ?? null, '1/year'),
    ...detail('givingNewcomer', rates?.newcomer ?? null, '1/year'),
    ...detail('dryShare', droughts.dryShare, 'share'),
    ...detail('onlyBurdenShare', droughts.onlyBurdenShare, 'share'),
    ...balance(cells.phases),
    ...detail('firstBurdenMonths', medianMonths(cells.burdenRace), 'months'),
    ...detail('firstGivingMonths', medianMonths(cells.givingRace), 'months'),
    ...detail('invoicesLogged', completeness === null ? null : exact(completeness), 'share'),
  ];
}

/** Share of existing customers without a giving contact for at least so many months. */
export function chartsOf({ curve }: Droughts): readonly Chart[] {
  if (curve.length === 0) return [];
  const points = curve.map(({ months, share }) => ({
    series: 'existing',
    x: months,
    value: share.value,
    low: share.low,
    high: share.high,
  }));
  return [{ id: 'drought', kind: 'curve', unit: 'share', points, benchmark: [] }];
}
