import { boolean, category, count, defineTable, id, instant, money } from '../table.ts';
import { CUSTOMER_HEADERS } from './spellings.ts';

export const supportCase = defineTable({
  name: 'case',
  number: 8,
  key: ['case_id'],
  customer: 'customer_id',
  orders: [{ before: 'opened_at', after: 'closed_at' }],
  en: 'A matter of a customer from opening to settlement.',
  de: 'Ein Anliegen eines Kunden von der Eröffnung bis zur Lösung.',
  columns: {
    case_id: id({
      required: true,
      en: 'Your own number of the case.',
      de: 'Ihre eigene Vorgangsnummer.',
      synonyms: [
        'Vorgang',
        'Vorgangsnummer',
        'Vorgangsnr',
        'Ticket',
        'Ticket-Nr',
        'ticket_id',
        'CaseNumber',
        'Schadennr',
        'Schadennummer',
        'QMEL-QMNUM',
        'QMNUM',
      ],
    }),
    customer_id: id({
      person: 'customer',
      required: true,
      en: 'Whose matter it is.',
      de: 'Wessen Anliegen es ist.',
      synonyms: CUSTOMER_HEADERS,
    }),
    opened_at: instant({
      required: true,
      event: true,
      en: 'When it was opened.',
      de: 'Wann es eröffnet wurde.',
      synonyms: [
        'eröffnet',
        'eröffnet am',
        'Eingang',
        'angelegt am',
        'CreatedDate',
        'created_at',
        'createdate',
        'QMDAT',
      ],
    }),
    closed_at: instant({
      event: true,
      en: 'When it was settled; empty while open.',
      de: 'Wann es erledigt war; leer, solange offen.',
      synonyms: ['geschlossen', 'geschlossen am', 'erledigt am', 'ClosedDate', 'solved_at', 'resolved at'],
    }),
    topic: category({
      en: 'Topic of the matter.',
      de: 'Thema des Anliegens.',
      synonyms: ['Thema', 'Anliegen', 'Kategorie', 'Reason', 'QMART', 'subject', 'category', 'ticket type'],
    }),
    reopened: count({
      en: 'How often it was opened again.',
      de: 'Wie oft es wieder geöffnet wurde.',
      synonyms: ['wiedereröffnet', 'Wiedereröffnungen', 'reopens'],
    }),
    contacts: count({
      en: 'How many contacts it took.',
      de: 'Wie viele Kontakte es brauchte.',
      synonyms: ['Anzahl Kontakte', 'Kontakte', 'replies', 'number of contacts'],
    }),
    touchpoint_id: id({
      en: 'Touchpoint where it arose.',
      de: 'Touchpoint, an dem es entstand.',
      synonyms: ['Touchpoint', 'Berührungspunkt', 'Kontaktpunkt'],
    }),
    complaint: boolean({
      en: 'It is a complaint.',
      de: 'Es ist eine Beschwerde.',
      synonyms: ['Beschwerde', 'Reklamation', 'is_complaint'],
    }),
    amount: money({
      min: 0,
      en: 'Money at issue.',
      de: 'Betrag, um den es geht.',
      synonyms: ['Betrag', 'Streitwert', 'Schadenhöhe', 'claim amount'],
    }),
    first_contact_resolved: boolean({
      en: 'Settled at the first contact, as the customer or the agent says.',
      de: 'Beim ersten Kontakt gelöst, nach Angabe von Kunde oder Mitarbeiter.',
      synonyms: ['Erstlösung', 'sofort gelöst', 'FCR', 'IsClosedOnCreate', 'one touch'],
    }),
    rule_blocked: boolean({
      en: 'An internal rule stood in the way.',
      de: 'Eine interne Vorschrift stand im Weg.',
      synonyms: ['Regel blockiert', 'Vorschrift im Weg', 'blocked by rule'],
    }),
    rule_id: id({
      en: 'Rule that stood in the way.',
      de: 'Vorschrift, die im Weg stand.',
      synonyms: ['Regel', 'Regel-Nr', 'Vorschrift', 'policy rule'],
    }),
  },
});
