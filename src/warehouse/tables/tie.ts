import { category, date, defineTable, id, number } from '../table.ts';

export const tie = defineTable({
  name: 'tie',
  number: 18,
  key: ['customer_id_a', 'customer_id_b', 'kind', 'from'],
  customer: 'customer_id_a',
  orders: [{ before: 'from', after: 'to' }],
  en: 'Two customers who know each other or belong together.',
  de: 'Zwei Kunden, die sich kennen oder zusammengehören.',
  columns: {
    customer_id_a: id({
      person: 'customer',
      required: true,
      en: 'One customer; in a referral, who recommended.',
      de: 'Ein Kunde; bei einer Empfehlung der Empfehler.',
      synonyms: ['Kunde A', 'Kundennummer A', 'PARTNER1', 'customer_a', 'source customer', 'customer_id_1'],
    }),
    customer_id_b: id({
      person: 'customer',
      required: true,
      en: 'The other customer.',
      de: 'Der andere Kunde.',
      synonyms: ['Kunde B', 'Kundennummer B', 'PARTNER2', 'customer_b', 'target customer', 'customer_id_2'],
    }),
    kind: category({
      required: true,
      en: 'What ties them.',
      de: 'Was sie verbindet.',
      synonyms: ['Beziehung', 'Beziehungsart', 'RELTYP', 'relation', 'relationship', 'tie type'],
      values: {
        household: ['haushalt', 'familie', 'family'],
        group: ['konzern', 'unternehmensgruppe', 'company group'],
        referral: ['empfehlung', 'recommendation'],
        shared_contract: ['gemeinsamer vertrag', 'familienvertrag', 'rahmenvertrag', 'joint contract'],
        community: ['gemeinschaft', 'verein', 'nachbarschaft', 'club'],
      },
    }),
    strength: number({
      min: 0,
      unit: 'weight',
      en: 'Strength of the tie on your own scale; empty counts as 1.',
      de: 'Stärke der Bindung auf eigener Skala; leer zählt als 1.',
      synonyms: ['Stärke', 'Gewicht', 'weight'],
    }),
    from: date({ en: 'First day.', de: 'Erster Tag.', synonyms: ['von', 'seit', 'gültig ab', 'DATE_FROM', 'since'] }),
    to: date({
      en: 'Last day; empty while it lasts.',
      de: 'Letzter Tag; leer, solange sie besteht.',
      synonyms: ['bis', 'gültig bis', 'DATE_TO', 'until'],
    }),
  },
});
