/** Days are counted from 1970-01-01, months from January 2000: whole numbers, no zone, no locale, no clock. */
const MILLISECONDS_PER_DAY = 86_400_000;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2035;

export function dayOf(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / MILLISECONDS_PER_DAY);
}

/** January 2000 is month 0. */
export function monthOf(year: number, month: number): number {
  return (year - FIRST_YEAR) * 12 + month - 1;
}

const FIRST_DAY = dayOf(FIRST_YEAR, 1, 1);
const MONTHS = (LAST_YEAR - FIRST_YEAR) * 12;
const starts = Int32Array.from({ length: MONTHS + 1 }, (_, month) =>
  dayOf(FIRST_YEAR + Math.floor(month / 12), (month % 12) + 1, 1),
);
const days: string[] = [];
const monthsOfDays: number[] = [];
for (let month = 0; month < MONTHS; month++) {
  const stem = `${FIRST_YEAR + Math.floor(month / 12)}-${twoDigits((month % 12) + 1)}-`;
  for (let day = 1; day <= daysIn(month); day++) {
    days.push(stem + twoDigits(day));
    monthsOfDays.push(month);
  }
}

export function firstDayOf(month: number): number {
  return known(starts[month], month);
}

export function daysIn(month: number): number {
  return firstDayOf(month + 1) - firstDayOf(month);
}

export function lastDayOf(month: number): number {
  return firstDayOf(month + 1) - 1;
}

export function monthOfDay(day: number): number {
  return known(monthsOfDays[day - FIRST_DAY], day);
}

export function yearOfMonth(month: number): number {
  return FIRST_YEAR + Math.floor(month / 12);
}

/** 'YYYY-MM-DD'; years 2000 to 2034. */
export function isoDay(day: number): string {
  return known(days[day - FIRST_DAY], day);
}

export function isoDayOrNull(day: number | null): string | null {
  return day === null ? null : isoDay(day);
}

/** 'YYYY-MM-DDThh:mm:ssZ' from a day and the second of that day; seconds past midnight run into the next days. */
export function isoInstant(day: number, second: number): string {
  const carried = Math.floor(second / 86_400);
  const rest = second - carried * 86_400;
  const hour = Math.floor(rest / 3600);
  const minute = Math.floor((rest % 3600) / 60);
  return `${isoDay(day + carried)}T${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(rest % 60)}Z`;
}

/** 0 is Monday. */
export function weekdayOf(day: number): number {
  return (day + 3) % 7;
}

/** The same day of the month in another month, at most its last day. */
export function anniversary(day: number, month: number): number {
  return firstDayOf(month) + Math.min(day - firstDayOf(monthOfDay(day)), daysIn(month) - 1);
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

function known<T>(value: T | undefined, key: number): T {
  if (value === undefined) throw new RangeError(`outside the years ${FIRST_YEAR} to ${LAST_YEAR - 1}: ${key}`);
  return value;
}
