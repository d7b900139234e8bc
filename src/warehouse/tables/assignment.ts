import { category, date, defineTable, id, instant } from '../table.ts';
import { CUSTOMER_HEADERS, STAFF_HEADERS } from './spellings.ts';

export const assignment = defineTable({
  name: 'assignment',
  number: 10,
  key: ['customer_id', 'staff_pid', 'valid_from', 'role'],
  customer: 'customer_id',
  orders: [{ before: 'valid_from', after: 'valid_to' }],
  en: 'Who looks after a customer, from when to when.',
  de: 'Wer einen Kunden betreut, von wann bis wann.',
  columns: {
    customer_id: id({
      person: 'customer',
      required: true,
      en: 'Customer looked after.',
      de: 'Betreuter Kunde.',
      synonyms: CUSTOMER_HEADERS,
    }),
    staff_pid: id({
      person: 'staff',
      required: true,
      en: 'Pseudonym of the contact person.',
      de: 'Pseudonym der Ansprechperson.',
      synonyms: [
        ...STAFF_HEADERS,
        'Betreuer',
        'Ansprechpartner',
        'Berater',
        'Vermittler',
        'NewValue',
        'UserId',
        'Betreuer-Nr',
      ],
    }),
    valid_from: date({
      required: true,
      en: 'First day.',
      de: 'Erster Tag.',
      synonyms: ['gültig ab', 'von', 'Betreuung ab', 'zugeordnet am', 'BEGDA', 'CreatedDate', 'assigned at', 'from'],
    }),
    valid_to: date({
      en: 'Last day; empty while it lasts.',
      de: 'Letzter Tag; leer, solange sie dauert.',
      synonyms: ['gültig bis', 'bis', 'Betreuung bis', 'ENDDA', 'unassigned at', 'to'],
    }),
    role: category({
      en: 'Role towards the customer: inside sales, field sales, care ...',
      de: 'Rolle beim Kunden: Innendienst, Außendienst, Betreuung ...',
      synonyms: ['Rolle', 'Funktion', 'PARVW', 'KNVP-PARVW', 'TeamMemberRole'],
    }),
    change_cause: category({
      en: 'Why it passed to this person.',
      de: 'Warum die Betreuung auf diese Person überging.',
      synonyms: ['Wechselgrund', 'Grund Betreuerwechsel', 'Übergabegrund', 'reason for change'],
      values: {
        staff_exit: ['austritt', 'mitarbeiter ausgeschieden', 'kündigung mitarbeiter', 'staff left', 'attrition'],
        leave: ['elternzeit', 'krankheit', 'abwesenheit', 'urlaub', 'absence', 'parental leave'],
        reorg: ['umstrukturierung', 'reorganisation', 'reorganization'],
        territory: ['gebiet', 'gebietswechsel', 'gebietsreform', 'realignment'],
        customer_wish: ['kundenwunsch', 'wunsch des kunden', 'customer request'],
        risk_team: ['rückgewinnung', 'risikoteam', 'haltepool', 'retention team'],
        unknown: ['unbekannt'],
      },
    }),
    handover: category({
      en: 'How it was handed over: in person, on paper only, not at all.',
      de: 'Wie übergeben wurde: persönlich, nur nach Akte, gar nicht.',
      synonyms: ['Übergabe', 'Übergabeart', 'handover type'],
      values: {
        warm: ['persönlich', 'gemeinsam', 'in person', 'introduced'],
        cold: ['kalt', 'schriftlich', 'aktenlage', 'by letter'],
        none: ['keine', 'ohne', 'no'],
      },
    }),
    handover_at: instant({
      event: true,
      en: 'When it was handed over.',
      de: 'Wann übergeben wurde.',
      synonyms: ['Übergabe am', 'Übergabedatum', 'handover date'],
    }),
  },
});
