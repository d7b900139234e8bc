import { category, defineTable, id, instant, text } from '../table.ts';
import { CUSTOMER_HEADERS } from './spellings.ts';

export const exitEvent = defineTable({
  name: 'exit_event',
  number: 13,
  key: ['customer_id', 'at', 'kind', 'exit_event_id'],
  customer: 'customer_id',
  en: 'A customer gives notice, threatens to leave or prepares it.',
  de: 'Ein Kunde kündigt, droht damit oder bereitet es vor.',
  columns: {
    customer_id: id({ person: 'customer', required: true, en: 'Customer.', de: 'Kunde.', synonyms: CUSTOMER_HEADERS }),
    at: instant({
      required: true,
      event: true,
      en: 'When it happened.',
      de: 'Wann es geschah.',
      synonyms: [
        'Zeitpunkt',
        'Datum',
        'Kündigungseingang',
        'Kündigung am',
        'KUENDDAT',
        'EVER-KUENDDAT',
        'cancel_at',
        'CreatedDate',
        'created_at',
        'timestamp',
      ],
    }),
    kind: category({
      required: true,
      en: 'What the customer did.',
      de: 'Was der Kunde tat.',
      synonyms: ['Ereignis', 'Ereignisart', 'Vorgangsart', 'event', 'event type'],
      values: {
        notice: ['kündigung', 'kündigungseingang', 'cancellation', 'termination'],
        threat: ['androhung', 'kündigungsdrohung', 'drohung', 'cancellation threat'],
        revoke: ['widerruf', 'rücknahme', 'kündigungsrücknahme', 'withdrawal of notice'],
        tariff_request: ['tarifanfrage', 'tarifwechselanfrage', 'nach günstigerem tarif gefragt', 'price request'],
        portability_request: ['rufnummernmitnahme', 'portierung', 'datenübertragung', 'port out', 'porting'],
        complaint_escalated: ['eskalation', 'eskalierte beschwerde', 'escalation', 'ombudsmann'],
      },
    }),
    exit_event_id: id({
      en: 'Your own number, so that a concession can name it.',
      de: 'Ihre eigene Nummer, damit ein Zugeständnis sie nennen kann.',
      synonyms: ['Ereignis-Nr', 'Kündigungs-Nr', 'event_id'],
    }),
    reason_stated: text({
      freeText: true,
      en: 'Reason in the customer’s words.',
      de: 'Grund in den Worten des Kunden.',
      synonyms: ['Kündigungsgrund', 'genannter Grund', 'Begründung', 'cancellation_details', 'cancellation reason'],
    }),
    channel: category({
      en: 'Phone, e-mail, letter, web ...',
      de: 'Telefon, E-Mail, Brief, Web ...',
      synonyms: ['Kanal', 'Eingangskanal', 'Medium', 'Origin'],
    }),
    handled_by_team: id({
      en: 'Team that dealt with it.',
      de: 'Team, das sich darum kümmerte.',
      synonyms: ['Team', 'bearbeitendes Team', 'Bearbeitungsteam', 'team_id', 'group_id'],
    }),
    outcome: category({
      en: 'How it ended.',
      de: 'Wie es ausging.',
      synonyms: ['Ergebnis', 'Ausgang', 'result'],
      values: {
        saved: ['gehalten', 'zurückgewonnen', 'retained', 'won back'],
        lost: ['verloren', 'gegangen', 'gekündigt', 'churned'],
        withdrawn: ['zurückgezogen', 'zurückgenommen', 'revoked'],
        pending: ['offen', 'ausstehend', 'open'],
      },
    }),
  },
});
