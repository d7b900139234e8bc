import { boolean, category, defineTable, id, instant, money } from '../table.ts';
import { CUSTOMER_HEADERS } from './spellings.ts';

export const referral = defineTable({
  name: 'referral',
  number: 17,
  key: ['referred_customer_id', 'at', 'referrer_customer_id'],
  customer: 'referred_customer_id',
  en: 'How a customer came to us, above all on whose recommendation.',
  de: 'Wie ein Kunde zu uns kam, vor allem auf wessen Empfehlung.',
  columns: {
    referred_customer_id: id({
      person: 'customer',
      required: true,
      en: 'Who came.',
      de: 'Wer kam.',
      synonyms: [
        'Geworbener',
        'geworbener Kunde',
        'Neukunde',
        'referred customer',
        'referee',
        'customer_id',
        ...CUSTOMER_HEADERS,
      ],
    }),
    at: instant({
      required: true,
      event: true,
      en: 'When.',
      de: 'Wann.',
      synonyms: ['Zeitpunkt', 'Datum', 'Werbedatum', 'empfohlen am', 'CreatedDate', 'created_at'],
    }),
    referrer_customer_id: id({
      person: 'customer',
      en: 'Who recommended us.',
      de: 'Wer uns empfahl.',
      synonyms: ['Werber', 'Empfehler', 'Empfehlung durch', 'geworben durch', 'referrer', 'referred by'],
    }),
    source_type: category({
      en: 'What brought the customer here.',
      de: 'Was den Kunden herbrachte.',
      synonyms: ['Quelle', 'Herkunft', 'Werbeweg', 'LeadSource', 'hs_analytics_source', 'source'],
      values: {
        recommendation: [
          'empfehlung',
          'weiterempfehlung',
          'kunden werben kunden',
          'freundschaftswerbung',
          'word of mouth',
          'referral',
        ],
        review: ['bewertung', 'bewertungsportal', 'rezension'],
        ad: ['werbung', 'anzeige', 'kampagne', 'advertising', 'advertisement'],
        portal: ['vergleichsportal', 'makler', 'comparison site', 'price comparison'],
        unknown: ['unbekannt', 'keine angabe'],
      },
    }),
    asked: boolean({
      en: 'The customer was asked what brought them here.',
      de: 'Der Kunde wurde nach der Herkunft gefragt.',
      synonyms: ['gefragt', 'Herkunft erfragt', 'was asked'],
    }),
    reward: money({
      min: 0,
      en: 'Reward paid for the recommendation.',
      de: 'Für die Empfehlung gezahlte Prämie.',
      synonyms: ['Prämie', 'Werbeprämie', 'Empfehlungsprämie', 'referral bonus'],
    }),
    converted: boolean({
      en: 'It became a contract.',
      de: 'Daraus wurde ein Vertrag.',
      synonyms: ['abgeschlossen', 'Abschluss', 'Vertrag zustande gekommen', 'IsConverted', 'won'],
    }),
  },
});
