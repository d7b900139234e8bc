/** What can be wrong with a value or a row, each with the number that the store keeps for it. */
export const FAULTS = {
  missing: { number: 1, en: 'required value is missing', de: 'Pflichtangabe fehlt' },
  unreadable: { number: 2, en: 'value cannot be read', de: 'Wert ist nicht lesbar' },
  notAllowed: { number: 3, en: 'value is not one of the allowed ones', de: 'Wert gehört nicht zu den erlaubten' },
  tooSmall: { number: 4, en: 'value is negative or too small', de: 'Wert ist negativ oder zu klein' },
  tooLarge: { number: 5, en: 'value is too large', de: 'Wert ist zu groß' },
  inFuture: { number: 6, en: 'lies in the future', de: 'liegt in der Zukunft' },
  wrongOrder: { number: 7, en: 'lies before the date it must follow', de: 'liegt vor dem Datum, dem es folgen muss' },
  fieldCount: { number: 8, en: 'row has too few or too many fields', de: 'Zeile hat zu wenige oder zu viele Felder' },
  openQuote: {
    number: 9,
    en: 'a field is longer than 64 kB, probably a quote is not closed',
    de: 'ein Feld ist länger als 64 kB, vermutlich ist ein Anführungszeichen nicht geschlossen',
  },
  duplicateKey: {
    number: 10,
    en: 'another row with the same key says something else',
    de: 'eine andere Zeile mit demselben Schlüssel sagt etwas anderes',
  },
  noneGiven: {
    number: 11,
    en: 'none of the columns that could say it is filled',
    de: 'keine der möglichen Spalten ist gefüllt',
  },
  malformed: { number: 12, en: 'line is not a JSON object', de: 'Zeile ist kein JSON-Objekt' },
} as const;

export type FaultId = keyof typeof FAULTS;

const IDS: ReadonlyMap<number, FaultId> = new Map([
  [FAULTS.missing.number, 'missing'],
  [FAULTS.unreadable.number, 'unreadable'],
  [FAULTS.notAllowed.number, 'notAllowed'],
  [FAULTS.tooSmall.number, 'tooSmall'],
  [FAULTS.tooLarge.number, 'tooLarge'],
  [FAULTS.inFuture.number, 'inFuture'],
  [FAULTS.wrongOrder.number, 'wrongOrder'],
  [FAULTS.fieldCount.number, 'fieldCount'],
  [FAULTS.openQuote.number, 'openQuote'],
  [FAULTS.duplicateKey.number, 'duplicateKey'],
  [FAULTS.noneGiven.number, 'noneGiven'],
  [FAULTS.malformed.number, 'malformed'],
]);

/** @throws RangeError for a number that no fault has */
export function faultOf(number: number): FaultId {
  const id = IDS.get(number);
  if (id === undefined) throw new RangeError(`no fault has the number ${number}`);
  return id;
}

/** What became of a row of the file; kept in `_refused`. Readers see accepted rows only. */
export const FATES = { accepted: 0, refused: 1, leftOut: 2, blank: 3 } as const;
