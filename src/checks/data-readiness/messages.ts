import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import type { Note } from '../verdict.ts';

type Values = Note['values'];
const part = (v: Values, f: Format) => `${f.percent(Number(v['share']))} (${f.count(Number(v['failed']))})`;

const en: CheckWords = {
  question: () => 'How far do these data carry?',
  answer: (v, f) => {
    const run = `${f.count(v.counts['runnable'] ?? 0)} of ${f.count(v.counts['checks'] ?? 0)} questions can be asked of them`;
    return v.outcome === 'clear'
      ? `They are in good order: ${run}.`
      : `With care: ${run}; doubtful points in them: ${f.count(v.counts['doubtful'] ?? 0)}.`;
  },
  naive: () => 'A plain look counts rows and does not see whether they fit together.',
  action: () =>
    'Settle the doubtful points with whoever keeps the systems, then import again: an import can be undone as a whole.',
  method:
    'Every table is asked simple questions: do the keys fit, are dates and prices possible, do starts pile up on one day, are early leavers missing. Nothing is guessed or repaired.',
  notes: {
    emptyStore: () => 'Nothing has been imported yet.',
    doubtfulData: ({ problems }, f) => `Points below that may distort other answers: ${f.count(Number(problems))}.`,
    contractWithoutCustomer: (v, f) => `${part(v, f)} of the contracts belong to nobody in the customer table.`,
    contractWithoutProduct: (v, f) =>
      `${part(v, f)} of the contracts name a product that the product table does not know.`,
    contractStartsLater: (v, f) => `${part(v, f)} of the contracts begin after the day of the audit and are left out.`,
    contractWithoutPrice: (v, f) => `${part(v, f)} of the running contracts have no price.`,
    endWithoutReason: (v, f) =>
      `${part(v, f)} of the ended contracts have no reason; they count as left by choice, which may be too many.`,
    priceFarOff: (v, f) =>
      `${part(v, f)} of the prices are 20 times above or below the usual price of their product (cents for euros?).`,
    startsOnOneDay: (v, f) =>
      `${part(v, f)} of the contracts begin on single days on which starts pile up: probably a migration wrote over the true start. The column original_start_date would mend it.`,
    beforeFirstEnd: (v, f) =>
      `${part(v, f)} of the contracts began long before the first recorded end: those who left early are probably missing.`,
    partyTwice: (v, f) => `${part(v, f)} of the parties appear under more than one number.`,
    contactWithoutCustomer: (v, f) => `${part(v, f)} of the contacts cannot be given to a customer.`,
    contactOfStranger: (v, f) => `${part(v, f)} of the contacts belong to nobody in the customer table.`,
    contactLater: (v, f) => `${part(v, f)} of the contacts lie after the day of the audit.`,
    callerUnknown: (v, f) => `${part(v, f)} of the calls do not say whether a customer or a prospect was calling.`,
    answerUnknown: (v, f) => `${part(v, f)} of the calls do not say whether they were answered.`,
    priceEventWithoutContract: (v, f) => `${part(v, f)} of the price changes belong to no known contract.`,
    surveyOfStranger: (v, f) => `${part(v, f)} of the survey answers belong to nobody in the customer table.`,
    valueOfStranger: (v, f) => `${part(v, f)} of the customer values belong to nobody in the customer table.`,
    newcomerPriceForNothing: (v, f) => `${part(v, f)} of the newcomer prices are for products that nobody has.`,
  },
  details: {
    contractWithoutCustomer: 'Contracts without a known customer',
    contractWithoutProduct: 'Contracts without a known product',
    contractStartsLater: 'Contracts that begin later',
    contractWithoutPrice: 'Running contracts without a price',
    endWithoutReason: 'Ends without a reason',
    priceFarOff: 'Prices far off the usual',
    startsOnOneDay: 'Starts that pile up on single days',
    beforeFirstEnd: 'Contracts from before the first recorded end',
    partyTwice: 'Parties under several numbers',
    contactWithoutCustomer: 'Contacts without a customer',
    contactOfStranger: 'Contacts of unknown customers',
    contactLater: 'Contacts after the day of the audit',
    callerUnknown: 'Calls of unknown callers',
    answerUnknown: 'Calls without a result',
    priceEventWithoutContract: 'Price changes without a contract',
    surveyOfStranger: 'Answers of unknown customers',
    valueOfStranger: 'Values of unknown customers',
    newcomerPriceForNothing: 'Newcomer prices without contracts',
  },
  counts: {
    checks: 'questions',
    runnable: 'questions that can be asked',
    probes: 'points looked at',
    doubtful: 'doubtful points',
    rows: 'rows',
    columns: 'columns',
    filledColumns: 'filled columns',
  },
  excluded: {},
  dimensions: { table: 'Table' },
  charts: {},
};

const de: typeof en = {
  question: () => 'Wie weit tragen diese Daten?',
  answer: (v, f) => {
    const run = `${f.count(v.counts['runnable'] ?? 0)} von ${f.count(v.counts['checks'] ?? 0)} Fragen lassen sich an sie stellen`;
    return v.outcome === 'clear'
      ? `Sie sind in gutem Zustand: ${run}.`
      : `Mit Vorsicht: ${run}; zweifelhafte Punkte darin: ${f.count(v.counts['doubtful'] ?? 0)}.`;
  },
  naive: () => 'Ein einfacher Blick zählt Zeilen und sieht nicht, ob sie zusammenpassen.',
  action: () =>
    'Klären Sie die zweifelhaften Punkte mit denen, die die Systeme pflegen, und lesen Sie dann neu ein: Ein Import lässt sich als Ganzes rückgängig machen.',
  method:
    'Jeder Tabelle werden einfache Fragen gestellt: Passen die Schlüssel, sind Daten und Preise möglich, häufen sich Beginne an einem Tag, fehlen früh Gegangene? Nichts wird geraten oder ausgebessert.',
  notes: {
    emptyStore: () => 'Es ist noch nichts importiert.',
    doubtfulData: ({ problems }, f) =>
      `Punkte unten, die andere Antworten verzerren können: ${f.count(Number(problems))}.`,
    contractWithoutCustomer: (v, f) => `${part(v, f)} der Verträge gehören niemandem in der Kundentabelle.`,
    contractWithoutProduct: (v, f) =>
      `${part(v, f)} der Verträge nennen ein Produkt, das die Produkttabelle nicht kennt.`,
    contractStartsLater: (v, f) => `${part(v, f)} der Verträge beginnen erst nach dem Stichtag und bleiben außen vor.`,
    contractWithoutPrice: (v, f) => `${part(v, f)} der laufenden Verträge haben keinen Preis.`,
    endWithoutReason: (v, f) =>
      `${part(v, f)} der beendeten Verträge haben keinen Grund; sie zählen als gewollter Abgang, was zu viele sein können.`,
    priceFarOff: (v, f) =>
      `${part(v, f)} der Preise liegen um das 20-Fache über oder unter dem Üblichen ihres Produkts (Cent statt Euro?).`,
    startsOnOneDay: (v, f) =>
      `${part(v, f)} der Verträge beginnen an einzelnen Tagen, an denen sich Beginne häufen: Vermutlich hat eine Migration den wahren Beginn überschrieben. Die Spalte original_start_date würde es heilen.`,
    beforeFirstEnd: (v, f) =>
      `${part(v, f)} der Verträge begannen lange vor dem ersten erfassten Ende: Früh Gegangene fehlen vermutlich.`,
    partyTwice: (v, f) => `${part(v, f)} der Parteien kommen unter mehreren Nummern vor.`,
    contactWithoutCustomer: (v, f) => `${part(v, f)} der Kontakte lassen sich keinem Kunden zuordnen.`,
    contactOfStranger: (v, f) => `${part(v, f)} der Kontakte gehören niemandem in der Kundentabelle.`,
    contactLater: (v, f) => `${part(v, f)} der Kontakte liegen nach dem Stichtag.`,
    callerUnknown: (v, f) => `Bei ${part(v, f)} der Anrufe steht nicht, ob ein Kunde oder ein Interessent anrief.`,
    answerUnknown: (v, f) => `Bei ${part(v, f)} der Anrufe steht nicht, ob sie angenommen wurden.`,
    priceEventWithoutContract: (v, f) => `${part(v, f)} der Preisänderungen gehören zu keinem bekannten Vertrag.`,
    surveyOfStranger: (v, f) => `${part(v, f)} der Umfrageantworten gehören niemandem in der Kundentabelle.`,
    valueOfStranger: (v, f) => `${part(v, f)} der Kundenwerte gehören niemandem in der Kundentabelle.`,
    newcomerPriceForNothing: (v, f) => `${part(v, f)} der Neugeschäftspreise gelten Produkten, die niemand hat.`,
  },
  details: {
    contractWithoutCustomer: 'Verträge ohne bekannten Kunden',
    contractWithoutProduct: 'Verträge ohne bekanntes Produkt',
    contractStartsLater: 'Verträge mit späterem Beginn',
    contractWithoutPrice: 'Laufende Verträge ohne Preis',
    endWithoutReason: 'Enden ohne Grund',
    priceFarOff: 'Preise weit außerhalb des Üblichen',
    startsOnOneDay: 'Beginne, die sich an einzelnen Tagen häufen',
    beforeFirstEnd: 'Verträge aus der Zeit vor dem ersten erfassten Ende',
    partyTwice: 'Parteien unter mehreren Nummern',
    contactWithoutCustomer: 'Kontakte ohne Kunden',
    contactOfStranger: 'Kontakte unbekannter Kunden',
    contactLater: 'Kontakte nach dem Stichtag',
    callerUnknown: 'Anrufe unbekannter Anrufer',
    answerUnknown: 'Anrufe ohne Ergebnis',
    priceEventWithoutContract: 'Preisänderungen ohne Vertrag',
    surveyOfStranger: 'Antworten unbekannter Kunden',
    valueOfStranger: 'Werte unbekannter Kunden',
    newcomerPriceForNothing: 'Neugeschäftspreise ohne Verträge',
  },
  counts: {
    checks: 'Fragen',
    runnable: 'Fragen, die sich stellen lassen',
    probes: 'betrachtete Punkte',
    doubtful: 'zweifelhafte Punkte',
    rows: 'Zeilen',
    columns: 'Spalten',
    filledColumns: 'gefüllte Spalten',
  },
  excluded: {},
  dimensions: { table: 'Tabelle' },
  charts: {},
};

export const dataReadinessMessages: CheckMessages = { en, de };
