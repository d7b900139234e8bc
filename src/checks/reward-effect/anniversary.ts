import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { type Cells, sumOf } from '../cells.ts';
import { judgeGap } from '../judge-gap.ts';
import { inconclusive, type Note, type Quantity, quantity, type Verdict, verdict } from '../verdict.ts';
import type { RewardEffectSettings } from './settings.ts';

/** Anniversaries at which most are thanked, and those next to them at which hardly anybody is. */
interface Years {
  readonly thanked: readonly number[];
  readonly others: readonly number[];
}

/** From this share of those who reach it an anniversary counts as one with thanks, up to the other as one without. */
const MOST = 0.5;
const HARDLY = 0.05;
/** How far away the anniversaries may lie that are compared with. */
const NEAR_YEARS = 3;
/** Anniversaries without thanks that differ among themselves by this part of the effect cannot vouch for it. */
const AS_LARGE = 0.5;
const MONTHS = 12;

const yearsIn = (cells: Cells) => cells.tuples.map(([year]) => Number(year));
const at = (cells: Cells, name: string, years: readonly number[]) =>
  sumOf(cells, name, ([year]) => years.includes(Number(year)));

function yearsOf(cells: Cells, fewest: number): Years {
  const share = (year: number) => at(cells, 'given', [year]) / Math.max(at(cells, 'reached', [year]), 1);
  const known = yearsIn(cells).filter((year) => at(cells, 'reached', [year]) >= fewest);
  const thanked = known.filter((year) => share(year) >= MOST);
  const near = (year: number) => thanked.some((one) => Math.abs(one - year) <= NEAR_YEARS);
  return { thanked, others: known.filter((year) => share(year) <= HARDLY && near(year)) };
}

interface Drops {
  readonly effect: Estimate;
  readonly before: Estimate;
  readonly after: Estimate;
  /** The same change at anniversaries without thanks. */
  readonly others: Estimate;
  /** Change at the earlier of them less that at the later: the test that they tell alike. */
  readonly placebo: Estimate | null;
}

function dropsOf(cells: Cells, { thanked, others }: Years): Drops | null {
  const column = (name: string) => cells.sumNames.indexOf(name);
  const middle = others[Math.floor(others.length / 2)] ?? 0;
  const groups = [thanked, others, others.filter((year) => year < middle), others.filter((year) => year >= middle)];
  const rows = groups.map((years) => yearsIn(cells).flatMap((year, row) => (years.includes(year) ? [row] : [])));
  const theta = (sums: Float64Array) => {
    const rate = (group: number, left: string, months: string) => {
      const total = (name: string) =>
        (rows[group] ?? []).reduce((sum, row) => sum + (sums[row * cells.sums + column(name)] ?? 0), 0);
      return (MONTHS * total(left)) / total(months);
    };
    const before = rate(0, 'leftBefore', 'monthsBefore');
    const after = rate(0, 'leftAfter', 'monthsAfter');
    const change = (group: number) =>
      rate(group, 'leftBefore', 'monthsBefore') - rate(group, 'leftAfter', 'monthsAfter');
    const alike = others.length > 1 ? change(2) - change(3) : 0;
    return [before - after - change(1), before, after, change(1), alike];
  };
  const [effect, before, after, rest, placebo] = deleteAGroup({ ...cells, theta, scale: 'identity' }).estimates;
  if (!(effect && before && after && rest && placebo)) return null;
  return { effect, before, after, others: rest, placebo: others.length > 1 ? placebo : null };
}

const note = (id: string, values: Note['values'] = {}): Note => ({ id, values });

/**
 * Without a drawing by lot: does the rate of leaving fall at an anniversary with thanks by more than at those without? Everybody who reaches
 * the day counts, so survivors are not rewarded for surviving (T8), and what ends at every anniversary, such as terms, falls out. null where no
 * anniversary stands out by thanks, or none without is near.
 */
export function judgeAnniversary(
  cells: Cells,
  settings: RewardEffectSettings,
  asOf: string,
  naive: Quantity | null,
): Verdict | null {
  const years = yearsOf(cells, settings.minimumPerArm);
  if (years.thanked.length === 0 || years.others.length === 0) return null;
  const [reached, given] = [at(cells, 'reached', years.thanked), at(cells, 'given', years.thanked)];
  // Of a large company a part stands for all.
  const inAll = (name: string) => at(cells, `${name}InAll`, years.thanked);
  const base = {
    reference: 'threshold',
    naive,
    counts: { reached: inAll('reached'), thankedThen: inAll('given') },
    sharpen: 'recognition.arm',
  };
  const exits = ['leftBefore', 'leftAfter'].flatMap((name) => [
    at(cells, name, years.thanked),
    at(cells, name, years.others),
  ]);
  const has = Math.min(...exits);
  const values = { years: years.thanked.join(', '), others: years.others.join(', '), asOf };
  if (has < settings.minimumPerArm)
    return inconclusive('fewAtAnniversary', { ...values, needed: settings.minimumPerArm, has }, base);
  const found = dropsOf(cells, years);
  if (found === null) return null;
  const { effect, placebo } = found;
  const apart = placebo !== null && (placebo.low > 0 || placebo.high < 0);
  const unlike = apart && Math.abs(placebo.value) >= AS_LARGE * Math.abs(effect.value);
  const outcome = unlike ? 'inconclusive' : judgeGap(effect, settings.relevantDifference);
  const wide = note('wideAnniversary', { ...values, low: effect.low, high: effect.high });
  const open = unlike ? note('othersDiffer', values) : wide;
  return verdict({
    ...base,
    outcome,
    grade: 'C',
    effect: quantity(effect, 'percentagePoints'),
    details: [
      { key: 'beforeDay', quantity: quantity(found.before, 'share') },
      { key: 'afterDay', quantity: quantity(found.after, 'share') },
      { key: 'otherDays', quantity: quantity(found.others, 'percentagePoints') },
      ...(placebo === null ? [] : [{ key: 'amongOthers', quantity: quantity(placebo, 'percentagePoints') }]),
    ],
    adjustedFor: ['contract.start_date', 'recognition.at'],
    caveats: [
      note('notDrawn', { share: given / reached }),
      ...(placebo === null ? [note('oneOther')] : []),
      note('noTrialMoney'),
    ],
    reason: outcome === 'inconclusive' ? open : null,
    overturn: note('besideThanks', values),
  });
}
