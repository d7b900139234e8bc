import type { RuleRow } from './rule-rows.ts';

// A leading =, +, - or @ would be a formula to a spreadsheet.
const safe = (text: string) => (/^[=+@\t\r-]/.test(text) ? `'${text}` : text);
const field = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Cents as a decimal number with a point: -105 -> "-1.05"; '' for null. */
function decimalOf(cents: number | null): string {
  if (cents === null) return '';
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export const ROWS_HEAD =
  'id,product,region,channel,risk_class,cases,judged_on,price_year,twin_year,above_twin_year,twin_product,quality,result,reason\n';

/** One line of rows.csv. */
export function rowLine(row: RuleRow): string {
  const words = (...texts: readonly string[]) => texts.map((text) => field(safe(text)));
  return `${[
    ...words(row.subjectId, row.productId, row.region, row.channel, row.riskClass),
    String(row.cases),
    row.judgedOn ?? '',
    decimalOf(row.priceCents),
    decimalOf(row.twinCents),
    decimalOf(row.overCents),
    ...words(row.twinProductId, row.quality, row.result, row.reason),
  ].join(',')}\n`;
}
