const en = {
  title: 'Data protection impact assessment (Art. 35 GDPR)',
  occasion: 'Why an assessment is made',
  occasions: {
    merging: (tables: string) => `Data of several sources are brought together: ${tables} tables are filled.`,
    profiles: 'Behaviour of customers over time is compared by groups; customers who differ are listed for correction.',
    staff: 'Data about people who work here are stored; they count as monitoring even where only groups are shown.',
  },
  description: 'Description of the processing (Art. 35 (7) (a))',
  activityHead: ['Activity', 'Purpose', 'Who may do it here'],
  data: 'What is processed',
  dataHead: ['Table', 'Amount', 'Filled columns', 'Concerns'],
  audit: (day: string) => `The latest audit is of ${day}.`,
  noAudit: 'There is no audit yet.',
  need: 'Necessity and proportionality (Art. 35 (7) (b))',
  needs: {
    less: 'Names, addresses and free text are not needed and not asked for; only columns of the dictionary are imported.',
    groups: (cell: string) =>
      `Results are numbers of groups of ${cell} or more, with their uncertainty; single people are listed only for a stated purpose.`,
    decision:
      'There is no automated decision (Art. 22): no score, price, refusal or priority comes out of the program. People decide and give their reasons.',
    rights: 'Access, erasure, restriction, portability and objection are carried out in the program (Art. 15 to 21).',
  },
  balance: 'the weighing of interests for Art. 6 (1) (f), and how customers were told (Art. 13, 14)',
  risks: 'Risks to the rights of people, and what is done about them (Art. 35 (7) (c), (d))',
  riskHead: ['Risk', 'What stands against it here', 'Likelihood and severity that remain (to be filled in)'],
  retention: 'Time limits for erasure',
  retentionHead: ['What', 'How long', 'Why, and what ends it sooner'],
  measures: 'Measures as they stand',
  views: 'Advice and views',
  officer: 'advice of the data protection officer (Art. 35 (2))',
  people: 'views of the people concerned or their representatives, the works council among them (Art. 35 (9))',
  result:
    'result, whether the supervisory authority must be consulted (Art. 36), date and signature, date of the next review',
};
const de: typeof en = {
  title: 'Datenschutz-Folgenabschätzung (Art. 35 DSGVO)',
  occasion: 'Warum eine Abschätzung erfolgt',
  occasions: {
    merging: (tables) => `Daten mehrerer Quellen werden zusammengeführt: ${tables} Tabellen sind gefüllt.`,
    profiles:
      'Das Verhalten von Kunden über die Zeit wird nach Gruppen verglichen; abweichende Kunden werden zur Berichtigung aufgelistet.',
    staff:
      'Es sind Daten über Mitarbeitende gespeichert; das gilt als Überwachung, auch wenn nur Gruppen gezeigt werden.',
  },
  description: 'Beschreibung der Verarbeitung (Art. 35 Abs. 7 Buchst. a)',
  activityHead: ['Tätigkeit', 'Zweck', 'Wer es hier darf'],
  data: 'Was verarbeitet wird',
  dataHead: ['Tabelle', 'Umfang', 'Gefüllte Spalten', 'Betrifft'],
  audit: (day) => `Die letzte Prüfung hat den Stichtag ${day}.`,
  noAudit: 'Es gibt noch keine Prüfung.',
  need: 'Notwendigkeit und Verhältnismäßigkeit (Art. 35 Abs. 7 Buchst. b)',
  needs: {
    less: 'Namen, Anschriften und Freitext werden weder gebraucht noch verlangt; eingelesen werden nur Spalten des Datenwörterbuchs.',
    groups: (cell) =>
      `Ergebnisse sind Zahlen von Gruppen ab ${cell}, mit ihrer Unsicherheit; einzelne Menschen werden nur zu einem genannten Zweck aufgelistet.`,
    decision:
      'Es gibt keine automatisierte Entscheidung (Art. 22): Aus dem Programm kommt kein Punktwert, kein Preis, keine Ablehnung und kein Vorrang. Menschen entscheiden und begründen es.',
    rights:
      'Auskunft, Löschung, Einschränkung, Übertragbarkeit und Widerspruch werden im Programm ausgeführt (Art. 15 bis 21).',
  },
  balance: 'die Interessenabwägung zu Art. 6 Abs. 1 Buchst. f und wie die Kunden informiert wurden (Art. 13, 14)',
  risks: 'Risiken für die Rechte der Menschen und was dagegen steht (Art. 35 Abs. 7 Buchst. c und d)',
  riskHead: ['Risiko', 'Was hier dagegen steht', 'Verbleibende Eintrittswahrscheinlichkeit und Schwere (auszufüllen)'],
  retention: 'Fristen für die Löschung',
  retentionHead: ['Was', 'Wie lange', 'Warum, und was es früher beendet'],
  measures: 'Maßnahmen, wie sie jetzt gelten',
  views: 'Rat und Standpunkte',
  officer: 'Rat der oder des Datenschutzbeauftragten (Art. 35 Abs. 2)',
  people: 'Standpunkt der Betroffenen oder ihrer Vertretung, auch des Betriebsrats (Art. 35 Abs. 9)',
  result:
    'Ergebnis, ob die Aufsichtsbehörde zu konsultieren ist (Art. 36), Datum und Unterschrift, Datum der nächsten Überprüfung',
};
export const ASSESSMENT_WORDS = { en, de };
