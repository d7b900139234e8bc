import { boolean, category, date, defineTable, id, money } from '../table.ts';
import { CONTRACT_HEADERS, PERIODS, PRICE_BASES } from './spellings.ts';

export const priceEvent = defineTable({
  name: 'price_event',
  number: 3,
  key: ['contract_id', 'valid_from', 'kind'],
  en: 'A price of a contract from a day on: renewal, increase, correction.',
  de: 'Ein Vertragspreis ab einem Tag: Verlängerung, Erhöhung, Korrektur.',
  columns: {
    contract_id: id({ required: true, en: 'Contract.', de: 'Vertrag.', synonyms: CONTRACT_HEADERS }),
    valid_from: date({
      required: true,
      en: 'First day of this price.',
      de: 'Erster Tag dieses Preises.',
      synonyms: ['gültig ab', 'Preis ab', 'wirksam ab', 'effective date', 'effective from', 'DATAB', 'KONP-DATAB'],
    }),
    price: money({
      required: true,
      unit: 'money/period',
      min: 0,
      en: 'Price per period from that day on.',
      de: 'Preis je Zeitraum ab diesem Tag.',
      synonyms: [
        'Preis',
        'neuer Preis',
        'Beitrag',
        'neuer Beitrag',
        'KBETR',
        'KONP-KBETR',
        'new price',
        'amount',
        'premium',
      ],
      scaled: { unit_amount: 0.01 },
    }),
    kind: category({
      en: 'What changed the price.',
      de: 'Was den Preis geändert hat.',
      synonyms: ['Preisereignis', 'Änderungsart', 'Anlass', 'change type', 'price change reason'],
      values: {
        renewal_offer: ['verlängerungsangebot', 'verlängerung', 'renewal'],
        increase: ['erhöhung', 'preiserhöhung', 'price increase'],
        indexation: ['indexierung', 'indexanpassung', 'dynamik', 'index'],
        discount_end: ['rabattende', 'bonusende', 'end of discount'],
        correction: ['korrektur', 'berichtigung', 'adjustment'],
      },
    }),
    offered_price: money({
      unit: 'money/period',
      min: 0,
      en: 'Price that was offered, if another than the one charged.',
      de: 'Angebotener Preis, falls ein anderer als der berechnete.',
      synonyms: ['Angebotspreis', 'Angebotener Preis', 'renewal price'],
    }),
    accepted: boolean({
      en: 'The customer accepted it.',
      de: 'Der Kunde hat angenommen.',
      synonyms: ['akzeptiert', 'zugestimmt', 'Zustimmung'],
    }),
    letter_date: date({
      event: true,
      en: 'Day of the letter that announced it.',
      de: 'Tag des Ankündigungsschreibens.',
      synonyms: ['Briefdatum', 'Ankündigung am', 'Preisbrief vom', 'notification date'],
    }),
    price_period: category({
      en: 'Period that the prices cover.',
      de: 'Zeitraum, für den die Preise gelten.',
      synonyms: ['Zahlungsweise', 'Preiszeitraum', 'Abrechnungszeitraum', 'billing period', 'interval'],
      values: PERIODS,
    }),
    price_basis: category({
      en: 'Net or gross of VAT.',
      de: 'Netto oder brutto (USt).',
      synonyms: ['Preisbasis', 'Netto/Brutto'],
      values: PRICE_BASES,
    }),
  },
});
