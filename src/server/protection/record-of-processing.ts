import type { Language } from '#domain/language.ts';
import { PURPOSE_WORDS, PURPOSES } from '#domain/purpose.ts';
import { ACTIVITIES, rolesOf } from './activities.ts';
import { blank, documentPage, heading, list, table, text } from './document.ts';
import type { ProtectionFacts } from './facts.ts';
import { dataRows, leadOf, measures, retentionRows, rolesText } from './shared-parts.ts';
import { SHARED_WORDS } from './shared-words.ts';

const en = {
  title: 'Record of processing activities (Art. 30 (1) GDPR)',
  controller: 'Controller',
  activities: 'Activities, purposes and legal bases',
  activityHead: ['Activity', 'Purpose', 'Legal basis (proposal)', 'Whom it concerns', 'Who may do it here'],
  exports: 'Purposes of an export',
  data: 'Categories of data',
  dataHead: ['Table', 'Amount', 'Filled columns', 'Concerns'],
  recipients: 'Recipients',
  noRecipients:
    'None. The program passes data to nobody and uses no processor; only the roles named above see them. Files that people take out of the house are written in the log with their purpose.',
  moreRecipients: 'recipients of exported files, and the operator of servers where there is one',
  transfers: 'Transfers to third countries',
  noTransfers: 'None by the program.',
  retention: 'Time limits for erasure',
  retentionHead: ['What', 'How long', 'Why, and what ends it sooner'],
  measures: 'Technical and organisational measures (Art. 32 (1) GDPR)',
};
const de: typeof en = {
  title: 'Verzeichnis von Verarbeitungstätigkeiten (Art. 30 Abs. 1 DSGVO)',
  controller: 'Verantwortlicher',
  activities: 'Tätigkeiten, Zwecke und Rechtsgrundlagen',
  activityHead: ['Tätigkeit', 'Zweck', 'Rechtsgrundlage (Vorschlag)', 'Betroffene', 'Wer es hier darf'],
  exports: 'Zwecke einer Ausleitung',
  data: 'Kategorien von Daten',
  dataHead: ['Tabelle', 'Umfang', 'Gefüllte Spalten', 'Betrifft'],
  recipients: 'Empfänger',
  noRecipients:
    'Keine. Das Programm gibt Daten an niemanden weiter und setzt keinen Auftragsverarbeiter ein; nur die oben genannten Rollen sehen sie. Dateien, die jemand aus dem Haus mitnimmt, stehen mit ihrem Zweck im Protokoll.',
  moreRecipients: 'Empfänger mitgenommener Dateien und gegebenenfalls der Betreiber von Servern',
  transfers: 'Übermittlung in Drittländer',
  noTransfers: 'Durch das Programm keine.',
  retention: 'Fristen für die Löschung',
  retentionHead: ['Was', 'Wie lange', 'Warum, und was es früher beendet'],
  measures: 'Technische und organisatorische Maßnahmen (Art. 32 Abs. 1 DSGVO)',
};
const WORDS = { en, de };

/** The record of processing of this installation, as far as a program can know it. */
export function recordOfProcessing(facts: ProtectionFacts, language: Language): string {
  const words = WORDS[language];
  const shared = SHARED_WORDS[language];
  const activities = Object.values(ACTIVITIES).map((activity) => {
    const { name, purpose, basis, people } = activity.words[language];
    return [name, purpose, basis, people, rolesText(rolesOf(activity), language)];
  });
  const data = dataRows(facts, language);
  return documentPage(language, words.title, leadOf(facts, language), [
    heading(words.controller),
    text(shared.company(facts.companyName)),
    blank(shared.open(shared.controller)),
    blank(shared.open(shared.officer)),
    heading(words.activities),
    table(words.activityHead, activities),
    heading(words.exports),
    list(PURPOSES.map((purpose) => PURPOSE_WORDS[language][purpose])),
    heading(words.data),
    data.length === 0 ? text(shared.empty) : table(words.dataHead, data),
    heading(words.recipients),
    text(words.noRecipients),
    blank(shared.open(words.moreRecipients)),
    heading(words.transfers),
    text(words.noTransfers),
    heading(words.retention),
    table(words.retentionHead, retentionRows(facts, language)),
    heading(words.measures),
    list(measures(facts, language)),
  ]);
}
