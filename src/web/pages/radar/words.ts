const en = {
  joint: {
    parts:
      'The parts are a fair split of the one total and add up to it. Looked at alone they overlap, and their sum would be too large.',
    none: 'The audit was asked for single questions only, so there is no joint total.',
    to: 'to',
    columns: { what: 'What touched them', part: 'Part of the total', alone: 'Looked at alone (overlaps)' },
  },
  test: {
    title: 'Has the forecast been right?',
    seen: (foretold: string) =>
      `In the last half-year, exits foretold over exits seen: ${foretold} (1 would be exact). The chart shows how often those left for whom a chance was foretold.`,
    none: 'The forecast could not be tested on the last half-year: too few exits in it. It is not fit for ranking.',
  },
  first: {
    title: 'Whom to turn to first?',
    experiment: 'A measure drawn by lot is on record. What it achieved, and for whom, decides the order:',
    none: 'Nobody is put in an order. A high chance of leaving does not say that contact helps: in field trials it has made some leave sooner. Only a measure drawn by lot, with a holdout, tells whom it helps.',
    button: 'Register a proof',
  },
};
const de: typeof en = {
  joint: {
    parts:
      'Die Teile sind eine gerechte Aufteilung der einen Summe und ergeben sie zusammen. Einzeln betrachtet überschneiden sie sich, und ihre Summe wäre zu groß.',
    none: 'Die Prüfung galt nur einzelnen Fragen, darum gibt es keine gemeinsame Summe.',
    to: 'bis',
    columns: { what: 'Was sie berührte', part: 'Teil der Summe', alone: 'Einzeln betrachtet (überschneidet sich)' },
  },
  test: {
    title: 'Hat die Vorhersage gestimmt?',
    seen: (foretold) =>
      `Im letzten halben Jahr, vorhergesagte durch eingetretene Weggänge: ${foretold} (1 wäre genau). Das Bild zeigt, wie oft die gingen, denen eine Wahrscheinlichkeit vorhergesagt war.`,
    none: 'Die Vorhersage ließ sich am letzten halben Jahr nicht prüfen: Es gab zu wenige Weggänge. Für eine Rangfolge taugt sie nicht.',
  },
  first: {
    title: 'An wen sollte man sich zuerst wenden?',
    experiment:
      'Eine per Los zugeteilte Maßnahme ist verzeichnet. Was sie erreichte, und bei wem, bestimmt die Reihenfolge:',
    none: 'Niemand wird in eine Reihenfolge gebracht. Eine hohe Wahrscheinlichkeit zu gehen sagt nicht, dass eine Ansprache hilft: In Feldversuchen gingen manche dadurch früher. Nur eine per Los zugeteilte Maßnahme mit Kontrollgruppe zeigt, wem sie hilft.',
    button: 'Wirkungsnachweis anmelden',
  },
};
export const RADAR_WORDS = { en, de };
