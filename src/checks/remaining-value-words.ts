import type { CheckWords } from './check-messages.ts';

/** What a check says that puts a value on departures of its own. */
export const REMAINING_VALUE: Readonly<Record<'en' | 'de', CheckWords['notes']>> = {
  en: {
    revenueForMargin: ({ rate }, f) =>
      `No margin is on record for most customers; the amount is taken from revenue with an assumed margin of ${f.percent(Number(rate), 0)}.`,
    priceForMargin: ({ rate }, f) =>
      `Neither margin nor revenue is on record for most customers; the amount is taken from contract prices with an assumed margin of ${f.percent(Number(rate), 0)}.`,
    noWorth: () => 'No sum of money is named: neither margin nor revenue nor price is known for half of the customers.',
  },
  de: {
    revenueForMargin: ({ rate }, f) =>
      `Für die meisten Kunden liegt kein Deckungsbeitrag vor; der Betrag ist aus dem Umsatz mit einer angenommenen Marge von ${f.percent(Number(rate), 0)} gebildet.`,
    priceForMargin: ({ rate }, f) =>
      `Für die meisten Kunden liegt weder Deckungsbeitrag noch Umsatz vor; der Betrag ist aus Vertragspreisen mit einer angenommenen Marge von ${f.percent(Number(rate), 0)} gebildet.`,
    noWorth: () =>
      'Ein Geldbetrag wird nicht genannt: Für die Hälfte der Kunden ist weder Deckungsbeitrag noch Umsatz noch Preis bekannt.',
  },
};
