/** Nothing on staff from fewer persons, whatever is asked for. */
const FLOOR = 5;

/**
 * Persons that must have come or gone before a figure on staff moves on to a new day. It does not follow the smallest group that is asked
 * for: two audits under different settings would otherwise stand on days between which one single person changed.
 */
export const STAFF_STEP = 7;

/** The smallest group of staff that may be shown. */
export function staffMinimum({ staffGroupMinimum }: { readonly staffGroupMinimum: number }): number {
  return Math.max(FLOOR, Math.ceil(Number.isFinite(staffGroupMinimum) ? staffGroupMinimum : FLOOR));
}

/** The same as SQL over the audit settings. */
export const STAFF_MINIMUM_SQL = `greatest(${FLOOR}, ceil({staffGroupMinimum:Float64}))`;

/** No single person may make up more than this share of a sum. */
export const DOMINANCE_SHARE = 0.5;

/** Figures on staff are told in coarse steps: pay in hundreds, hours and limits in whole numbers, shares and ratios in hundredths. */
const STAFF_STEPS = {
  'money/year': 100,
  money: 5,
  count: 0.1,
  share: 0.01,
  ratio: 0.01,
  '1/year': 0.01,
} as const;
export type StaffUnit = keyof typeof STAFF_STEPS;

export function coarse(value: number, unit: StaffUnit): number {
  if (!Number.isFinite(value)) return value;
  const step = STAFF_STEPS[unit];
  const rounded = Math.round(value / step);
  return step < 1 ? rounded / Math.round(1 / step) : rounded * step;
}
