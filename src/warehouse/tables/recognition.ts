import { category, defineTable, id, instant, money } from '../table.ts';
import { CUSTOMER_HEADERS } from './spellings.ts';

export const recognition = defineTable({
  name: 'recognition',
  number: 15,
  key: ['customer_id', 'at', 'kind', 'programme_id'],
  customer: 'customer_id',
  en: 'A thank-you to a customer, or its withholding from a control group.',
  de: 'Ein Dank an einen Kunden oder sein Ausbleiben in der Kontrollgruppe.',
  columns: {
    customer_id: id({ person: 'customer', required: true, en: 'Customer.', de: 'Kunde.', synonyms: CUSTOMER_HEADERS }),
    at: instant({
      required: true,
      event: true,
      en: 'When it was given, or would have been.',
      de: 'Wann gedankt wurde oder worden wäre.',
      synonyms: ['Zeitpunkt', 'Datum', 'gewährt am', 'CreatedDate', 'created_at', 'sent at'],
    }),
    kind: category({
      required: true,
      en: 'How it was shown.',
      de: 'Wie sie gezeigt wurde.',
      synonyms: ['Art', 'Anerkennungsart', 'Maßnahme', 'recognition type'],
      values: {
        thanks: ['dank', 'danke', 'dankschreiben', 'thank you'],
        gift: ['geschenk', 'präsent', 'goody'],
        upgrade: ['aufwertung', 'höherstufung'],
        anniversary: ['jubiläum', 'jahrestag'],
        status: ['statusstufe', 'vip'],
      },
    }),
    value: money({
      min: 0,
      en: 'What it cost.',
      de: 'Was sie gekostet hat.',
      synonyms: ['Wert', 'Betrag', 'Kosten', 'amount', 'cost'],
    }),
    programme_id: id({
      en: 'Programme it belongs to.',
      de: 'Programm, zu dem sie gehört.',
      synonyms: ['Programm', 'Treueprogramm', 'Kampagne', 'programme', 'program_id', 'CampaignId'],
    }),
    arm: category({
      en: 'Treated, or held out for comparison.',
      de: 'Behandelt oder zum Vergleich zurückgehalten.',
      synonyms: ['Versuchsgruppe', 'Testgruppe', 'Gruppe', 'group', 'test arm'],
      values: {
        treated: ['behandelt', 'test', 'treatment'],
        holdout: ['kontrolle', 'kontrollgruppe', 'zurückgehalten', 'control'],
      },
    }),
  },
});
