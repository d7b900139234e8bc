import { category, defineTable, id, number, text } from '../table.ts';

export const touchpoint = defineTable({
  name: 'touchpoint',
  number: 23,
  key: ['touchpoint_id'],
  en: 'A place where customers meet the company, and how far its care has come.',
  de: 'Ein Ort, an dem Kunden der Firma begegnen, und wie weit die Arbeit daran ist.',
  columns: {
    touchpoint_id: id({
      required: true,
      en: 'Your own code.',
      de: 'Ihr eigener Schlüssel.',
      synonyms: ['Touchpoint-Nr', 'Kontaktpunkt-Nr', 'Berührungspunkt-Nr', 'touchpoint code'],
    }),
    name: text({
      required: true,
      en: 'Name.',
      de: 'Name.',
      synonyms: ['Bezeichnung', 'Touchpoint', 'Kontaktpunkt', 'Berührungspunkt', 'touchpoint name'],
    }),
    phase: category({
      required: true,
      en: 'Phase of the customer’s journey: before, at or after the purchase, or your own.',
      de: 'Phase der Kundenreise: vor, bei oder nach dem Kauf, oder eigene.',
      synonyms: ['Kaufphase', 'Journey-Phase', 'Kundenphase', 'stage'],
    }),
    directness: category({
      en: 'The company’s own touchpoint, or one in other hands (portal, forum, press).',
      de: 'Eigener Touchpoint der Firma oder einer in fremder Hand (Portal, Forum, Presse).',
      synonyms: ['direkt/indirekt', 'Direktheit', 'direct/indirect'],
      values: { direct: ['direkt', 'eigen', 'own'], indirect: ['indirekt', 'fremd', 'third party'] },
    }),
    owner_dept: category({
      en: 'Department in charge.',
      de: 'Zuständige Abteilung.',
      synonyms: ['Abteilung', 'zuständige Abteilung', 'Verantwortlich', 'department', 'owner'],
    }),
    frequency_per_year: number({
      unit: '1/year',
      min: 0,
      en: 'How often a customer meets it in a year.',
      de: 'Wie oft ein Kunde ihm im Jahr begegnet.',
      synonyms: ['Häufigkeit', 'Häufigkeit pro Jahr', 'frequency', 'frequency/yr', 'times per year'],
    }),
    importance_stated: number({
      unit: 'points of your scale',
      min: 0,
      en: 'Importance as customers state it.',
      de: 'Wichtigkeit nach Angabe der Kunden.',
      synonyms: ['Wichtigkeit', 'Bedeutung', 'importance'],
    }),
    analysis_state: category({
      en: 'Step 1, actual situation: how far it is.',
      de: 'Schritt 1, Ist-Analyse: wie weit sie ist.',
      synonyms: ['Ist-Analyse', 'Stand Ist-Analyse', 'step 1'],
    }),
    target_state: category({
      en: 'Step 2, target: how far it is.',
      de: 'Schritt 2, Soll-Strategie: wie weit sie ist.',
      synonyms: ['Soll-Strategie', 'Stand Soll-Strategie', 'step 2'],
    }),
    implementation_state: category({
      en: 'Step 3, putting it to work: how far it is.',
      de: 'Schritt 3, operative Umsetzung: wie weit sie ist.',
      synonyms: ['Umsetzung', 'operative Umsetzung', 'Stand Umsetzung', 'step 3'],
    }),
    monitoring_state: category({
      en: 'Step 4, monitoring: how far it is.',
      de: 'Schritt 4, Monitoring: wie weit es ist.',
      synonyms: ['Monitoring', 'Stand Monitoring', 'step 4'],
    }),
    blocked_by: text({
      freeText: true,
      en: 'What has kept us from improving it so far.',
      de: 'Was uns bisher davon abgehalten hat.',
      synonyms: ['Hindernis', 'was uns abhielt', 'obstacle', 'blocker'],
    }),
  },
});
