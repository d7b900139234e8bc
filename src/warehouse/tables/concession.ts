import { category, date, defineTable, id, instant, money } from '../table.ts';
import { CUSTOMER_HEADERS } from './spellings.ts';

export const concession = defineTable({
  name: 'concession',
  number: 14,
  key: ['customer_id', 'at', 'kind', 'trigger', 'exit_event_id'],
  customer: 'customer_id',
  en: 'Something given to a customer: discount, credit, upgrade, waived fee.',
  de: 'Ein Zugeständnis an einen Kunden: Rabatt, Gutschrift, Aufwertung, Gebührenerlass.',
  columns: {
    customer_id: id({
      person: 'customer',
      required: true,
      en: 'Who got it.',
      de: 'Wer es bekam.',
      synonyms: CUSTOMER_HEADERS,
    }),
    at: instant({
      required: true,
      event: true,
      en: 'When it was granted.',
      de: 'Wann es gewährt wurde.',
      synonyms: ['Zeitpunkt', 'Datum', 'gewährt am', 'Buchungsdatum', 'CreatedDate', 'created_at', 'granted at'],
    }),
    value: money({
      required: true,
      unit: 'money/year, or money once',
      min: 0,
      en: 'Worth to the customer: of one year if it lasts, else of the single gift.',
      de: 'Wert für den Kunden: eines Jahres, wenn es andauert, sonst der einmaligen Leistung.',
      synonyms: ['Wert', 'Betrag', 'Gutschrift', 'Gutschriftsbetrag', 'Rabattbetrag', 'amount', 'credit amount'],
      scaled: { amount_off: 0.01 },
    }),
    kind: category({
      en: 'What was given.',
      de: 'Was gegeben wurde.',
      synonyms: ['Art', 'Zugeständnisart', 'Kulanzart', 'concession type'],
      values: {
        discount: ['rabatt', 'nachlass', 'preisnachlass'],
        credit: ['gutschrift', 'erstattung', 'refund', 'credit note'],
        upgrade: ['aufwertung', 'höherstufung'],
        waiver: ['gebührenerlass', 'erlass', 'verzicht', 'fee waiver'],
      },
    }),
    trigger: category({
      en: 'What set it off: the customer’s pressing, our own accord, goodwill, recognition.',
      de: 'Was es auslöste: Drängen des Kunden, von uns aus, Kulanz, Anerkennung.',
      synonyms: ['Auslöser', 'Anlass', 'triggered by'],
      values: {
        nag: ['quengeln', 'nachfrage', 'auf nachfrage', 'kündigungsdrohung', 'on request', 'threat'],
        proactive: ['proaktiv', 'von uns aus', 'unaufgefordert', 'unasked'],
        goodwill: ['kulanz'],
        recognition: ['anerkennung', 'treue', 'wertschätzung', 'loyalty'],
      },
    }),
    until: date({
      en: 'Last day of a lasting concession.',
      de: 'Letzter Tag eines andauernden Zugeständnisses.',
      synonyms: ['bis', 'gültig bis', 'Rabatt bis', 'valid_to', 'ends at'],
    }),
    exit_event_id: id({
      en: 'Exit event that it answers.',
      de: 'Kündigungsereignis, auf das es antwortet.',
      synonyms: ['Ereignis-Nr', 'Kündigungs-Nr', 'event_id'],
    }),
  },
});
