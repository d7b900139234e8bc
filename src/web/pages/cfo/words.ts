const en = {
  title: 'What does second class cost, and when does ending it pay?',
  noJoint: 'The audit was asked for single questions only, so there is no joint total.',
  ledger: {
    title: 'What does it bring in today, and what does it cost?',
    text: 'Money a year, question by question. The overpayment is revenue today; it stands beside the losses, not against them.',
    caption: 'Gain and loss by finding',
    question: 'Finding',
    kinds: {
      transfer: 'Revenue or advantage that rests on it today',
      loss: 'Margin lost',
      atRisk: 'At risk',
      recoverable: 'Recoverable (planning value)',
    },
    none: 'No finding of this audit carries an amount.',
    interval: '95% interval',
    never:
      'The same customer overpays, waits and lost a contact person: these amounts overlap and are never added. The one total is the joint one above.',
  },
  breakEven: {
    title: 'When does giving the overpayment back pay?',
    answer: (v: { cost: string; exits: string; low: string; high: string; share: string }) =>
      `Giving it back costs ${v.cost} and pays if it avoids at least ${v.exits} exits a year (${v.low} to ${v.high}), ${v.share} of those compared.`,
    concessions: (count: string, size: string) =>
      `The same amount is ${count} concessions of ${size} each: fewer of them lower the bar.`,
    value: (value: string) => `A customer who stays still brings ${value} over the horizon.`,
    planned: 'Planning value, not an effect: whether fewer leave only a trial with a holdout can show.',
    refused: 'No break-even can be reckoned: the audit gives no overpayment in money with enough compared customers.',
    against: (reference: string) => `Compared with: ${reference}`,
    givenBack: 'Part of the gap that is given back',
    waterbed: 'Waterbed: part of it that newcomers bear through a higher price',
    waterbedNote: 'Assumption: newcomers who pay more still come. If they stay away, less comes back.',
    margin: 'Contribution margin',
    discount: 'Discount rate a year',
    horizon: 'Horizon',
    months: (count: string) => `${count} months`,
    reset: 'Back to the settings of the audit',
    chart: {
      title: 'Balance of a year over the exits avoided',
      x: 'Exits avoided in a year',
      y: 'Balance a year',
      series: { balance: 'Balance', even: 'Break-even' },
    },
  },
  offers: {
    title: 'What does each bait offer bring, naively and in the full account?',
    caption: 'Per contract won',
    offer: 'Offer',
    naive: 'Naive calculation (first-year price)',
    full: 'Full account',
    none: 'No offer has enough contracts with known prices for an account.',
  },
  effects: {
    title: 'Planned and realised effects',
    realised: 'Realised',
    realisedNone: 'Nothing is proven yet. Only a registered proof that has ended with a result counts here.',
    planned: 'Planned',
    plannedNone: 'No proof is running.',
    plannedNote:
      'Recoverable amounts and break-evens above are planning values. They move here only when a proof has shown them.',
    fewer: (share: string, low: string, high: string, count: string) =>
      `${share} less of the outcome than in the holdout (${low} to ${high}), among ${count} customers`,
    more: (share: string, low: string, high: string, count: string) =>
      `${share} more of the outcome than in the holdout (${low} to ${high}), among ${count} customers`,
    until: (day: string) => `runs until ${day}`,
    all: 'All proofs',
  },
};
const de: typeof en = {
  title: 'Was kostet die zweite Klasse, und wann rechnet es sich, sie zu beenden?',
  noJoint: 'Die Prüfung galt nur einzelnen Fragen, darum gibt es keine gemeinsame Summe.',
  ledger: {
    title: 'Was bringt es heute ein, und was kostet es?',
    text: 'Geld im Jahr, Frage für Frage. Die Überzahlung ist heute Einnahme; sie steht neben den Verlusten, nicht gegen sie.',
    caption: 'Gewinn und Verlust nach Befund',
    question: 'Befund',
    kinds: {
      transfer: 'Einnahme oder Vorteil, der heute darauf ruht',
      loss: 'Entgangener Deckungsbeitrag',
      atRisk: 'Gefährdet',
      recoverable: 'Rückholbar (Planwert)',
    },
    none: 'Kein Befund dieser Prüfung trägt einen Betrag.',
    interval: '95-%-Intervall',
    never:
      'Derselbe Kunde zahlt zu viel, wartet und verlor seinen Ansprechpartner: Diese Beträge überschneiden sich und werden nie addiert. Die eine Summe ist die gemeinsame oben.',
  },
  breakEven: {
    title: 'Wann rechnet es sich, die Überzahlung zurückzugeben?',
    answer: (v) =>
      `Die Rückgabe kostet ${v.cost} und rechnet sich, wenn sie mindestens ${v.exits} Weggänge im Jahr vermeidet (${v.low} bis ${v.high}), das sind ${v.share} der Verglichenen.`,
    concessions: (count, size) =>
      `Derselbe Betrag sind ${count} Zugeständnisse von je ${size}: Fallen welche weg, liegt die Schwelle niedriger.`,
    value: (value) => `Ein Kunde, der bleibt, bringt über den Betrachtungszeitraum noch ${value}.`,
    planned: 'Planwert, keine Wirkung: Ob weniger gehen, zeigt nur ein Versuch mit Kontrollgruppe.',
    refused:
      'Es lässt sich keine Schwelle rechnen: Die Prüfung nennt keine Überzahlung in Geld mit genügend verglichenen Kunden.',
    against: (reference) => `Verglichen mit: ${reference}`,
    givenBack: 'Teil des Abstands, der zurückgegeben wird',
    waterbed: 'Wasserbett: Teil davon, den Neukunden über einen höheren Preis tragen',
    waterbedNote: 'Annahme: Neukunden, die mehr zahlen, kommen trotzdem. Bleiben sie aus, kommt weniger zurück.',
    margin: 'Deckungsbeitragsquote',
    discount: 'Abzinsung im Jahr',
    horizon: 'Betrachtungszeitraum',
    months: (count) => `${count} Monate`,
    reset: 'Zurück zu den Einstellungen der Prüfung',
    chart: {
      title: 'Saldo eines Jahres nach vermiedenen Weggängen',
      x: 'Im Jahr vermiedene Weggänge',
      y: 'Saldo im Jahr',
      series: { balance: 'Saldo', even: 'Schwelle' },
    },
  },
  offers: {
    title: 'Was bringt jedes Lockvogelangebot, nach Milchmädchenrechnung und Vollrechnung?',
    caption: 'Je gewonnenem Vertrag',
    offer: 'Angebot',
    naive: 'Milchmädchenrechnung (Preis des ersten Jahres)',
    full: 'Vollrechnung',
    none: 'Kein Angebot hat genügend Verträge mit bekannten Preisen für eine Rechnung.',
  },
  effects: {
    title: 'Geplante und eingetretene Wirkungen',
    realised: 'Eingetreten',
    realisedNone:
      'Noch ist nichts nachgewiesen. Hier zählt nur ein angemeldeter Wirkungsnachweis, der mit einem Ergebnis geendet hat.',
    planned: 'Geplant',
    plannedNone: 'Es läuft kein Wirkungsnachweis.',
    plannedNote:
      'Rückholbare Beträge und Schwellen oben sind Planwerte. Hierher gelangen sie erst, wenn ein Nachweis sie gezeigt hat.',
    fewer: (share, low, high, count) =>
      `${share} weniger als in der Kontrollgruppe (${low} bis ${high}), unter ${count} Kunden`,
    more: (share, low, high, count) =>
      `${share} mehr als in der Kontrollgruppe (${low} bis ${high}), unter ${count} Kunden`,
    until: (day) => `läuft bis ${day}`,
    all: 'Alle Wirkungsnachweise',
  },
};
export const CFO_WORDS = { en, de };
