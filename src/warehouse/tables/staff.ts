import { category, count, date, defineTable, id, money, number, share } from '../table.ts';
import { STAFF_HEADERS, TEAM_HEADERS } from './spellings.ts';

export const staff = defineTable({
  name: 'staff',
  number: 11,
  // One row per employment: someone who left and came back counts as one exit and two entries.
  key: ['staff_pid', 'entered'],
  orders: [{ before: 'entered', after: 'left' }],
  en: 'An employment under a pseudonym; shown only in groups.',
  de: 'Eine Beschäftigung unter Pseudonym; nur in Gruppen gezeigt.',
  columns: {
    staff_pid: id({
      person: 'staff',
      required: true,
      en: 'Pseudonym.',
      de: 'Pseudonym.',
      synonyms: [...STAFF_HEADERS, 'UserId'],
    }),
    role_class: category({
      required: true,
      en: 'Wins new customers, cares for existing ones, or both.',
      de: 'Gewinnt Neukunden, betreut Bestandskunden oder beides.',
      synonyms: ['Rollenklasse', 'Rolle', 'Funktion', 'UserRole', 'STELL', 'job role'],
      values: {
        acquisition: ['akquise', 'neukundengewinnung', 'neugeschäft', 'vertrieb', 'hunter', 'sales'],
        care: ['betreuung', 'bestandskundenbetreuung', 'bestand', 'kundenservice', 'service', 'farmer'],
        mixed: ['gemischt', 'beides', 'both'],
      },
    }),
    team_id: id({ required: true, en: 'Team.', de: 'Team.', synonyms: [...TEAM_HEADERS, 'Abteilung', 'Department'] }),
    entered: date({
      required: true,
      en: 'First day of employment.',
      de: 'Erster Tag der Beschäftigung.',
      synonyms: ['Eintritt', 'Eintrittsdatum', 'PA0000-BEGDA', 'hire date', 'date of joining'],
    }),
    left: date({
      en: 'Last day; empty while employed.',
      de: 'Letzter Tag; leer, solange beschäftigt.',
      synonyms: ['Austritt', 'Austrittsdatum', 'termination date', 'exit date', 'leaving date'],
    }),
    exit_kind: category({
      en: 'Left of their own accord or otherwise.',
      de: 'Freiwillig gegangen oder anders.',
      synonyms: ['Austrittsart', 'Austrittsgrund', 'MASSG', 'termination type'],
      values: {
        voluntary: ['freiwillig', 'eigenkündigung', 'resignation', 'quit'],
        other: ['andere', 'sonstige', 'kündigung arbeitgeber', 'rente', 'retirement', 'involuntary'],
      },
    }),
    fte: number({
      unit: 'full-time posts',
      min: 0,
      max: 2,
      en: 'Part of a full-time post; 1 is full time.',
      de: 'Anteil einer Vollzeitstelle; 1 ist Vollzeit.',
      synonyms: ['VZÄ', 'Vollzeitäquivalent', 'Stellenanteil'],
      scaled: { BSGRD: 0.01, Beschäftigungsgrad: 0.01 },
    }),
    pay_band: category({
      en: 'Band of pay, if not the pay itself.',
      de: 'Entgeltband, falls nicht das Entgelt selbst.',
      synonyms: ['Gehaltsband', 'Entgeltgruppe', 'Tarifgruppe', 'TRFGR', 'salary band', 'pay grade'],
    }),
    pay: money({
      unit: 'money/year',
      min: 0,
      en: 'Pay in a full year, variable part included.',
      de: 'Jahresentgelt mit variablem Teil.',
      synonyms: ['Jahresgehalt', 'Gehalt', 'Entgelt', 'ANSAL', 'salary', 'annual salary'],
      scaled: { MonthlyIncome: 12, Monatsgehalt: 12 },
    }),
    variable_share: share({
      en: 'Variable part of the pay.',
      de: 'Variabler Anteil am Entgelt.',
      synonyms: ['variabler Anteil', 'Anteil variabel', 'bonus share'],
    }),
    commission_basis: category({
      en: 'What commission is paid for.',
      de: 'Wofür Provision gezahlt wird.',
      synonyms: ['Provisionsbasis', 'Provisionsart', 'commission type'],
      values: {
        new: ['neugeschäft', 'abschluss', 'abschlussprovision', 'new business'],
        portfolio: ['bestand', 'bestandsprovision', 'renewal', 'trail'],
        none: ['keine', 'ohne', 'no'],
      },
    }),
    training_hours: number({
      unit: 'h/year',
      min: 0,
      max: 4000,
      en: 'Hours of training in a year.',
      de: 'Schulungsstunden im Jahr.',
      synonyms: ['Schulungsstunden', 'Weiterbildungsstunden', 'hours of training'],
    }),
    last_service_training: date({
      event: true,
      en: 'Last training in service.',
      de: 'Letzte Serviceschulung.',
      synonyms: ['letzte Serviceschulung', 'letzte Schulung', 'last training'],
    }),
    recognition_n: count({
      en: 'Recognitions received in a year.',
      de: 'Anerkennungen in einem Jahr.',
      unit: '1/year',
      synonyms: ['Anerkennungen', 'Auszeichnungen', 'awards'],
    }),
    decision_limit: money({
      min: 0,
      en: 'Sum that may be decided alone.',
      de: 'Betrag, über den allein entschieden werden darf.',
      synonyms: ['Entscheidungsspielraum', 'Kulanzgrenze', 'Limit', 'approval limit'],
    }),
    employer: category({
      en: 'Employed by the house or by a provider.',
      de: 'Beim Haus oder bei einem Dienstleister beschäftigt.',
      synonyms: ['Arbeitgeber', 'Beschäftigt bei', 'employment type'],
      values: {
        own: ['eigen', 'intern', 'internal', 'inhouse'],
        provider: ['dienstleister', 'extern', 'external', 'outsourced', 'agentur'],
      },
    }),
  },
});
