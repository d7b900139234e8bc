import { quoted } from '#warehouse/query.ts';
import type { ColumnKind } from '#warehouse/table.ts';

/** Spellings of "nothing here" that exports write; compared after trimming blanks. */
const NOTHING = [
  '',
  '-',
  '--',
  'NULL',
  'null',
  'Null',
  '\\N',
  'NA',
  'na',
  'N/A',
  'n/a',
  '#N/A',
  '#NV',
  'k.A.',
  'k. A.',
  'None',
  'NaN',
  'nan',
];

/** "No end" and "not filled" as SAP, insurers and spreadsheets write them. */
const OPEN_DATES = [
  '31.12.9999',
  '31/12/9999',
  '12/31/9999',
  '9999-12-31',
  '99991231',
  '31129999',
  '00.00.0000',
  '00/00/0000',
  '0000-00-00',
  '00000000',
];

/** An open date may carry a time of day or a zone: '9999-12-31T23:59:59Z'. */
const OPEN_DATE_WITH_TIME = '^(9999-12-31|31[.]12[.]9999|0000-00-00|00[.]00[.]0000)[T ][0-9:.]+Z?$';

const list = (texts: readonly string[]) => texts.map(quoted).join(', ');

/**
 * SQL that is true where a raw field says "nothing": empty, NULL, NA, - and, for dates and instants, the open ends
 * 31.12.9999 and 00.00.0000. Never NULL.
 */
export function isAbsentSql(rawSql: string, kind: ColumnKind): string {
  const text = `trimBoth(${rawSql}, ' \\t\\r\\n\u00a0')`;
  const plain = (texts: readonly string[]) => `ifNull(${text} IN (${list(texts)}), true)`;
  if (kind !== 'date' && kind !== 'instant') return plain(NOTHING);
  const timed = `(length(${rawSql}) > 10 AND match(${text}, ${quoted(OPEN_DATE_WITH_TIME)}))`;
  return `(${plain([...NOTHING, ...OPEN_DATES])} OR ifNull(${timed}, false))`;
}
