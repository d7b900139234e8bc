import { SOURCES, type Source } from './planted.ts';

const MONTHS = 256;
const YEARS = 64;
const FIRST_YEAR = 2000;

/** Months at risk and voluntary exits, by source and tenure and by calendar year; counted for every customer and month. */
export interface Stays {
  atRisk(source: Source, tenureMonths: number): void;
  left(source: Source, tenureMonths: number): void;
  month(year: number): void;
  leaver(year: number): void;
  /** Months until half have left of their own will, by the product of monthly chances to stay; null when not reached. */
  halfLifeMonths(source: Source): number | null;
  /** Voluntary exits per customer-year by source, and the customer-years behind it. */
  exitsOf(source: Source): { readonly perYear: number; readonly years: number };
  /** One month of a customer with or without a neighbour who has just left. */
  neighbour(exposed: boolean, leaves: boolean): void;
  /** Such a month that was counted as a stay and became an exit after all, because the household left. */
  followed(exposed: boolean): void;
  /** Odds of leaving with such a neighbour against without, nothing held equal: contagion and likeness together. */
  naivePeerOddsRatio(): number | null;
  /** Customer-months lived. */
  monthsLived(): number;
  /** Voluntary exits per customer-year; null for a year without customers. */
  yearlyExitShare(year: number): number | null;
}

export function openStays(): Stays {
  const risk = new Float64Array(SOURCES.length * MONTHS);
  const left = new Float64Array(SOURCES.length * MONTHS);
  const months = new Float64Array(YEARS);
  const leavers = new Float64Array(YEARS);
  const pairs = new Float64Array(4);
  const cell = (source: Source, tenure: number) => SOURCES.indexOf(source) * MONTHS + tenure;
  const add = (to: Float64Array, index: number, count = 1) => {
    to[index] = (to[index] ?? 0) + count;
  };
  return {
    atRisk: (source, tenure) => add(risk, cell(source, tenure)),
    left: (source, tenure) => add(left, cell(source, tenure)),
    month: (year) => add(months, year - FIRST_YEAR),
    leaver: (year) => add(leavers, year - FIRST_YEAR),
    halfLifeMonths: (source) => {
      let staying = 1;
      for (let tenure = 1; tenure < MONTHS; tenure++) {
        const atRisk = risk[cell(source, tenure)] ?? 0;
        const leaving = atRisk === 0 ? 0 : (left[cell(source, tenure)] ?? 0) / atRisk;
        if (staying * (1 - leaving) <= 0.5) return tenure - 1 + (staying - 0.5) / (staying * leaving);
        staying *= 1 - leaving;
      }
      return null;
    },
    exitsOf: (source) => {
      const from = cell(source, 0);
      const sum = (counts: Float64Array) =>
        counts.subarray(from, from + MONTHS).reduce((total, count) => total + count, 0);
      const years = sum(risk) / 12;
      return { perYear: years === 0 ? 0 : sum(left) / years, years };
    },
    neighbour: (exposed, leaves) => add(pairs, (exposed ? 2 : 0) + (leaves ? 1 : 0)),
    followed: (exposed) => {
      add(pairs, exposed ? 2 : 0, -1);
      add(pairs, exposed ? 3 : 1);
    },
    naivePeerOddsRatio: () => {
      const [stayed = 0, went = 0, stayedExposed = 0, wentExposed = 0] = pairs;
      return went * stayedExposed === 0 ? null : (wentExposed * stayed) / (went * stayedExposed);
    },
    monthsLived: () => months.reduce((sum, count) => sum + count, 0),
    yearlyExitShare: (year) => {
      const lived = months[year - FIRST_YEAR] ?? 0;
      return lived === 0 ? null : (12 * (leavers[year - FIRST_YEAR] ?? 0)) / lived;
    },
  };
}
