import { boolean, category, count, defineTable, id, instant, seconds } from '../table.ts';
import { CUSTOMER_HEADERS, STAFF_HEADERS, TEAM_HEADERS } from './spellings.ts';

export const contact = defineTable({
  name: 'contact',
  number: 7,
  key: ['contact_id'],
  customer: 'customer_id',
  en: 'A contact between company and customer: call, letter, mail, chat, visit.',
  de: 'Ein Kontakt zwischen Firma und Kunde: Anruf, Brief, E-Mail, Chat, Besuch.',
  columns: {
    contact_id: id({
      required: true,
      en: 'Your own number of the contact.',
      de: 'Ihre eigene Nummer des Kontakts.',
      synonyms: [
        'Kontakt-Nr',
        'Kontaktnummer',
        'Anruf-ID',
        'call_id',
        'conversationId',
        'interaction_id',
        'UCID',
        'uniqueid',
      ],
    }),
    started_at: instant({
      required: true,
      event: true,
      en: 'When it began, or when the caller joined the queue.',
      de: 'Wann er begann oder der Anrufer in die Warteschlange kam.',
      synonyms: [
        'Zeitpunkt',
        'Datum/Uhrzeit',
        'Anrufzeit',
        'Eingang',
        'Kontaktdatum',
        'EnqueueTimestamp',
        'InitiationTimestamp',
        'started',
        'timestamp',
        'created_at',
        'CreatedDate',
        'call start',
      ],
    }),
    customer_id: id({
      en: 'Party, where known.',
      de: 'Partei, falls bekannt.',
      synonyms: [...CUSTOMER_HEADERS, 'CLI match'],
    }),
    direction: category({
      en: 'Towards us, from us, or by a system.',
      de: 'Zu uns, von uns oder vom System.',
      synonyms: ['Richtung', 'InitiationMethod'],
      values: {
        in: ['inbound', 'eingehend', 'ein', 'incoming'],
        out: ['outbound', 'ausgehend', 'aus', 'outgoing'],
        system: ['automatic', 'automatisch', 'batch'],
      },
    }),
    channel: category({
      en: 'Phone, e-mail, letter, chat, visit ...',
      de: 'Telefon, E-Mail, Brief, Chat, Besuch ...',
      synonyms: ['Kanal', 'Kontaktweg', 'Medium', 'Origin', 'channelType'],
    }),
    initiator: category({
      en: 'Who began it: company, customer, third party.',
      de: 'Wer begann: Firma, Kunde, Dritte.',
      synonyms: ['Auslöser', 'initiated by'],
    }),
    kind: category({
      en: 'What it was about in business terms: invoice, dunning, price increase, thanks, advice ...',
      de: 'Worum es geschäftlich ging: Rechnung, Mahnung, Preiserhöhung, Dank, Beratung ...',
      synonyms: ['Kontaktart', 'Vorgangsart', 'Geschäftsvorfall', 'wrapUpCode', 'Reason', 'type'],
    }),
    tone: category({
      en: 'What it was for the customer: burden, neutral, giving or selling.',
      de: 'Was er für den Kunden war: belastend, neutral, schenkend oder verkaufend.',
      synonyms: ['Tonalität'],
      values: { burden: ['belastend'], neutral: [], giving: ['schenkend'], selling: ['verkaufend', 'sales'] },
    }),
    topic: category({
      en: 'Topic of the matter.',
      de: 'Thema des Anliegens.',
      synonyms: ['Thema', 'Anliegen', 'subject', 'Betreffgruppe'],
    }),
    queue: category({
      en: 'Queue it came through.',
      de: 'Warteschlange, durch die er kam.',
      synonyms: ['Warteschlange', 'queueId', 'queue name', 'Skill', 'DNIS'],
    }),
    line_class: category({
      en: 'Sales line or service line.',
      de: 'Verkaufs- oder Serviceleitung.',
      synonyms: ['Leitung', 'Hotline', 'line'],
      values: {
        sales: ['verkauf', 'vertrieb', 'neukunden', 'bestellhotline'],
        service: ['kundenservice', 'bestandskunden', 'support', 'kundendienst'],
      },
    }),
    caller_class: category({
      en: 'Prospect, newcomer, existing customer or unknown.',
      de: 'Interessent, Neukunde, Bestandskunde oder unbekannt.',
      synonyms: ['Anrufergruppe', 'Kundenstatus', 'caller type'],
      values: {
        prospect: ['interessent', 'potential', 'lead', 'noch-nicht-kunde'],
        newcomer: ['neukunde', 'new', 'new customer'],
        existing: ['bestandskunde', 'bestand', 'kunde', 'stammkunde', 'existing customer', 'regular'],
        unknown: ['unbekannt', 'anonym', 'anonymous'],
      },
    }),
    wait_s: seconds({
      max: 86_400,
      en: 'Offered wait until a person answered or the caller gave up.',
      de: 'Wartezeit, bis ein Mensch antwortete oder der Anrufer aufgab.',
      synonyms: ['Wartezeit', 'Klingelzeit', 'ASA', 'wait', 'wait time', 'queue time', 'q_time', 'holdtime'],
      scaled: { tAcd: 0.001, tWait: 0.001, reply_time_in_minutes: 60 },
    }),
    answered: boolean({
      en: 'A person answered.',
      de: 'Ein Mensch hat geantwortet.',
      synonyms: ['angenommen', 'beantwortet', 'Annahme'],
    }),
    abandoned: boolean({
      en: 'The caller gave up.',
      de: 'Der Anrufer gab auf.',
      synonyms: ['aufgelegt', 'verzichtet', 'Abbruch'],
    }),
    handle_s: seconds({
      max: 86_400,
      en: 'Time spent on it by a person.',
      de: 'Bearbeitungszeit durch einen Menschen.',
      synonyms: ['Bearbeitungszeit', 'Gesprächsdauer', 'AHT', 'talk time', 'ser_time', 'handle time'],
      scaled: { tTalk: 0.001, tHandle: 0.001 },
    }),
    transfers: count({
      en: 'How often it was passed on.',
      de: 'Wie oft weitergeleitet.',
      synonyms: ['Weiterleitungen', 'nTransferred'],
    }),
    callback: boolean({
      en: 'A call-back was promised.',
      de: 'Ein Rückruf wurde zugesagt.',
      synonyms: ['Rückruf'],
    }),
    staff_pid: id({
      en: 'Pseudonym of the staff member.',
      de: 'Pseudonym der betreuenden Person.',
      synonyms: STAFF_HEADERS,
    }),
    team_id: id({ en: 'Team.', de: 'Team.', synonyms: TEAM_HEADERS }),
    resolved: boolean({
      en: 'The matter was settled.',
      de: 'Das Anliegen wurde gelöst.',
      synonyms: ['gelöst', 'erledigt', 'IsClosedOnCreate'],
    }),
  },
});
