import { normaliseHeader } from './normalise-header.ts';

/** Words in headers that say a unit, period or basis, compared after normalising. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  cents: ['ct', 'cent', 'cents'],
  euros: ['eur', 'euro', 'euros'],
  milliseconds: ['ms', 'millis', 'milliseconds', 'millisekunden'],
  seconds: ['s', 'sec', 'secs', 'seconds', 'sek', 'sekunden'],
  minutes: ['min', 'mins', 'minutes', 'minuten'],
  hours: ['h', 'hours', 'stunden', 'std'],
  percent: ['percent', 'prozent', 'pct'],
  month: ['monat', 'monatlich', 'mtl', 'month', 'monthly', 'permonth'],
  quarter: ['quartal', 'quarterly', 'vierteljaehrlich'],
  year: ['jahr', 'jaehrlich', 'year', 'yearly', 'annual', 'annually', 'pa'],
  net: ['netto', 'net'],
  gross: ['brutto', 'gross'],
};
const UNIT_OF_WORD = new Map(
  Object.entries(WORDS).flatMap(([unit, words]) => words.map((word) => [word, unit] as const)),
);
/** Little words that stand beside a unit: 'Preis in Cent', 'price per month'. */
const FILLERS = new Set(['in', 'per', 'pro', 'je', 'a', 'p']);

/** Beginnings of German compounds: Monatsbeitrag, Bruttopreis. */
const PREFIXES: readonly (readonly [string, string])[] = [
  ['monatlicher', 'month'],
  ['monats', 'month'],
  ['jaehrlicher', 'year'],
  ['jahres', 'year'],
  ['quartals', 'quarter'],
  ['brutto', 'gross'],
  ['netto', 'net'],
];

/** A header without its units, and the units it named. */
export interface StrippedHeader {
  /** Normalised; '' when nothing but units is left. */
  readonly base: string;
  readonly units: readonly string[];
}

const wordsOf = (header: string) =>
  header
    .replaceAll('€', ' eur ')
    .replaceAll('%', ' percent ')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .map(normaliseHeader)
    .filter((word) => word !== '');

function withoutPrefix({ base, units }: StrippedHeader): StrippedHeader {
  const found = PREFIXES.find(([prefix]) => base.startsWith(prefix) && base.length > prefix.length);
  if (found === undefined) return { base, units };
  return withoutPrefix({ base: base.slice(found[0].length), units: [...units, found[1]] });
}

/** Takes units, periods and bases out of a header: 'Preis brutto (ct)' is 'preis' in cents, gross. */
export function stripUnits(header: string): StrippedHeader {
  const words = wordsOf(header);
  const units = words.flatMap((word) => UNIT_OF_WORD.get(word) ?? []);
  const rest = words.filter((word) => !UNIT_OF_WORD.has(word));
  const kept = units.length === 0 ? rest : rest.filter((word) => !FILLERS.has(word));
  return withoutPrefix({ base: kept.join(''), units });
}

/** Periods and bases that a header says although it is known as a whole: Jahresbeitrag, MonthlyCharges, mrr. */
export function impliedUnits(header: string): readonly string[] {
  const name = normaliseHeader(header);
  const implied: [RegExp, string][] = [
    [/monat|monthly|mtl|mrr|permonth/, 'month'],
    [/jahr|jaehrlich|annual|yearly|peryear/, 'year'],
    [/quartal|quarterly/, 'quarter'],
    [/brutto|gross/, 'gross'],
    [/netto|^net|net$/, 'net'],
  ];
  return implied.filter(([pattern]) => pattern.test(name)).map(([, unit]) => unit);
}
