import type { DateStyle, NumberStyle } from '../plan.ts';

/** What the values of one header say about how numbers are written. */
export interface NumberEvidence {
  /** Values that can only be read with the point, or with the comma, as decimal mark. */
  readonly point: number;
  readonly comma: number;
  /** 1.234 or 1,234: the last mark parts three figures, so it may be either. */
  readonly dotted: number;
  readonly commaed: number;
}

/** What the values of one header say about how dates are written. */
export interface DateEvidence {
  /** null: no value looks like a date, or days and months could be exchanged in all of them. */
  readonly style: DateStyle | null;
  /** A date that can be read in two ways, when none decides. */
  readonly ambiguous: string | null;
}

const MONEY_SIGNS = /[€$£¥%\s\u00a0\u202f]|EUR|USD|GBP|CHF/g;
const FIGURE = /^[-+(]?\d[\d.,'’]*[-)]?$/;

type NumberLook = keyof NumberEvidence;

/** Several marks of one kind part groups of three; 31.12.2026 is no number. */
function groupedLook(figure: string): NumberLook | null {
  if (/^\d{1,3}(\.\d{3})+$/.test(figure)) return 'comma';
  return /^\d{1,3}(,\d{3})+$/.test(figure) ? 'point' : null;
}

/** 1.234,56 and 12,5 say comma; 1,234.56, 0.123 and 12.5 say point; 1.234 and 1,234 say nothing. */
function numberLook(value: string): NumberLook | null {
  const bare = value.replaceAll(MONEY_SIGNS, '');
  if (!FIGURE.test(bare)) return null;
  const figure = bare.replaceAll(/[^\d.,]/g, '');
  const marks = figure.replaceAll(/\d/g, '');
  if (marks === '') return null;
  if (marks.includes('.') && marks.includes(',')) return marks.endsWith('.') ? 'point' : 'comma';
  if (marks.length > 1) return groupedLook(figure);
  const grouped = /^[1-9]\d{0,2}[.,]\d{3}$/.test(figure);
  if (marks === '.') return grouped ? 'dotted' : 'point';
  return grouped ? 'commaed' : 'comma';
}

export function numberEvidence(values: Iterable<string>): NumberEvidence {
  const evidence = { point: 0, comma: 0, dotted: 0, commaed: 0 };
  for (const value of values) {
    const look = numberLook(value.trim());
    if (look !== null) evidence[look] += 1;
  }
  return evidence;
}

/** The style that one header's values decide; null: they decide nothing. */
export function decidedNumberStyle({ point, comma }: NumberEvidence): NumberStyle | null {
  if (point === comma) return null;
  return point > comma ? 'point' : 'comma';
}

const DAY_MONTH_YEAR = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})([ T,].*)?$/;
const OPEN_END = /9999|^0+$|^0{1,2}[./-]0{1,2}[./-]0/;
const PLAIN_SHAPES: readonly (readonly [DateStyle, RegExp])[] = [
  ['iso', /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}([ T].*)?$/],
  ['compact', /^(19|20|21|22)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/],
  ['compact-dmy', /^([0-2]\d|3[01])(0\d|1[0-2])(19|20|21|22)\d{2}$/],
  ['epoch-milliseconds', /^\d{12,13}$/],
  ['epoch-seconds', /^\d{9,10}$/],
  ['excel-serial', /^[1-7]\d{4}([.]\d+)?$/],
];

type DateLook = DateStyle | 'either';

function dateLook(value: string): DateLook | null {
  const parts = DAY_MONTH_YEAR.exec(value);
  if (parts === null) return PLAIN_SHAPES.find(([, shape]) => shape.test(value))?.[0] ?? null;
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  // Nobody writes the month first with points between.
  if (parts[2] === '.') return 'dmy';
  if (first > 12) return second <= 12 ? 'dmy' : null;
  return second > 12 ? 'mdy' : 'either';
}

/** The style of most dates. Month first only when some date can be nothing else and none says day first. */
export function dateEvidence(values: Iterable<string>): DateEvidence {
  const counts = new Map<DateLook, number>();
  let either: string | null = null;
  for (const value of values) {
    const trimmed = value.trim();
    const look = OPEN_END.test(trimmed) ? null : dateLook(trimmed);
    if (look === null) continue;
    if (look === 'either') either ??= trimmed;
    counts.set(look, (counts.get(look) ?? 0) + 1);
  }
  const written = (counts.get('dmy') ?? 0) + (counts.get('mdy') ?? 0) + (counts.get('either') ?? 0);
  const others = [...counts].filter(([look]) => look !== 'dmy' && look !== 'mdy' && look !== 'either');
  const [most] = others.sort((a, b) => b[1] - a[1]);
  if (most !== undefined && most[0] !== 'either' && most[1] > written) return { style: most[0], ambiguous: null };
  if (counts.has('dmy')) return { style: 'dmy', ambiguous: null };
  if (counts.has('mdy')) return { style: 'mdy', ambiguous: null };
  return { style: null, ambiguous: either };
}
