import { category, defineTable, id, instant, number, text } from '../table.ts';
import { CUSTOMER_HEADERS } from './spellings.ts';

export const survey = defineTable({
  name: 'survey',
  number: 16,
  key: ['customer_id', 'respondent_id', 'at', 'item', 'touchpoint_id', 'wave'],
  customer: 'customer_id',
  // Anonymous answers are welcome, but an answer of nobody cannot be told from its copy.
  anyOf: [['customer_id', 'respondent_id']],
  en: 'One answer to one question.',
  de: 'Eine Antwort auf eine Frage.',
  columns: {
    customer_id: id({
      person: 'customer',
      en: 'Who answered, if known.',
      de: 'Wer antwortete, falls bekannt.',
      synonyms: CUSTOMER_HEADERS,
    }),
    respondent_id: id({
      person: 'customer',
      en: 'Anonymous number of who answered.',
      de: 'Anonyme Nummer der antwortenden Person.',
      synonyms: ['Teilnehmer', 'Teilnehmer-Nr', 'Befragten-Nr', 'ResponseId', 'respondent'],
    }),
    at: instant({
      required: true,
      event: true,
      en: 'When it was answered.',
      de: 'Wann geantwortet wurde.',
      synonyms: ['Zeitpunkt', 'Datum', 'beantwortet am', 'RecordedDate', 'EndDate', 'created_at', 'submitted at'],
    }),
    item: category({
      required: true,
      en: 'Question: recommend, overall, sales, after_sales ...',
      de: 'Frage: Weiterempfehlung, Gesamturteil, Verkauf, Betreuung ...',
      synonyms: ['Frage', 'Merkmal', 'Kennzahl', 'question', 'question_id'],
    }),
    value: number({
      required: true,
      unit: 'points of the scale',
      en: 'Answer; high is good.',
      de: 'Antwort; hoch ist gut.',
      synonyms: [
        'Antwort',
        'Wert',
        'Note',
        'Zufriedenheit',
        'Weiterempfehlung',
        'NPS',
        'satisfaction_rating',
        'score',
        'answer',
      ],
    }),
    scale_max: number({
      required: true,
      unit: 'points of the scale',
      min: 1,
      en: 'Highest answer possible.',
      de: 'Höchste mögliche Antwort.',
      synonyms: ['Skala', 'Skala bis', 'Skalenmaximum', 'scale', 'max score'],
    }),
    touchpoint_id: id({
      en: 'Touchpoint that was asked about.',
      de: 'Touchpoint, nach dem gefragt wurde.',
      synonyms: ['Touchpoint', 'Berührungspunkt', 'Kontaktpunkt'],
    }),
    wave: category({
      en: 'Round of the survey.',
      de: 'Befragungswelle.',
      synonyms: ['Welle', 'Befragungswelle', 'Erhebung', 'survey round'],
    }),
    channel: category({
      en: 'How it was asked.',
      de: 'Wie gefragt wurde.',
      synonyms: ['Kanal', 'Befragungskanal', 'DistributionChannel'],
    }),
    reason_text: text({
      freeText: true,
      en: 'Reason in the respondent’s words.',
      de: 'Begründung in eigenen Worten.',
      synonyms: ['Begründung', 'Kommentar', 'Freitext', 'comment', 'verbatim'],
    }),
  },
});
