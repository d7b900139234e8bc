import { category, defineTable, id, money } from '../table.ts';
import { CUSTOMER_HEADERS } from './spellings.ts';

export const customerValue = defineTable({
  name: 'customer_value',
  number: 19,
  key: ['customer_id', 'period'],
  customer: 'customer_id',
  anyOf: [['margin', 'revenue']],
  en: 'What a customer brought in over a period.',
  de: 'Was ein Kunde in einem Zeitraum eingebracht hat.',
  columns: {
    customer_id: id({ person: 'customer', required: true, en: 'Customer.', de: 'Kunde.', synonyms: CUSTOMER_HEADERS }),
    period: category({
      required: true,
      en: 'Year, quarter or month: 2024, 2024-Q1, 2024-03.',
      de: 'Jahr, Quartal oder Monat: 2024, 2024-Q1, 2024-03.',
      synonyms: ['Zeitraum', 'Periode', 'Jahr', 'Geschäftsjahr', 'Monat', 'year', 'fiscal year', 'month'],
    }),
    margin: money({
      unit: 'money/period',
      en: 'Contribution margin; below zero if the customer cost more than they brought.',
      de: 'Deckungsbeitrag; unter null, wenn der Kunde mehr kostete als einbrachte.',
      synonyms: ['Deckungsbeitrag', 'DB', 'DB1', 'Marge', 'contribution margin', 'profit'],
    }),
    revenue: money({
      unit: 'money/period',
      en: 'Revenue, where the margin is not known.',
      de: 'Umsatz, wo der Deckungsbeitrag nicht bekannt ist.',
      synonyms: ['Umsatz', 'Erlös', 'Jahresumsatz', 'AnnualRevenue', 'turnover', 'sales'],
    }),
    cost_to_serve: money({
      unit: 'money/period',
      min: 0,
      en: 'Cost of looking after the customer.',
      de: 'Kosten der Betreuung.',
      synonyms: ['Betreuungskosten', 'Servicekosten', 'service cost'],
    }),
  },
});
