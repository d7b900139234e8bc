import type { Language } from './language.ts';
import type { Unit } from './verdict-terms.ts';

/** The only place where numbers, money and dates become text. */
export interface Format {
  readonly language: Language;
  count(value: number): string;
  number(value: number, digits: number): string;
  /** 0.0312 -> "3.1%" / "3,1 %". */
  percent(share: number, digits?: number): string;
  money(value: number, digits?: number): string;
  /** ISO day -> "31.12.2026" / "31 Dec 2026". */
  day(iso: string): string;
  /** ISO instant -> "31.12.2026, 14:05" / "31 Dec 2026, 14:05", in a time zone; null: the machine's own. */
  instant(iso: string, timeZone: string | null): string;
  /** Size of a file: "1,2 MB". */
  bytes(value: number): string;
  duration(seconds: number): string;
  /** A quantity in its unit, rounded to what `precision` (half the width of its interval) supports. */
  quantity(value: number, unit: Unit, precision?: number): string;
}

const LOCALES: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };
const THIN = '\u202f';

/** Decimal places so that the last one shown is about a tenth of the interval's half width. */
export function digitsFor(precision: number | undefined, fallback: number): number {
  if (precision === undefined || !Number.isFinite(precision) || precision <= 0) return fallback;
  return Math.min(4, Math.max(0, -Math.floor(Math.log10(precision / 2))));
}

/** One decimal of a percent is enough for a reader, two below one percent. */
function shareDigits(value: number, precision: number | undefined): number {
  const most = Math.abs(value) < 0.01 ? 2 : 1;
  return Math.min(most, digitsFor(precision === undefined ? undefined : precision * 100, 1));
}

/** Rounded so that the last digit shown is about a tenth of the interval's half width; for amounts above that, whole tens, hundreds ... */
export function supported(value: number, precision: number | undefined): number {
  if (precision === undefined || !Number.isFinite(precision) || precision < 20) return value;
  const step = 10 ** Math.floor(Math.log10(precision / 2));
  return Math.round(value / step) * step;
}

function durationText(seconds: number, language: Language, plain: (value: number, digits: number) => string): string {
  const sign = seconds < 0 ? '\u2212' : '';
  const size = Math.abs(seconds);
  if (size < 99.5) return `${sign}${plain(size, size < 10 ? 1 : 0)} s`;
  const minutes = Math.floor(Math.round(size) / 60);
  const rest = Math.round(size) - minutes * 60;
  return `${sign}${minutes} min${rest === 0 ? '' : `${language === 'de' ? ' ' : ' '}${rest} s`}`;
}

const SIZES = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

function bytesText(bytes: number, plain: (value: number, digits: number) => string): string {
  const step = Math.min(SIZES.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return `${plain(value, step > 0 && value < 10 ? 1 : 0)}\u00a0${SIZES[step]}`;
}

/** Making a formatter takes as long as writing a hundred numbers with it. */
function remembered<Key, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const made = new Map<Key, Made>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}

const formatsOf = remembered((language: Language) => remembered((currency: string) => makeFormat(language, currency)));

export const createFormat = (language: Language, currency = 'EUR'): Format => formatsOf(language)(currency);

function makeFormat(language: Language, currency: string): Format {
  const locale = LOCALES[language];
  const numbers = remembered(
    (digits: number) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  const amounts = remembered(
    (digits: number) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  );
  const days = new Intl.DateTimeFormat(locale, {
    day: '2-digit',
    month: language === 'de' ? '2-digit' : 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const number = (value: number, digits: number) =>
    numbers(digits)
      .format(Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value)
      .replace('-', '\u2212');
  const percent = (share: number, digits = 1) => `${number(share * 100, digits)}${language === 'de' ? THIN : ''}%`;
  const money = (value: number, digits = 0) =>
    amounts(digits)
      .format(Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value)
      .replace('-', '\u2212');
  const words =
    language === 'de'
      ? {
          points: 'Prozentpunkte',
          year: 'im Jahr',
          months: 'Monate',
          hours: 'Stunden',
          scalePoints: 'Punkte',
          perYear: 'je Jahr',
        }
      : {
          points: 'percentage points',
          year: 'a year',
          months: 'months',
          hours: 'hours',
          scalePoints: 'points',
          perYear: 'per year',
        };
  const writers: Readonly<Record<Unit, (value: number, precision?: number) => string>> = {
    share: (value, precision) => percent(value, shareDigits(value, precision)),
    percentagePoints: (value, precision) => `${number(value * 100, shareDigits(value, precision))} ${words.points}`,
    'money/year': (value, precision) =>
      `${money(supported(value, precision), Math.min(2, digitsFor(precision, 0)))} ${words.year}`,
    money: (value, precision) => money(supported(value, precision), Math.min(2, digitsFor(precision, 0))),
    seconds: (value) => durationText(value, language, number),
    hours: (value, precision) => `${number(value, Math.min(1, digitsFor(precision, 1)))} ${words.hours}`,
    months: (value, precision) => `${number(value, Math.min(1, digitsFor(precision, 1)))} ${words.months}`,
    '1/year': (value) => `${number(value, 2)} ${words.perYear}`,
    ratio: (value) => number(value, 2),
    count: (value) => number(value, 0),
    correlation: (value) => number(value, 2),
    points: (value, precision) => `${number(value, Math.min(2, digitsFor(precision, 1)))} ${words.scalePoints}`,
  };
  return {
    language,
    count: (value) => number(value, 0),
    number,
    percent,
    money,
    day: (iso) => days.format(new Date(`${iso}T00:00:00Z`)),
    instant: (iso, timeZone) =>
      new Intl.DateTimeFormat(locale, {
        day: '2-digit',
        month: language === 'de' ? '2-digit' : 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        ...(timeZone === null ? {} : { timeZone }),
      }).format(new Date(iso)),
    bytes: (value) => bytesText(value, number),
    duration: (value) => durationText(value, language, number),
    quantity: (value, unit, precision) => writers[unit](value, precision),
  };
}
