import { quoted } from '#warehouse/query.ts';
import type { DateStyle } from '../plan.ts';
import { given } from './given.ts';
import { fixedIsoSql, isoTextSql, type WrittenStyle } from './written-date.ts';

/** Days from 1899-12-30, day zero of spreadsheets, to 1970-01-01. */
const EXCEL_EPOCH_DAYS = 25_569;
/** The engine's dates run from 1900-01-01 to 2299-12-31. */
const FIRST_DAY = -25_567;
const LAST_DAY = 120_529;
const SECONDS_A_DAY = 86_400;

const TIME = '([01]\\d|2[0-3])(:[0-5]\\d){1,2}([.,]\\d+)?( ?[AaPp][Mm])? ?(Z|[+-]\\d\\d(:?\\d\\d)?)?';
const DAY_PATTERN = quoted(`^\\d{4}-\\d\\d-\\d\\d( ${TIME})?$`);

/** Days since 1970 for the styles that are plain figures. */
function dayNumberSql(raw: string, style: DateStyle): string {
  const figure = `toFloat64OrNull(trimBoth(${raw}))`;
  if (style === 'excel-serial') return `floor(${figure}) - ${EXCEL_EPOCH_DAYS}`;
  const perDay = style === 'epoch-seconds' ? SECONDS_A_DAY : SECONDS_A_DAY * 1000;
  return `floor(${figure} / ${perDay})`;
}

/** A day that the calendar does not have is not quietly moved: the text must come back as it was. */
const checkedDay = (iso: string) => `if(toString(toDate32OrNull(${iso})) = ${iso}, toDate32OrNull(${iso}), NULL)`;

function writtenDaySql(raw: string, style: WrittenStyle): string {
  const fixed = fixedIsoSql(raw, style);
  const found = given('day', 'substring(iso, 1, 10)', checkedDay('day'));
  const rewritten = given('iso', isoTextSql(raw, style), `if(match(iso, ${DAY_PATTERN}), ${found}, NULL)`);
  const quick = `toDate32OrNull(${fixed.text})`;
  return `if(${fixed.usual} AND toString(${quick}) = ${fixed.text}, ${quick}, ${rewritten})`;
}

/**
 * SQL that reads a raw field as a day: Nullable(Date32), 1900-01-01 to 2299-12-31. A time of day is understood and left
 * out. NULL for a day that does not exist, another shape or a year out of range.
 */
export function dateSql(rawSql: string, style: DateStyle): string {
  if (style !== 'epoch-seconds' && style !== 'epoch-milliseconds' && style !== 'excel-serial')
    return writtenDaySql(rawSql, style);
  const day = dayNumberSql(rawSql, style);
  return `if(${day} BETWEEN ${FIRST_DAY} AND ${LAST_DAY}, addDays(toDate32('1970-01-01'), toInt32(${day})), NULL)`;
}
