import { category, defineTable, id, money } from '../table.ts';
import { PRODUCT_HEADERS } from './spellings.ts';

export const cost = defineTable({
  name: 'cost',
  number: 20,
  // The sum belongs to the key: cost lines carry no number of their own, and two of one purpose and month must both count.
  key: ['period', 'purpose', 'line', 'product', 'allocation_key', 'amount'],
  en: 'Money spent on winning, keeping or saving customers.',
  de: 'Geld, das für Gewinnung, Bindung oder Rettung von Kunden ausgegeben wurde.',
  columns: {
    period: category({
      required: true,
      en: 'Year, quarter or month: 2024, 2024-Q1, 2024-03.',
      de: 'Jahr, Quartal oder Monat: 2024, 2024-Q1, 2024-03.',
      synonyms: ['Zeitraum', 'Periode', 'Buchungsperiode', 'Jahr', 'Geschäftsjahr', 'Monat', 'year', 'month', 'PERIO'],
    }),
    amount: money({
      required: true,
      unit: 'money/period',
      en: 'Sum spent; below zero for a refund.',
      de: 'Ausgegebener Betrag; unter null bei Erstattung.',
      synonyms: ['Betrag', 'Kosten', 'Summe', 'DMBTR', 'WTGBTR', 'spend', 'cost'],
    }),
    purpose: category({
      required: true,
      en: 'What it was spent for.',
      de: 'Wofür es ausgegeben wurde.',
      synonyms: ['Zweck', 'Verwendungszweck', 'Kostenzweck', 'cost purpose'],
      values: {
        acquisition: ['gewinnung', 'neukundengewinnung', 'akquise', 'neukunden', 'new customers'],
        retention: ['bindung', 'kundenbindung', 'bestand', 'bestandskunden', 'betreuung', 'care'],
        save: ['rettung', 'rückgewinnung', 'haltung', 'kündigerrückgewinnung', 'win-back'],
        mixed: ['gemischt', 'beides', 'allgemein', 'shared', 'general'],
      },
    }),
    line: category({
      en: 'Line of business.',
      de: 'Sparte.',
      synonyms: ['Sparte', 'Geschäftsfeld', 'business line', 'product line'],
    }),
    product: id({
      en: 'Product, by its number.',
      de: 'Produkt, mit seiner Nummer.',
      synonyms: ['product_id', ...PRODUCT_HEADERS.filter((header) => header !== 'product')],
    }),
    allocation_key: category({
      en: 'How a mixed cost is split.',
      de: 'Wie gemischte Kosten aufgeteilt werden.',
      synonyms: ['Verteilungsschlüssel', 'Umlageschlüssel', 'Schlüssel', 'split key'],
    }),
  },
});
