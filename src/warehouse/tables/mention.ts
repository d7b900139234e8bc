import { category, count, defineTable, id, instant, number } from '../table.ts';

export const mention = defineTable({
  name: 'mention',
  number: 22,
  // Without a number of its own, two like reviews of one day are told apart by everything else that is known.
  key: ['mention_id', 'at', 'source', 'rating', 'polarity', 'reason_code', 'by', 'reach'],
  orders: [{ before: 'at', after: 'replied_at' }],
  anyOf: [['rating', 'polarity']],
  en: 'A public review or remark about the company, without its author.',
  de: 'Eine öffentliche Bewertung oder Äußerung über die Firma, ohne Verfasser.',
  columns: {
    at: instant({
      required: true,
      event: true,
      en: 'When it appeared.',
      de: 'Wann sie erschien.',
      synonyms: [
        'Zeitpunkt',
        'Datum',
        'veröffentlicht am',
        'Bewertungsdatum',
        'created_at',
        'published at',
        'review date',
      ],
    }),
    source: category({
      required: true,
      en: 'Portal, forum or paper.',
      de: 'Portal, Forum oder Zeitung.',
      synonyms: ['Quelle', 'Portal', 'Plattform', 'platform', 'site'],
    }),
    rating: number({
      min: 0,
      max: 10,
      unit: 'stars',
      en: 'Stars or points; high is good.',
      de: 'Sterne oder Punkte; hoch ist gut.',
      synonyms: ['Sterne', 'Bewertung', 'Note', 'stars', 'score'],
    }),
    polarity: category({
      en: 'Good, neutral or bad, where there are no stars.',
      de: 'Gut, neutral oder schlecht, wo es keine Sterne gibt.',
      synonyms: ['Polarität', 'Stimmung', 'Tendenz', 'sentiment'],
      values: {
        positive: ['positiv', 'pos', 'gut', 'lob', 'good'],
        neutral: ['gemischt', 'mixed'],
        negative: ['negativ', 'neg', 'schlecht', 'kritik', 'bad'],
      },
    }),
    mention_id: id({
      en: 'Your own running number; not the address or author of the posting.',
      de: 'Ihre eigene laufende Nummer; nicht Adresse oder Verfasser des Beitrags.',
      synonyms: ['Bewertungs-Nr', 'lfd. Nr.', 'review number'],
    }),
    reason_code: category({
      en: 'What it is about, by your own code.',
      de: 'Worum es geht, nach eigenem Schlüssel.',
      synonyms: ['Grund', 'Grundcode', 'Thema', 'Anlass', 'reason', 'topic'],
    }),
    reach: count({
      unit: 'people',
      en: 'How many people it reached.',
      de: 'Wie viele Menschen sie erreichte.',
      synonyms: ['Reichweite', 'Aufrufe', 'views', 'impressions'],
    }),
    replied_at: instant({
      event: true,
      en: 'When the company answered.',
      de: 'Wann die Firma antwortete.',
      synonyms: ['beantwortet am', 'Antwort am', 'reply date', 'answered at'],
    }),
    by: category({
      en: 'Who speaks: a customer, the company, someone else.',
      de: 'Wer spricht: ein Kunde, die Firma, jemand anderes.',
      synonyms: ['von', 'Urheberart', 'author type'],
      values: {
        customer: ['kunde', 'kundin', 'consumer'],
        firm: ['firma', 'unternehmen', 'company'],
        other: ['andere', 'sonstige', 'dritte', 'third party'],
      },
    }),
  },
});
