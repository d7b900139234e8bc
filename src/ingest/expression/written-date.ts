import { quoted } from '#warehouse/query.ts';
import type { DateStyle } from '../plan.ts';
import { given, groupsOf } from './given.ts';

/** Styles that are written as day, month and year; the others are plain figures. */
export type WrittenStyle = Exclude<DateStyle, 'epoch-seconds' | 'epoch-milliseconds' | 'excel-serial'>;

const REST = '(?:(?:[T,]\\s*|\\s+)([0-9].*))?\\s*$';
const SHAPES: Readonly<Record<WrittenStyle, string>> = {
  iso: `^\\s*(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${REST}`,
  dmy: `^\\s*(\\d{1,2})[-/.]\\s?(\\d{1,2})[-/.]\\s?(\\d{4}|\\d{2})${REST}`,
  mdy: `^\\s*(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})${REST}`,
  compact: `^\\s*(\\d{4})(\\d{2})(\\d{2})${REST}`,
  'compact-dmy': `^\\s*(\\d{2})(\\d{2})(\\d{4})${REST}`,
};

/** Places of year, month and day among the groups of a shape. */
const PLACES: Readonly<Record<WrittenStyle, readonly [number, number, number]>> = {
  iso: [1, 2, 3],
  dmy: [3, 2, 1],
  mdy: [3, 1, 2],
  compact: [1, 2, 3],
  'compact-dmy': [3, 2, 1],
};

/** Where year, month and day stand when a field has the full, usual length: the cheap way. */
const FIXED: Readonly<
  Record<Exclude<WrittenStyle, 'iso'>, { length: number; year: number; month: number; day: number }>
> = {
  dmy: { length: 10, year: 7, month: 4, day: 1 },
  mdy: { length: 10, year: 7, month: 1, day: 4 },
  compact: { length: 8, year: 1, month: 5, day: 7 },
  'compact-dmy': { length: 8, year: 5, month: 3, day: 1 },
};

/** Two figures of a year mean 1970 to 2069. */
const fullYear = (year: string) => `if(length(${year}) = 2, concat(if(${year} < '70', '20', '19'), ${year}), ${year})`;

/** GDV files write 00 for a day or month that nobody knows; the first is taken. */
const knownPart = (part: string, style: WrittenStyle) =>
  style === 'compact-dmy' ? `if(${part} = '00', '01', ${part})` : part;

/**
 * SQL that rewrites a field of any writing of the style to 'YYYY-MM-DD' and, if there is one, ' hh:mm...'; '' where it has
 * another shape. An ISO date is understood in every style: it cannot be mistaken.
 */
export function isoTextSql(raw: string, style: WrittenStyle): string {
  const shaped = (shape: WrittenStyle) => {
    const [year, month, day] = PLACES[shape];
    const two = (place: number) => knownPart(`leftPad(parts[${place}], 2, '0')`, shape);
    const rest = `if(parts[4] = '', '', concat(' ', replaceRegexpOne(parts[4], '^([0-9]:)', '0\\\\1')))`;
    const text = `concat(${fullYear(`parts[${year}]`)}, '-', ${two(month)}, '-', ${two(day)}, ${rest})`;
    return given('parts', groupsOf(raw, SHAPES[shape]), `if(length(parts) = 4, ${text}, '')`);
  };
  if (style === 'iso') return shaped('iso');
  return `multiIf(match(assumeNotNull(${raw}), ${quoted(SHAPES[style])}), ${shaped(style)}, ${shaped('iso')})`;
}

/** SQL for the usual full-length writing: the ISO text of the day, and the condition under which it may be trusted. */
export function fixedIsoSql(raw: string, style: WrittenStyle): { readonly text: string; readonly usual: string } {
  if (style === 'iso') return { text: raw, usual: 'true' };
  const { length, year, month, day } = FIXED[style];
  const piece = (start: number, size: number) => `substring(${raw}, ${start}, ${size})`;
  const text = `concat(${piece(year, 4)}, '-', ${piece(month, 2)}, '-', ${piece(day, 2)})`;
  const marks = ` AND ${piece(3, 1)} IN ('.', '/', '-') AND ${piece(6, 1)} IN ('.', '/', '-')`;
  return { text, usual: `length(${raw}) = ${length}${length === 10 ? marks : ''}` };
}
