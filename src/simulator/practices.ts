import { firstDayOf, isoDay, monthOf } from './calendar.ts';
import type { Company } from './company.ts';
import { member } from './draws.ts';
import { TRIALS } from './month/rewards.ts';
import { force, type Mechanism, type Planted } from './planted.ts';
import type { World } from './world.ts';

/** Practices that the mechanisms really plant, each with the mechanism that makes it true. */
const TRUE_PRACTICES: readonly (readonly [string, Mechanism])[] = [
  ['price walking', 'G1'],
  ['new-only discounts', 'G2'],
  ['bonus for switchers only', 'G2'],
  ['less for those who buy more', 'G3'],
  ['sales line faster than service line', 'G4'],
  ['service hours shorter than sales hours', 'G4'],
  ['only negative letters', 'G5'],
  ['no thanks ever', 'G5'],
  ['cancel to get a price', 'G6'],
  ['unequal goodwill', 'G7'],
  ['silence about better tariffs', 'G8'],
  ['contact person changed unannounced', 'G14'],
  ['approvals for trifles', 'G16'],
  ['care ends with the commission', 'G25'],
];
const FALSE_REPORTS = ['hidden number', 'paid hotline', 'chatbot cannot be left'];

export interface Practice {
  readonly name: string;
  readonly practised: boolean;
  readonly namedByStaff: boolean;
}

/** What is practised and what staff would name; the company's own register, so there is no file for it. */
export function practices(planted: Planted): readonly Practice[] {
  const practised = TRUE_PRACTICES.filter(([, mechanism]) => planted[mechanism].on);
  const named = force(planted.G24) > 0 ? planted.G24.namedByStaff : 0;
  const reports = force(planted.G24) > 0 ? planted.G24.falseReports : 0;
  return [
    ...practised.map(([name], index) => ({ name, practised: true, namedByStaff: index < named })),
    ...FALSE_REPORTS.slice(0, reports).map((name) => ({ name, practised: false, namedByStaff: true })),
  ];
}

/** Roll-outs by region: one after the other, or all at once in half of the regions. */
const ROLL_OUTS = [
  {
    id: 'one-queue',
    design: 'stepped wedge by region',
    from: monthOf(2024, 7),
    every: 2,
    effect: 'oneQueue',
    drift: 0,
  },
  {
    id: 'freeze',
    design: 'difference in differences by region',
    from: monthOf(2025, 1),
    every: 0,
    effect: 'freeze',
    drift: 0,
  },
  {
    id: 'tidy-letters',
    design: 'difference in differences by region',
    from: monthOf(2023, 7),
    every: 0,
    effect: 'tidyLetters',
    drift: -0.006,
  },
] as const;
const MONTHS_OF_DRIFT = 24;

/** First month of a roll-out in a region; null where it never came. */
function rollOutMonth(rollOut: (typeof ROLL_OUTS)[number], region: number): number | null {
  if (rollOut.every > 0) return rollOut.from + rollOut.every * region;
  return region % 2 === (rollOut.id === 'freeze' ? 0 : 1) ? rollOut.from : null;
}

/** Effect of the roll-outs on the monthly logit, by month of the books for each region. */
export function planRollOuts(world: World, firstMonth: number): readonly Float64Array[] {
  const months = Array.from({ length: 12 * world.years }, (_, index) => firstMonth + index);
  return world.regions.map((_, region) =>
    Float64Array.from(months, (month) => rollOutEffect(world.planted, region, month)),
  );
}

/** One group of regions drifts down long before its roll-out. */
function rollOutEffect({ G26 }: Planted, region: number, month: number): number {
  if (force(G26) === 0) return 0;
  let logit = 0;
  for (const rollOut of ROLL_OUTS) {
    const start = rollOutMonth(rollOut, region);
    if (start === null) continue;
    if (month > start) logit += G26[rollOut.effect] * G26.strength;
    if (rollOut.drift !== 0)
      logit += rollOut.drift * Math.min(Math.max(month - start + MONTHS_OF_DRIFT, 0), 2 * MONTHS_OF_DRIFT);
  }
  return logit;
}

/** Everything a proof needs to know about the six fixes; registering them is the company's work, so there is no file for it. */
export function experiments({ world, planted: { G26 } }: Company): readonly Record<string, unknown>[] {
  const trials = TRIALS.map(({ id, month, effect }) => ({
    id,
    design: 'randomised by customer',
    assignment: `recognition.programme_id = '${id}'`,
    from: isoDay(firstDayOf(month)),
    effectOnMonthlyLogit: G26.on ? G26[effect] : 0,
    preTrendHolds: true,
  }));
  const rollOuts = ROLL_OUTS.map((rollOut) => ({
    id: rollOut.id,
    design: rollOut.design,
    startByRegion: Object.fromEntries(
      world.regions.flatMap((_, index) => {
        const month = rollOutMonth(rollOut, index);
        return month === null ? [] : [[member(world.regions, index), isoDay(firstDayOf(month))]];
      }),
    ),
    effectOnMonthlyLogit: G26.on ? G26[rollOut.effect] : 0,
    preTrendHolds: rollOut.drift === 0,
  }));
  return [...trials, ...rollOuts];
}
