import type { NumberStyle } from '../plan.ts';
import { given, groupsOf } from './given.ts';

/** Signs and codes of money that may stand before or behind an amount. */
const CURRENCY = '(?:€|\\$|£|¥|EUR|USD|GBP|CHF|Euro|Fr\\.?)';
const BLANK = '[\\s\\x{00a0}\\x{202f}]*';

/** One amount as people write it: groups of three, the decimal mark, a sign before or behind or brackets, money, percent. */
function amountPattern(style: NumberStyle): string {
  const group = style === 'comma' ? "[.'’\\x{00a0}\\x{202f} ]" : "[,'’\\x{00a0}\\x{202f} ]";
  const mark = style === 'comma' ? ',' : '[.]';
  const sign = '[-+−(]';
  // '5,-' is a price without cents.
  const digits = `(\\d{1,3}(?:${group}\\d{3})+|\\d+)?(?:${mark}(?:(\\d+)|[-–—]{1,2})?)?`;
  const before = `(${sign}?)${BLANK}${CURRENCY}?${BLANK}(${sign}?)${BLANK}`;
  const behind = `${BLANK}([-−)]?)${BLANK}(%?)${BLANK}${CURRENCY}?${BLANK}([-−)]?)`;
  return `^${BLANK}${before}${digits}${behind}${BLANK}$`;
}

/** Amounts that the engine cannot read by itself: taken apart, cleaned and put together again. */
function writtenAmountSql(raw: string, style: NumberStyle): string {
  const whole = `replaceRegexpAll(parts[3], '[^0-9]', '')`;
  const plain = `if(digits = '' AND parts[4] = '', '', concat(digits, '.', parts[4], '0'))`;
  const signs = `concat(parts[1], parts[2], parts[5], parts[7])`;
  const negative = `match(signs, '[-−]|^[(][)]$')`;
  const balanced = `signs IN ('', '+', '-', '−', '()')`;
  const amount = given('digits', whole, `toDecimal128OrNull(${plain}, 10)`);
  const signed = `if(${negative}, -amount, amount)`;
  const read = `if(length(parts) = 7 AND ${balanced}, if(parts[6] = '%', toDecimal128(${signed} * toDecimal128('0.01', 2), 10), ${signed}), NULL)`;
  return given('parts', groupsOf(raw, amountPattern(style)), given('signs', signs, given('amount', amount, read)));
}

/** Grouped thousands and nothing else unusual: common enough to be spared the taking apart. */
function groupedAmount(raw: string, style: NumberStyle): { readonly usual: string; readonly value: string } {
  const [group, mark] = style === 'comma' ? ['.', ','] : [',', '.'];
  const usual = `match(${raw}, '^-?[0-9]{1,3}([${group}][0-9]{3})+([${mark}][0-9]+)?$')`;
  const bare = `replaceAll(${raw}, '${group}', '')`;
  return { usual, value: `toDecimal128OrNull(${style === 'comma' ? `replaceOne(${bare}, ',', '.')` : bare}, 10)` };
}

/**
 * SQL that reads a raw field as a number: Nullable(Decimal(38, 10)).
 * Understood beside plain numbers: grouped thousands (also blanks and apostrophes), currency signs, percent (divided by
 * 100), a trailing minus and amounts in brackets. Anything else is NULL: '1,5' where the mark is the point, 'inf', '0x10'.
 */
export function numberSql(rawSql: string, style: NumberStyle): string {
  const marked = style === 'comma' ? `replaceOne(${rawSql}, ',', '.')` : rawSql;
  const quick = `toDecimal128OrNull(${marked}, 10)`;
  // The engine reads a lone '-' as 0, and in comma style the point is no decimal mark.
  const digits = `(${quick} != 0 OR match(${rawSql}, '[0-9]'))`;
  const unpointed = style === 'comma' ? ` AND position(${rawSql}, '.') = 0` : '';
  const readable = `isNotNull(${quick}) AND ${digits}${unpointed}`;
  const grouped = groupedAmount(rawSql, style);
  const written = writtenAmountSql(rawSql, style);
  // An empty field is the commonest of all that are no number.
  return `multiIf(${readable}, ${quick}, ifNull(${rawSql}, '') = '', NULL, ${grouped.usual}, ${grouped.value}, ${written})`;
}
