import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import type { Quantity, Verdict } from '../verdict.ts';
import { EXPOSURE_WORDS, exposureWord } from './exposure-words.ts';

const half = ({ low, high }: Quantity) => (high - low) / 2;
const value = (q: Quantity, f: Format) => f.quantity(q.value, q.unit, half(q));
const bound = (side: number, q: Quantity, f: Format) =>
  Number.isFinite(side) ? f.quantity(side, q.unit, half(q)) : '…';
const range = (q: Quantity, f: Format, to: string) => `${bound(q.low, q, f)} ${to} ${bound(q.high, q, f)}`;
const detail = (v: Verdict, key: string) => v.details.find((entry) => entry.key === key)?.quantity ?? null;
const dayOf = (v: Verdict, f: Format, before: string) => {
  const asOf = v.overturn?.values['asOf'] ?? v.reason?.values['asOf'];
  return typeof asOf === 'string' ? ` (${before} ${f.day(asOf)})` : '';
};
const partLabels = (words: Readonly<Record<string, string>>, of: string) =>
  Object.fromEntries(Object.entries(words).map(([exposure, word]) => [`part_${exposure}`, `${of}: ${word}`]));

/** Labels of groups under one act or two. */
const orderLabels = (words: Readonly<Record<string, string>>, of: string) => {
  const acts = Object.keys(words);
  const pairs = acts.flatMap((one, i) => acts.slice(i + 1).map((other) => [one, other]));
  return Object.fromEntries(
    [...acts.map((act) => [act]), ...pairs].map((group) => [
      `order_${group.join('+')}`,
      `${of}: ${group.map((act) => words[act] ?? act).join(' + ')}`,
    ]),
  );
};

const en: CheckWords = {
  question: () => 'Who is likely to leave, and does it go with what we do?',
  answer: (v, f) => {
    const day = dayOf(v, f, 'as of');
    const monthly = detail(v, 'monthlyExit');
    const rate =
      monthly === null
        ? ''
        : ` In the coming month, ${value(monthly, f)} of today's customers are expected to decide to leave (${range(monthly, f, 'to')}).`;
    if (v.outcome === 'notApplicable')
      return 'The question needs contracts with a start and, where they ended, an end.';
    if (v.outcome === 'failed') return 'This check could not be computed.';
    if (v.effect === null) return `What the exits go with cannot be told${day}.${rate}`;
    const share = `${value(v.effect, f)} of the exits expected in the coming month (${range(v.effect, f, 'to')})`;
    if (v.outcome === 'finding') return `Yes${day}: ${share} go with what the company itself does.${rate}`;
    if (v.outcome === 'clear')
      return `Hardly${day}: ${share} go with what the company itself does, too little to matter.${rate}`;
    if (v.outcome === 'reversed')
      return `The other way round${day}: where the company's acts touch customers, fewer leave than elsewhere (${value(v.effect, f)} of the expected exits, ${range(v.effect, f, 'to')}).${rate}`;
    return `The data do not tell${day}: ${share} go with what the company itself does, which leaves room for much and for nothing.${rate}`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'A plain comparison gives no share here.'
      : `A plain comparison of touched and untouched months would have said ${value(v.naive, f)}. It takes for an effect what is tenure: who has been there longer has been touched more often, and leaves less.`,
  action: (v) =>
    v.outcome === 'finding'
      ? 'Repair the act with the largest part first, for a randomly drawn half of those it touches, and compare exits after six months. Keep one customer in twenty out of every such measure, so that the forecast stays honest.'
      : 'Draw the next retention measure by lot, with a holdout: only that tells whom it helps. High risk alone is no reason to contact anybody.',
  method:
    'For every customer and month it is asked what the company had done before the month began: price gap, silence, waits, change of contact person, open or refused matters, campaigns for newcomers only. A logistic model of leaving in the month holds tenure, product line, calendar, renewal months and the months around them with customary leaving equal. It is fitted on the earlier months and tested on the last half-year against a plain table of rates by tenure. Only ends by the customer’s own decision count, from the notice where it is known. Nothing that happens in or after the month enters, and no event that belongs to leaving itself.',
  notes: {
    missingColumns: ({ columns }) => `These columns are missing: ${columns}.`,
    failed: ({ message }) => `The computation failed: ${message}.`,
    snapshot: () =>
      'Most ends fall on one single day: they are a picture of that day, and no month of leaving is known. True end dates would make it possible.',
    fewExits: ({ found, needed }, f) =>
      `It needs ${f.count(Number(needed))} exits by the customers’ own decision within the window; there are ${f.count(Number(found))}.`,
    tableOnly: ({ found, needed }, f) =>
      `With ${f.count(Number(found))} exits there is a table of rates by tenure and nothing more; a model, and any ranking, needs ${f.count(Number(needed))}.`,
    noReasons: () =>
      'Chances of leaving are told by tenure, product line and season only: no table tells often enough what the company did (contacts, waits, assignments, cases, prices over time).',
    undecided: ({ relevant, exits }, f) =>
      `Not decided with ${f.count(Number(exits))} exits: the interval holds both nothing and more than ${f.percent(Number(relevant), 0)}. More months or customers would decide it.`,
    responsivenessUnknown: () =>
      'Nothing is known about who would respond to an offer: no measure was ever drawn by lot (recognition.arm). A high risk does not say that contact helps, so nobody is ranked by risk.',
    responsivenessElsewhere: () =>
      'Measures drawn by lot are on record; what they achieved is told in the question on rewards. Nobody is ranked here by risk alone.',
    orderExpected: () =>
      'The order for action is by expected effect: the part of the chance of leaving that goes with acts the company can put right, times the remaining value. It names groups and no single person, rests on observation (grade C), and a repair drawn by lot would have to confirm it.',
    orderRefused: () =>
      'No order for action is given: what the company does goes with too few departures, or no value of a customer is known, and risk alone is no ground for one.',
    observational: () =>
      'Observed, not tried: customers whom the company’s acts touch may differ in ways that no table shows.',
    noTest: ({ found, needed }, f) =>
      `The forecast could not be tested: the last half-year holds ${f.count(Number(found))} exits, ${f.count(Number(needed))} are needed.`,
    noBetterThanTable: () =>
      'In the test the model foretold no better than a table of rates by tenure: use it for reasons, not for ranking.',
    shrunken: ({ perParameter }, f) =>
      `There are only ${f.number(Number(perParameter), 1)} exits for each parameter; estimates are drawn towards no effect.`,
    priceSelected: () =>
      'The price gap is left out: at equal tenure those with the larger gap leave less, so prices were raised for those who look least, and the gap’s own part cannot be told.',
    tooRare: ({ exposure, expected }, f) =>
      `Left out as too rare: ${exposureWord('en', String(exposure))} (${f.number(Number(expected), 1)} exits to be expected, 5 needed).`,
    onlyStayers: ({ exposure }) =>
      `Left out because not one customer left under it, though several were to be expected, so that it is on record of those only who stayed: ${exposureWord('en', String(exposure))}.`,
    notRecorded: ({ exposure }) => `Not on record long enough: ${exposureWord('en', String(exposure))}.`,
    assumedMargin: ({ rate }, f) =>
      `Values are taken from revenue or prices with an assumed margin of ${f.percent(Number(rate), 0)}.`,
    leak: ({ signal, share }, f) =>
      `Left out because it knows the exit already: "${signal}" is followed by an exit within three months in ${f.percent(Number(share), 0)} of the cases.`,
    overturnFinding: () =>
      'A trait of the customers that no column shows and that goes both with the company’s acts and with leaving; a randomised repair would settle it.',
    overturnClear: () =>
      'Acts of the company that are not logged, or exits that are missing from the data or carry another reason than the customer’s own decision.',
  },
  details: {
    monthlyExit: 'Expected to decide to leave in the coming month',
    exitsToCome: 'Exits expected in twelve months, if every month were like the coming one',
    foretoldOverSeen: 'Test: exits foretold over exits seen',
    brierOverTable: 'Test: squared error of the forecast, against a plain table (below 1 is better)',
    calibrationError: 'Test: mean distance between chance foretold and share seen',
    calibrationErrorTable: 'Test: the same for the plain table',
    ...partLabels(EXPOSURE_WORDS.en, 'Part of the expected exits'),
    ...orderLabels(EXPOSURE_WORDS.en, 'Order for action, expected per customer and year if spared'),
    reachByEffect: 'Part of the expected effect held by the first fifth in this order',
    reachByRisk: 'The same for the fifth with the highest risk',
    firstShared: 'Of the fifth with the highest risk, also in the first fifth of this order',
  },
  counts: {
    exits: 'exits by the customers’ own decision in the window',
    customers: 'customers today',
    steady: 'of them steady',
    disappointed: 'touched by an act of the company',
    exploring: 'asking about tariffs or switching',
    noticed: 'with notice given',
  },
  excluded: {},
  dimensions: EXPOSURE_WORDS.en,
  charts: {
    rates: {
      title: 'Decisions to leave a month, by tenure',
      x: 'Months as a customer, from',
      y: 'Leaving in a month',
      series: { existing: 'Customers' },
    },
    order: {
      title: 'What acting on so many customers would reach',
      x: 'Customers approached first, %',
      y: 'Part of the expected effect',
      series: { byEffect: 'In order of expected effect', byRisk: 'In order of risk' },
    },
    reliability: {
      title: 'Foretold and seen in the last half-year',
      x: 'Chance foretold, % a month',
      y: 'Left in the month',
      series: { existing: 'Seen', foretold: 'As foretold' },
    },
  },
};

const de: typeof en = {
  question: () => 'Wer geht voraussichtlich, und hängt es mit dem zusammen, was wir tun?',
  answer: (v, f) => {
    const day = dayOf(v, f, 'Stand');
    const monthly = detail(v, 'monthlyExit');
    const rate =
      monthly === null
        ? ''
        : ` Im kommenden Monat werden sich voraussichtlich ${value(monthly, f)} der heutigen Kunden entscheiden zu gehen (${range(monthly, f, 'bis')}).`;
    if (v.outcome === 'notApplicable') return 'Die Frage braucht Verträge mit Beginn und, wo sie endeten, mit Ende.';
    if (v.outcome === 'failed') return 'Diese Prüfung ließ sich nicht rechnen.';
    if (v.effect === null) return `Womit die Weggänge zusammenhängen, lässt sich nicht sagen${day}.${rate}`;
    const share = `${value(v.effect, f)} der im kommenden Monat erwarteten Weggänge (${range(v.effect, f, 'bis')})`;
    if (v.outcome === 'finding')
      return `Ja${day}: ${share} hängen mit dem zusammen, was das Unternehmen selbst tut.${rate}`;
    if (v.outcome === 'clear')
      return `Kaum${day}: ${share} hängen mit dem zusammen, was das Unternehmen selbst tut; das ist zu wenig, um zu zählen.${rate}`;
    if (v.outcome === 'reversed')
      return `Umgekehrt${day}: Wo das Handeln des Unternehmens Kunden berührt, gehen weniger als sonst (${value(v.effect, f)} der erwarteten Weggänge, ${range(v.effect, f, 'bis')}).${rate}`;
    return `Die Daten sagen es nicht${day}: ${share} hängen mit dem zusammen, was das Unternehmen selbst tut; das lässt Raum für viel und für nichts.${rate}`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'Ein einfacher Vergleich ergibt hier keinen Anteil.'
      : `Ein einfacher Vergleich berührter und unberührter Monate hätte ${value(v.naive, f)} ergeben. Er hält für eine Wirkung, was Kundendauer ist: Wer länger da ist, wurde öfter berührt und geht seltener.`,
  action: (v) =>
    v.outcome === 'finding'
      ? 'Beheben Sie zuerst das mit dem größten Anteil, und zwar für eine ausgeloste Hälfte der Betroffenen, und vergleichen Sie nach sechs Monaten die Weggänge. Nehmen Sie einen von zwanzig Kunden von allen solchen Maßnahmen aus, damit die Vorhersage ehrlich bleibt.'
      : 'Losen Sie die nächste Haltemaßnahme mit einer Kontrollgruppe aus: Nur so zeigt sich, wem sie hilft. Ein hohes Risiko allein ist kein Grund, jemanden anzusprechen.',
  method:
    'Für jeden Kunden und Monat wird gefragt, was das Unternehmen vor Beginn des Monats getan hatte: Preisabstand, Schweigen, Wartezeiten, Ansprechpartnerwechsel, offene oder abgelehnte Anliegen, Aktionen nur für Neukunden. Ein logistisches Modell des Weggangs im Monat hält Kundendauer, Produktlinie, Kalender, Verlängerungsmonate und die Monate um sie herum gleich, in denen üblicherweise gekündigt wird. Es wird an den früheren Monaten angepasst und am letzten Halbjahr gegen eine einfache Tabelle von Raten nach Kundendauer geprüft. Es zählen nur Enden aus eigenem Entschluss, ab der Kündigung, wo sie bekannt ist. Nichts, was im Monat oder danach geschieht, geht ein, und kein Ereignis, das zum Gehen selbst gehört.',
  notes: {
    missingColumns: ({ columns }) => `Diese Spalten fehlen: ${columns}.`,
    failed: ({ message }) => `Die Rechnung schlug fehl: ${message}.`,
    snapshot: () =>
      'Die meisten Enden fallen auf einen einzigen Tag: Sie sind ein Bild dieses Tages, und kein Monat des Weggangs ist bekannt. Wahre Enddaten würden es ermöglichen.',
    fewExits: ({ found, needed }, f) =>
      `Nötig sind ${f.count(Number(needed))} Weggänge aus eigenem Entschluss der Kunden im Zeitraum; vorhanden sind ${f.count(Number(found))}.`,
    tableOnly: ({ found, needed }, f) =>
      `Mit ${f.count(Number(found))} Weggängen gibt es eine Tabelle der Raten nach Kundendauer und nicht mehr; ein Modell und jede Rangfolge brauchen ${f.count(Number(needed))}.`,
    noReasons: () =>
      'Wahrscheinlichkeiten lassen sich nur nach Kundendauer, Produktlinie und Jahreszeit sagen: Keine Tabelle sagt oft genug, was das Unternehmen tat (Kontakte, Wartezeiten, Zuordnungen, Vorgänge, Preise im Zeitverlauf).',
    undecided: ({ relevant, exits }, f) =>
      `Mit ${f.count(Number(exits))} Weggängen nicht entschieden: Der Bereich umfasst nichts wie auch mehr als ${f.percent(Number(relevant), 0)}. Mehr Monate oder Kunden würden es entscheiden.`,
    responsivenessUnknown: () =>
      'Wer auf ein Angebot ansprechen würde, ist unbekannt: Keine Maßnahme wurde je ausgelost (recognition.arm). Ein hohes Risiko sagt nicht, dass Ansprache hilft; deshalb wird niemand nach Risiko gereiht.',
    responsivenessElsewhere: () =>
      'Ausgeloste Maßnahmen sind verzeichnet; was sie erreichten, steht bei der Frage zu den Belohnungen. Hier wird niemand allein nach Risiko gereiht.',
    orderExpected: () =>
      'Die Reihenfolge zum Handeln richtet sich nach der erwarteten Wirkung: dem Teil der Wahrscheinlichkeit zu gehen, der mit behebbaren Handlungen des Unternehmens einhergeht, mal dem Restwert. Sie nennt Gruppen und keine einzelne Person, beruht auf Beobachtung (Stufe C) und wäre durch eine ausgeloste Behebung zu bestätigen.',
    orderRefused: () =>
      'Eine Reihenfolge zum Handeln wird nicht genannt: Mit dem, was das Unternehmen tut, gehen zu wenige Weggänge einher, oder der Wert der Kunden ist unbekannt; Risiko allein ist kein Grund dafür.',
    observational: () =>
      'Beobachtet, nicht erprobt: Kunden, die das Handeln des Unternehmens berührt, können sich in Dingen unterscheiden, die keine Tabelle zeigt.',
    noTest: ({ found, needed }, f) =>
      `Die Vorhersage ließ sich nicht prüfen: Das letzte Halbjahr enthält ${f.count(Number(found))} Weggänge, nötig sind ${f.count(Number(needed))}.`,
    noBetterThanTable: () =>
      'In der Prüfung sagte das Modell nicht besser vorher als eine Tabelle der Raten nach Kundendauer: Nutzen Sie es für Gründe, nicht für eine Rangfolge.',
    shrunken: ({ perParameter }, f) =>
      `Auf jeden Parameter kommen nur ${f.number(Number(perParameter), 1)} Weggänge; Schätzungen werden zur Nullwirkung hin gezogen.`,
    priceSelected: () =>
      'Der Preisabstand bleibt außen vor: Bei gleicher Kundendauer gehen die mit dem größeren Abstand seltener; die Preise stiegen also bei denen, die am wenigsten hinsehen, und der eigene Anteil des Abstands lässt sich nicht sagen.',
    tooRare: ({ exposure, expected }, f) =>
      `Als zu selten ausgelassen: ${exposureWord('de', String(exposure))} (${f.number(Number(expected), 1)} Weggänge zu erwarten, 5 nötig).`,
    onlyStayers: ({ exposure }) =>
      `Ausgelassen, weil niemand darunter ging, obwohl mehrere zu erwarten waren, sodass es nur von jenen festgehalten ist, die blieben: ${exposureWord('de', String(exposure))}.`,
    notRecorded: ({ exposure }) => `Nicht lange genug verzeichnet: ${exposureWord('de', String(exposure))}.`,
    assumedMargin: ({ rate }, f) =>
      `Werte sind aus Umsatz oder Preisen mit einer angenommenen Marge von ${f.percent(Number(rate), 0)} gebildet.`,
    leak: ({ signal, share }, f) =>
      `Ausgelassen, weil es den Weggang schon kennt: Auf „${signal}“ folgt in ${f.percent(Number(share), 0)} der Fälle binnen drei Monaten ein Weggang.`,
    overturnFinding: () =>
      'Eine Eigenschaft der Kunden, die keine Spalte zeigt und die mit dem Handeln des Unternehmens wie mit dem Gehen zusammenhängt; eine ausgeloste Behebung würde es klären.',
    overturnClear: () =>
      'Handlungen des Unternehmens, die nicht verzeichnet sind, oder Weggänge, die in den Daten fehlen oder einen anderen Grund tragen als den eigenen Entschluss.',
  },
  details: {
    monthlyExit: 'Voraussichtliche Entscheidung zu gehen im kommenden Monat',
    exitsToCome: 'Erwartete Weggänge in zwölf Monaten, wenn jeder Monat wie der kommende wäre',
    foretoldOverSeen: 'Prüfung: vorhergesagte durch gesehene Weggänge',
    brierOverTable: 'Prüfung: quadrierter Fehler der Vorhersage gegen eine einfache Tabelle (unter 1 ist besser)',
    calibrationError: 'Prüfung: mittlerer Abstand zwischen vorhergesagter Wahrscheinlichkeit und gesehenem Anteil',
    calibrationErrorTable: 'Prüfung: dasselbe für die einfache Tabelle',
    ...partLabels(EXPOSURE_WORDS.de, 'Anteil an den erwarteten Weggängen'),
    ...orderLabels(EXPOSURE_WORDS.de, 'Reihenfolge zum Handeln, erwartet je Kunde und Jahr bei Behebung'),
    reachByEffect: 'Anteil der erwarteten Wirkung beim ersten Fünftel dieser Reihenfolge',
    reachByRisk: 'Dasselbe beim Fünftel mit dem höchsten Risiko',
    firstShared: 'Vom Fünftel mit dem höchsten Risiko auch im ersten Fünftel dieser Reihenfolge',
  },
  counts: {
    exits: 'Weggänge aus eigenem Entschluss im Zeitraum',
    customers: 'Kunden heute',
    steady: 'davon ungestört',
    disappointed: 'von einer Handlung des Unternehmens berührt',
    exploring: 'fragen nach Tarifen oder Wechsel',
    noticed: 'haben gekündigt',
  },
  excluded: {},
  dimensions: EXPOSURE_WORDS.de,
  charts: {
    rates: {
      title: 'Entscheidungen zu gehen je Monat, nach Kundendauer',
      x: 'Monate als Kunde, ab',
      y: 'Weggang im Monat',
      series: { existing: 'Kunden' },
    },
    order: {
      title: 'Was das Handeln bei so vielen Kunden erreichen würde',
      x: 'Zuerst angesprochene Kunden, %',
      y: 'Anteil der erwarteten Wirkung',
      series: { byEffect: 'Nach erwarteter Wirkung', byRisk: 'Nach Risiko' },
    },
    reliability: {
      title: 'Vorhergesagt und gesehen im letzten Halbjahr',
      x: 'Vorhergesagte Wahrscheinlichkeit, % im Monat',
      y: 'Im Monat gegangen',
      series: { existing: 'Gesehen', foretold: 'Wie vorhergesagt' },
    },
  },
};

export const flightRadarMessages: CheckMessages = { en, de };
