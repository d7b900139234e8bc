import { quoted } from '#warehouse/query.ts';
import type { DateStyle } from '../plan.ts';
import { given } from './given.ts';
import { isoTextSql } from './written-date.ts';

const EXCEL_EPOCH_DAYS = 25_569;
const MILLISECONDS_A_DAY = 86_400_000;
/** 1900-01-01 and 2299-12-31T23:59:59.999 in milliseconds since 1970. */
const FIRST_INSTANT = -2_208_988_800_000;
const LAST_INSTANT = 10_413_791_999_999;

const TIME = '([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d([.]\\d{1,9})?)?( ?[AaPp][Mm])?';
const INSTANT_PATTERN = `^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])([T ]${TIME} ?(Z|UTC|GMT|[+-]\\d\\d(:?\\d\\d)?)?)?$`;

/** Milliseconds since 1970 for the styles that are plain figures. */
function millisecondsSql(raw: string, style: DateStyle): string {
  const figure = `toFloat64OrNull(trimBoth(${raw}))`;
  if (style === 'epoch-milliseconds') return figure;
  if (style === 'epoch-seconds') return `${figure} * 1000`;
  return `round((${figure} - ${EXCEL_EPOCH_DAYS}) * ${MILLISECONDS_A_DAY})`;
}

const parsed = (iso: string, timezone: string) =>
  `if(match(${iso}, ${quoted(INSTANT_PATTERN)}), toTimeZone(parseDateTime64BestEffortOrNull(${iso}, 3, ${quoted(timezone)}), 'UTC'), NULL)`;

/**
 * SQL that reads a raw field as an instant: Nullable(DateTime64(3, 'UTC')). A day without a time is its midnight; a time
 * without a zone is read in `timezone`. NULL for another shape or a day that does not exist.
 */
export function instantSql(rawSql: string, style: DateStyle, timezone: string): string {
  if (style === 'epoch-seconds' || style === 'epoch-milliseconds' || style === 'excel-serial') {
    const at = millisecondsSql(rawSql, style);
    return `if(${at} BETWEEN ${FIRST_INSTANT} AND ${LAST_INSTANT}, fromUnixTimestamp64Milli(toInt64(${at}), 'UTC'), NULL)`;
  }
  const rewritten = given('iso', `replaceOne(${isoTextSql(rawSql, style)}, ',', '.')`, parsed('iso', timezone));
  if (style === 'iso') {
    return `if(match(${rawSql}, ${quoted(INSTANT_PATTERN)}), ${parsed(rawSql, timezone)}, ${rewritten})`;
  }
  return rewritten;
}
