const en = {
  locked: {
    title: 'Parity of care: not asked yet',
    text: 'Questions about the people who work here are off until a works agreement is recorded. Nothing about staff has been computed.',
    button: 'To the works agreement',
  },
  older: 'This audit was made before the works agreement was recorded. Start a new audit to ask about parity of care.',
  group: (minimum: string) =>
    `Only groups of at least ${minimum} persons are shown; no single person, no team below that.`,
  suppressed: {
    title: 'Withheld conditions',
    text: 'These conditions are not shown: too few persons, or not on record. Which of the two it is would already point to persons.',
    word: 'withheld',
    names: {
      pay: 'Pay',
      training: 'Hours of training',
      trained: 'Ever trained in service',
      recognition: 'Recognition',
      limit: 'Decision limit',
      turnover: 'Turnover',
      variable: 'Variable part of the pay',
    },
  },
};
const de: typeof en = {
  locked: {
    title: 'Gleichstellung der Betreuung: noch nicht gefragt',
    text: 'Fragen zu den Menschen, die hier arbeiten, sind ausgeschaltet, bis eine Betriebsvereinbarung verzeichnet ist. Über Beschäftigte wurde nichts gerechnet.',
    button: 'Zur Betriebsvereinbarung',
  },
  older:
    'Diese Prüfung entstand, bevor die Betriebsvereinbarung verzeichnet war. Starten Sie eine neue Prüfung, um nach der Gleichstellung der Betreuung zu fragen.',
  group: (minimum) =>
    `Gezeigt werden nur Gruppen ab ${minimum} Personen; keine einzelne Person und kein Team darunter.`,
  suppressed: {
    title: 'Zurückgehaltene Bedingungen',
    text: 'Diese Bedingungen werden nicht gezeigt: zu wenige Personen oder nicht verzeichnet. Welches von beiden gilt, würde schon auf Personen hinweisen.',
    word: 'zurückgehalten',
    names: {
      pay: 'Entgelt',
      training: 'Schulungsstunden',
      trained: 'Je im Service geschult',
      recognition: 'Anerkennung',
      limit: 'Entscheidungsspielraum',
      turnover: 'Fluktuation',
      variable: 'Variabler Anteil am Entgelt',
    },
  },
};
export const STAFF_WORDS = { en, de };
