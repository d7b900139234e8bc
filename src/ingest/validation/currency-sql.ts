import { quoted } from '#warehouse/query.ts';

const CODES: readonly (readonly [string, string])[] = [
  ['€', 'EUR'],
  ['eur', 'EUR'],
  ['euro', 'EUR'],
  ['$', 'USD'],
  ['us$', 'USD'],
  ['usd', 'USD'],
  ['£', 'GBP'],
  ['gbp', 'GBP'],
  ['¥', 'JPY'],
  ['fr', 'CHF'],
  ['fr.', 'CHF'],
  ['sfr', 'CHF'],
  ['chf', 'CHF'],
];

/** A sign or a code of letters beside an amount. */
const MARK = '([€$£¥]|\\p{L}{2,4}[.]?)';

/** SQL of the ISO code of the currency that a raw amount names, '' for none. An unknown code stays as it is written. */
export function amountCurrencySql(raw: string): string {
  const mark = `extract(ifNull(${raw}, ''), ${quoted(MARK)})`;
  // Plain figures are the rule: only what carries another sign is looked at.
  return `if(match(ifNull(${raw}, ''), '^[-+0-9., ]*$'), '', ${isoCodeSql(mark)})`;
}

/** SQL of the ISO code of a text that names a currency, '' for none. */
export function isoCodeSql(text: string): string {
  const trimmed = `trimBoth(ifNull(${text}, ''))`;
  const from = CODES.map(([mark]) => quoted(mark)).join(', ');
  const to = CODES.map(([, code]) => quoted(code)).join(', ');
  return `transform(lowerUTF8(${trimmed}), [${from}], [${to}], upperUTF8(${trimmed}))`;
}
