import type { Role } from './role.ts';

type RoleWords = Readonly<Record<Role, { readonly name: string; readonly may: string }>>;

const en: RoleWords = {
  touchpointManager: {
    name: 'Customer touchpoint manager',
    may: 'Owns the tool: audits, actions, proofs, practices, single customers.',
  },
  headOfCare: { name: 'Head of customer care', may: 'Audits, actions and single customers; no export of people.' },
  agent: { name: 'Agent, inside sales', may: 'One customer at a time, own actions, reports of practices; no scores.' },
  cfo: { name: 'Finance', may: 'Reads audits, actions and proofs; no single people.' },
  analyst: { name: 'CRM analyst', may: 'Loads data, runs audits, exports lists.' },
  worksCouncil: { name: 'Works council', may: 'Reads what is stored about staff; records and ends the agreement.' },
  dataProtection: { name: 'Data protection', may: 'Reads audits, the log and restricted customers; allows free text.' },
  marketing: { name: 'Marketing, new business', may: 'Reads audits and own actions.' },
  administrator: { name: 'Administrator', may: 'Accounts, keys, settings, imports; no lists of people.' },
};

const de: RoleWords = {
  touchpointManager: {
    name: 'Customer Touchpoint Manager',
    may: 'Führt das Werkzeug: Prüfungen, Maßnahmen, Nachweise, Praktiken, einzelne Kunden.',
  },
  headOfCare: {
    name: 'Leitung Kundenbetreuung',
    may: 'Prüfungen, Maßnahmen und einzelne Kunden; keine Ausleitung von Listen.',
  },
  agent: {
    name: 'Kundenbetreuung, Innendienst',
    may: 'Ein Kunde zur Zeit, eigene Maßnahmen, Meldung von Praktiken; keine Bewertungen.',
  },
  cfo: { name: 'Finanzen', may: 'Liest Prüfungen, Maßnahmen und Nachweise; keine einzelnen Menschen.' },
  analyst: { name: 'CRM-Analyse', may: 'Lädt Daten, startet Prüfungen, leitet Listen aus.' },
  worksCouncil: {
    name: 'Betriebsrat',
    may: 'Liest, was über Beschäftigte gespeichert ist; hinterlegt und beendet die Vereinbarung.',
  },
  dataProtection: {
    name: 'Datenschutz',
    may: 'Liest Prüfungen, das Protokoll und Kunden mit eingeschränkter Verarbeitung; erlaubt Freitext.',
  },
  marketing: { name: 'Marketing, Neugeschäft', may: 'Liest Prüfungen und eigene Maßnahmen.' },
  administrator: { name: 'Verwaltung', may: 'Konten, Schlüssel, Einstellungen, Importe; keine Listen von Menschen.' },
};

export const ROLE_WORDS = { en, de };
