import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import { BACK_DOOR } from '../joint-words.ts';
import type { Quantity, Verdict } from '../verdict.ts';

const half = ({ low, high }: Quantity) => (high - low) / 2;
const value = (q: Quantity, f: Format) => f.quantity(q.value, q.unit, half(q));
const bound = (side: number, q: Quantity, f: Format) =>
  Number.isFinite(side) ? f.quantity(side, q.unit, half(q)) : '…';
const range = (q: Quantity, f: Format, to: string) => `${bound(q.low, q, f)} ${to} ${bound(q.high, q, f)}`;
const detail = (v: Verdict, key: string) => v.details.find((entry) => entry.key === key)?.quantity ?? null;
const overturn = (v: Verdict, key: string) => v.overturn?.values[key] ?? '';
const dayOf = (v: Verdict, f: Format, before: string) => {
  const asOf = v.overturn?.values['asOf'] ?? v.reason?.values['asOf'];
  return typeof asOf === 'string' ? ` (${before} ${f.day(asOf)})` : '';
};

interface Parts {
  readonly to: string;
  readonly source: (name: string, ratio: string, between: string) => string;
  readonly cohorts: (more: string, between: string) => string;
  readonly losses: (rate: string, between: string) => string;
}

/** The deciding comparisons, one sentence each. */
function proofs(v: Verdict, f: Format, words: Parts): string {
  const [ratio, trend, rate] = [detail(v, 'worstRatio'), detail(v, 'cohortTrend'), detail(v, 'lossRate')];
  const sentences: string[] = [];
  if (overturn(v, 'groups') === 'finding' && ratio !== null)
    sentences.push(words.source(String(overturn(v, 'worst')), value(ratio, f), range(ratio, f, words.to)));
  if (overturn(v, 'trend') === 'finding' && trend !== null)
    sentences.push(words.cohorts(value(trend, f), range(trend, f, words.to)));
  if (overturn(v, 'lossRate') === 'finding' && rate !== null)
    sentences.push(words.losses(value(rate, f), range(rate, f, words.to)));
  return sentences.join(' ');
}

interface Reversals {
  readonly to: string;
  readonly offers: (ratio: string, between: string) => string;
  readonly cohorts: (less: string, between: string) => string;
}

/** What goes the other way round, one sentence each. */
function reversals(v: Verdict, f: Format, words: Reversals): string {
  const [ratio, trend] = [detail(v, 'offerRatio'), detail(v, 'cohortTrend')];
  const sentences: string[] = [];
  if (overturn(v, 'offers') === 'reversed' && ratio !== null)
    sentences.push(words.offers(value(ratio, f), range(ratio, f, words.to)));
  if (overturn(v, 'trend') === 'reversed' && trend !== null) {
    const less = { ...trend, value: -trend.value, low: -trend.high, high: -trend.low };
    sentences.push(words.cohorts(value(less, f), range(less, f, words.to)));
  }
  return sentences.map((sentence) => ` ${sentence}`).join('');
}

const REVERSALS_EN: Reversals = {
  to: 'to',
  offers: (ratio, between) =>
    `Customers won by an offer leave only ${ratio} times as fast as those won without one at the same product, year and tenure (${between}).`,
  cohorts: (less, between) =>
    `With each cohort year, customers leave ${less} more slowly than earlier ones did at the same tenure (${between}).`,
};
const REVERSALS_DE: Reversals = {
  to: 'bis',
  offers: (ratio, between) =>
    `Mit einem Angebot gewonnene Kunden gehen bei gleichem Produkt, Jahr und gleicher Kundendauer nur ${ratio}-mal so schnell wie ohne Angebot gewonnene (${between}).`,
  cohorts: (less, between) =>
    `Mit jedem Jahrgang gehen Kunden bei gleicher Kundendauer um ${less} langsamer als frühere (${between}).`,
};

const PROOFS_EN: Parts = {
  to: 'to',
  source: (name, ratio, between) =>
    `Customers won through "${name}" leave ${ratio} times as fast as the others at the same product, year and tenure (${between}).`,
  cohorts: (more, between) =>
    `With each cohort year, customers leave ${more} faster than earlier ones did at the same tenure (${between}).`,
  losses: (rate, between) => `In twelve months, ${rate} of the customers left of their own accord (${between}).`,
};
const PROOFS_DE: Parts = {
  to: 'bis',
  source: (name, ratio, between) =>
    `Über „${name}“ gewonnene Kunden gehen bei gleichem Produkt, Jahr und gleicher Kundendauer ${ratio}-mal so schnell wie die übrigen (${between}).`,
  cohorts: (more, between) =>
    `Mit jedem Jahrgang gehen Kunden bei gleicher Kundendauer um ${more} schneller als frühere (${between}).`,
  losses: (rate, between) => `In zwölf Monaten gingen ${rate} der Kunden aus eigenem Entschluss (${between}).`,
};

const openEn = (values: Readonly<Record<string, number | string>>) =>
  [
    [values['groups'], 'whether some channel or offer loses its customers faster'],
    [values['trend'], 'whether newer cohorts leave faster'],
    [values['lossRate'], 'whether the losses of a year are above what matters'],
  ]
    .filter(([open]) => open === 1)
    .map(([, words]) => words)
    .join('; ');
const openDe = (values: Readonly<Record<string, number | string>>) =>
  [
    [values['groups'], 'ob ein Vertriebsweg oder Angebot seine Kunden schneller verliert'],
    [values['trend'], 'ob neuere Jahrgänge schneller gehen'],
    [values['lossRate'], 'ob die Verluste eines Jahres über dem maßgeblichen Wert liegen'],
  ]
    .filter(([open]) => open === 1)
    .map(([, words]) => words)
    .join('; ');

/** What was compared and found no faster; what the data could not ask is not said. */
function steadyEn(v: Verdict): string {
  const unasked = new Set(v.caveats.map(({ id }) => id));
  const bounds = 'losses are within bounds';
  if (unasked.has('noGroups'))
    return unasked.has('noTrend') ? bounds : `newer cohorts do not leave clearly faster, and ${bounds}`;
  return `no channel${unasked.has('noTrend') ? ' or offer' : ', offer or cohort'} loses its customers clearly faster, and ${bounds}`;
}
function steadyDe(v: Verdict): string {
  const unasked = new Set(v.caveats.map(({ id }) => id));
  if (unasked.has('noGroups'))
    return unasked.has('noTrend')
      ? 'Die Verluste halten sich in Grenzen'
      : 'Neuere Jahrgänge gehen nicht deutlich schneller, und die Verluste halten sich in Grenzen';
  return `Kein Vertriebsweg${unasked.has('noTrend') ? ' oder Angebot' : ', Angebot oder Jahrgang'} verliert seine Kunden deutlich schneller, und die Verluste halten sich in Grenzen`;
}

const en: CheckWords = {
  question: () => 'Do new customers only replace those who leave?',
  answer: (v, f) => {
    const day = dayOf(v, f, 'as of');
    const share =
      v.effect === null
        ? ''
        : ` Of the new customers of twelve months, ${value(v.effect, f)} only replaced others who left of their own accord (${range(v.effect, f, 'to')}).`;
    if (v.outcome === 'finding') return `Yes${day}. ${proofs(v, f, PROOFS_EN)}${share}`;
    if (v.outcome === 'clear')
      return `No carousel that matters${day}: ${steadyEn(v)}.${share}${share === '' ? '' : ' In a base that keeps its size nearly every customer won replaces one who left; the share alone says nothing bad.'}`;
    if (v.outcome === 'reversed')
      return `The other way round${day}: whom you win stays longer.${reversals(v, f, REVERSALS_EN)}${share}`;
    if (v.outcome === 'notApplicable')
      return 'The question needs contracts with a start and, where they ended, an end.';
    if (v.outcome === 'failed') return 'This check could not be computed.';
    return `The data do not tell whether the customers turn in a carousel${day}.${share}`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'A plain count of contracts gives no share here.'
      : `A plain count of contracts would have said that ${value(v.naive, f)} of the new contracts only replaced ended ones. It takes every switch of product inside the house for a loss and a new customer, and every death for a decision to leave.`,
  action: (v) =>
    v.outcome === 'finding'
      ? 'Try later or smaller bonuses, or a referral instead of a bonus, for one channel or region first, and compare how long those customers stay with the rest.'
      : 'Keep watching how long each cohort stays, and record the reason of every end, so that a change is seen early.',
  method:
    'Contracts of one customer that overlap or follow within 31 days count as one stay, so a change of product is no loss. Only ends by the customer’s own decision count as losses; deaths, moves, expiries and ends by the company compete with them. The share still there is estimated month by month from those under observation (Kaplan-Meier with delayed entry). Channels and offers are compared at equal product, cohort year and tenure; cohorts at equal product and tenure. Customers, not contracts, count as independent.',
  notes: {
    missingColumns: ({ columns }) => `These columns are missing: ${columns}.`,
    failed: ({ message }) => `The computation failed: ${message}.`,
    fewEnds: ({ found, needed }, f) =>
      `It needs ${f.count(Number(needed))} ends by the customers’ own decision; there are ${f.count(Number(found))}.`,
    undecided: (values) => `Not decided: ${openEn(values)}. More years of ended contracts would decide it.`,
    growing: ({ rate, share }, f) =>
      `For every hundred customers, ${f.number(100 * Number(rate), 0)} left of their own accord in twelve months, which is more than matters. The company won still more, so they come to no more than ${f.percent(Number(share), 0)} of the newcomers; at a steady size nearly every newcomer would replace one of them.`,
    snapshot: () =>
      'Most ends fall on one single day, so they are a snapshot: how many leave in a year, and whether newer cohorts leave faster, cannot be told. True end dates would make it possible.',
    recordsTooShort: ({ day }, f) =>
      `Ends are on record only since ${f.day(String(day))}; twelve full months are needed to say how many leave in a year.`,
    stableBase: () =>
      'In a base that keeps its size nearly every customer won replaces one who left. Such a share accuses nobody by itself.',
    delayedEntry: ({ day, spells }, f) =>
      `No ends are on record before ${f.day(String(day))}. ${f.count(Number(spells))} stays that began earlier count only from that day on; the plain curve beside it takes them as seen from the start and looks too good.`,
    migrationDay: ({ day, spells }, f) =>
      `Unusually many contracts begin on ${f.day(String(day))}, as after a move between systems. ${f.count(Number(spells))} stays with such a start are left out of the curves; true starts (original_start_date) would restore them.`,
    unknownReasons: ({ share, count }, f) =>
      `For ${f.percent(Number(share), 0)} of the ends that count (${f.count(Number(count))}) no reason is on record; they count as the customer’s own decision.`,
    lostFromSight: ({ count }, f) =>
      `${f.count(Number(count))} stays end with a switch inside the house whose next contract is not in the data; they count as seen until then.`,
    noGroups: () => 'There are too few channels or offers with enough ends to compare where lost customers came from.',
    sourcesDiffer: () =>
      'People won through different channels may differ in more than the channel: region, income or need are not held equal.',
    offersDiffer: () =>
      'Who comes by an offer may differ from the others in more than the offer: channel, region or need are not held equal.',
    noTrend: () => 'Too few cohorts have enough ends to say whether newer ones leave faster.',
    cohortOrCalendar: () =>
      'Newer cohorts also live in other years. Whether the cohort or the calendar goes with a change cannot be told apart.',
    noIdentityKey: () =>
      'Without a key that recognises people under a new number, whoever leaves and rejoins counts as a loss and a new customer.',
    moneyFew: ({ found, needed }, f) =>
      `No amount: it takes ${f.count(Number(needed))} replaced losses in twelve months, there are ${f.count(Number(found))}.`,
    ...BACK_DOOR.en.notes,
    noFlow: () => 'No amount: newcomers and losses of the last twelve months are not both on record.',
    costUnknown: () => 'No amount: what it costs to win a customer is not known (table cost, or the setting).',
    noTest: () => 'What a repair would recover is not stated, since none has been tested.',
    overturnFinding: () =>
      'A difference between the groups that no imported column shows, or ends recorded more fully for some of them than for others.',
    overturnClear: () =>
      'Ends that are missing from the data, or customers who left under another reason than their own decision.',
  },
  details: {
    ...BACK_DOOR.en.details,
    lossRate: 'Voluntary losses in twelve months, per customer',
    replacementCost: 'Cost of winning newcomers in the place of those who left, twelve months',
    speed: 'Carousel speed: newcomers and losses over twice the average base',
    worstRatio: 'Rate of leaving of the channel or offer that stands out most, against the others',
    crudeRatio: 'The same with nothing held equal',
    offerRatio: 'Rate of leaving of customers won by an offer, against those won without one',
    cohortTrend: 'Change of the rate of leaving from one cohort year to the next',
    halfLife: 'Half-life: months until half have left of their own accord',
    survival1: 'Still there after 1 month',
    survival12: 'Still there after 12 months',
    survival24: 'Still there after 24 months',
    survival48: 'Still there after 48 months',
    survival72: 'Still there after 72 months',
    meanOfTwoYears: 'Months stayed out of the first 24',
    leftVoluntary24: 'Left of their own accord within 24 months',
    leftOtherwise24: 'Ended otherwise within 24 months',
    naiveSurvival12: 'Plain curve, 12 months: early leavers missing',
    naiveSurvival24: 'Plain curve, 24 months: early leavers missing',
    naiveSurvival48: 'Plain curve, 48 months: early leavers missing',
  },
  counts: {
    spells: 'stays',
    running: 'customers today',
    adds: 'new customers in twelve months',
    losses: 'voluntary losses in twelve months',
    otherLosses: 'other ends in twelve months',
    returned: 'of the new customers, returned ones',
    ends: 'voluntary ends in the curves',
    otherEnds: 'other ends in the curves',
    unknownEnds: 'ends without a reason',
  },
  excluded: {
    migrationDay: 'true start unknown (move between systems)',
    beforeRecords: 'ended before ends were recorded',
  },
  dimensions: { channel: 'Channel', offer: 'Offer', cohort: 'Year of the start' },
  charts: {
    survival: {
      title: 'Share still there, by months as a customer',
      x: 'Months as a customer',
      y: 'Still there',
      series: { all: 'All customers' },
    },
    flows: {
      title: 'New customers and voluntary losses, twelve months up to the day',
      x: 'Twelve months up to',
      y: 'Customers',
      series: { newcomer: 'New customers', existing: 'Voluntary losses' },
    },
    ratios: {
      title: 'Rate of leaving against all others',
      x: 'Channel or offer',
      y: 'Times as fast',
      series: { channel: 'Channel', offer: 'Offer' },
    },
  },
};

const de: typeof en = {
  question: () => 'Ersetzen Neukunden nur die, die gehen?',
  answer: (v, f) => {
    const day = dayOf(v, f, 'Stand');
    const share =
      v.effect === null
        ? ''
        : ` Von den Neukunden aus zwölf Monaten ersetzten ${value(v.effect, f)} nur andere, die aus eigenem Entschluss gingen (${range(v.effect, f, 'bis')}).`;
    if (v.outcome === 'finding') return `Ja${day}. ${proofs(v, f, PROOFS_DE)}${share}`;
    if (v.outcome === 'clear')
      return `Kein Kundenkarussell, das zählt${day}: ${steadyDe(v)}.${share}${share === '' ? '' : ' Hält ein Bestand seine Größe, so ersetzt fast jeder Gewonnene jemanden, der ging; der Anteil allein sagt nichts Schlechtes.'}`;
    if (v.outcome === 'reversed')
      return `Umgekehrt${day}: Wen Sie gewinnen, der bleibt länger.${reversals(v, f, REVERSALS_DE)}${share}`;
    if (v.outcome === 'notApplicable') return 'Die Frage braucht Verträge mit Beginn und, wo sie endeten, mit Ende.';
    if (v.outcome === 'failed') return 'Diese Prüfung ließ sich nicht rechnen.';
    return `Die Daten sagen nicht, ob sich die Kunden in einem Karussell drehen${day}.${share}`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'Ein einfaches Zählen der Verträge ergibt hier keinen Anteil.'
      : `Ein einfaches Zählen der Verträge hätte ergeben, dass ${value(v.naive, f)} der neuen Verträge nur beendete ersetzten. Es hält jeden Produktwechsel im Haus für einen Verlust und einen Neukunden und jeden Todesfall für eine Entscheidung zu gehen.`,
  action: (v) =>
    v.outcome === 'finding'
      ? 'Erproben Sie spätere oder kleinere Prämien oder eine Empfehlung statt einer Prämie zuerst in einem Vertriebsweg oder einer Region, und vergleichen Sie, wie lange diese Kunden im Vergleich zu den übrigen bleiben.'
      : 'Beobachten Sie weiter, wie lange jeder Jahrgang bleibt, und halten Sie bei jedem Ende den Grund fest, damit eine Änderung früh auffällt.',
  method:
    'Verträge eines Kunden, die sich überlappen oder binnen 31 Tagen folgen, zählen als ein Aufenthalt; ein Produktwechsel ist also kein Verlust. Als Verlust zählen nur Enden aus eigenem Entschluss des Kunden; Todesfälle, Umzüge, Abläufe und Enden durch den Anbieter stehen daneben. Der Anteil, der noch da ist, wird Monat für Monat aus denen geschätzt, die beobachtet werden (Kaplan-Meier mit verspätetem Eintritt). Vertriebswege und Angebote werden bei gleichem Produkt, gleichem Jahrgang und gleicher Kundendauer verglichen, Jahrgänge bei gleichem Produkt und gleicher Kundendauer. Als unabhängig gelten Kunden, nicht Verträge.',
  notes: {
    missingColumns: ({ columns }) => `Diese Spalten fehlen: ${columns}.`,
    failed: ({ message }) => `Die Rechnung schlug fehl: ${message}.`,
    fewEnds: ({ found, needed }, f) =>
      `Nötig sind ${f.count(Number(needed))} Enden aus eigenem Entschluss der Kunden; vorhanden sind ${f.count(Number(found))}.`,
    undecided: (values) => `Nicht entschieden: ${openDe(values)}. Mehr Jahre beendeter Verträge würden es entscheiden.`,
    growing: ({ rate, share }, f) =>
      `Auf hundert Kunden gingen in zwölf Monaten ${f.number(100 * Number(rate), 0)} aus eigenem Entschluss, mehr als von Belang ist. Die Firma gewann noch mehr, daher sind es nur ${f.percent(Number(share), 0)} der Neukunden; bei gleichbleibender Größe würde fast jeder Neukunde einen von ihnen ersetzen.`,
    snapshot: () =>
      'Die meisten Enden fallen auf einen einzigen Tag, sind also eine Momentaufnahme: Wie viele in einem Jahr gehen und ob neuere Jahrgänge schneller gehen, lässt sich nicht sagen. Wahre Enddaten würden es ermöglichen.',
    recordsTooShort: ({ day }, f) =>
      `Enden sind erst seit ${f.day(String(day))} verzeichnet; zwölf volle Monate sind nötig, um zu sagen, wie viele in einem Jahr gehen.`,
    stableBase: () =>
      'Hält ein Bestand seine Größe, so ersetzt fast jeder Gewonnene jemanden, der ging. Ein solcher Anteil allein ist kein Vorwurf.',
    delayedEntry: ({ day, spells }, f) =>
      `Vor dem ${f.day(String(day))} sind keine Enden verzeichnet. ${f.count(Number(spells))} früher begonnene Aufenthalte zählen erst ab diesem Tag; die einfache Kurve daneben nimmt sie als von Anfang an gesehen und sieht zu gut aus.`,
    migrationDay: ({ day, spells }, f) =>
      `Ungewöhnlich viele Verträge beginnen am ${f.day(String(day))}, wie nach einem Umzug zwischen Systemen. ${f.count(Number(spells))} Aufenthalte mit solchem Beginn fehlen in den Kurven; der wahre Beginn (original_start_date) würde sie zurückholen.`,
    unknownReasons: ({ share, count }, f) =>
      `Bei ${f.percent(Number(share), 0)} der zählenden Enden (${f.count(Number(count))}) ist kein Grund verzeichnet; sie zählen als eigener Entschluss des Kunden.`,
    lostFromSight: ({ count }, f) =>
      `${f.count(Number(count))} Aufenthalte enden mit einem Wechsel im Haus, dessen nächster Vertrag nicht in den Daten steht; sie zählen als bis dahin gesehen.`,
    noGroups: () =>
      'Zu wenige Vertriebswege oder Angebote haben genug Enden, um zu vergleichen, woher verlorene Kunden kamen.',
    sourcesDiffer: () =>
      'Über verschiedene Wege gewonnene Menschen können sich in mehr als dem Weg unterscheiden: Region, Einkommen oder Bedarf sind nicht gleichgehalten.',
    offersDiffer: () =>
      'Wer über ein Angebot kommt, kann sich von den übrigen in mehr als dem Angebot unterscheiden: Vertriebsweg, Region oder Bedarf sind nicht gleichgehalten.',
    noTrend: () => 'Zu wenige Jahrgänge haben genug Enden, um zu sagen, ob neuere schneller gehen.',
    cohortOrCalendar: () =>
      'Neuere Jahrgänge leben auch in anderen Jahren. Ob eine Änderung mit dem Jahrgang oder mit dem Kalender einhergeht, lässt sich nicht trennen.',
    noIdentityKey: () =>
      'Ohne einen Schlüssel, der Menschen unter neuer Nummer erkennt, zählt als Verlust und Neukunde, wer geht und wiederkommt.',
    moneyFew: ({ found, needed }, f) =>
      `Kein Betrag: Nötig sind ${f.count(Number(needed))} ersetzte Verluste in zwölf Monaten, vorhanden sind ${f.count(Number(found))}.`,
    ...BACK_DOOR.de.notes,
    noFlow: () => 'Kein Betrag: Neukunden und Verluste der letzten zwölf Monate sind nicht beide verzeichnet.',
    costUnknown: () =>
      'Kein Betrag: Was die Gewinnung eines Kunden kostet, ist nicht bekannt (Tabelle cost oder die Einstellung).',
    noTest: () => 'Was eine Abhilfe zurückholen würde, bleibt offen, da keine erprobt ist.',
    overturnFinding: () =>
      'Ein Unterschied zwischen den Gruppen, den keine eingelesene Spalte zeigt, oder Enden, die bei einigen vollständiger verzeichnet sind als bei anderen.',
    overturnClear: () =>
      'Enden, die in den Daten fehlen, oder Kunden, die unter einem anderen Grund als dem eigenen Entschluss gingen.',
  },
  details: {
    ...BACK_DOOR.de.details,
    lossRate: 'Freiwillige Verluste in zwölf Monaten, je Kunde',
    replacementCost: 'Kosten der Neukunden, die an die Stelle der Verlorenen traten, zwölf Monate',
    speed: 'Tempo des Karussells: Neukunden und Verluste durch den doppelten mittleren Bestand',
    worstRatio: 'Tempo des Gehens beim auffälligsten Vertriebsweg oder Angebot, gegenüber den übrigen',
    crudeRatio: 'Dasselbe, ohne etwas gleichzuhalten',
    offerRatio: 'Tempo des Gehens mit einem Angebot gewonnener Kunden, gegenüber ohne Angebot gewonnenen',
    cohortTrend: 'Änderung des Tempos von einem Jahrgang zum nächsten',
    halfLife: 'Halbwertszeit: Monate, bis die Hälfte aus eigenem Entschluss gegangen ist',
    survival1: 'Nach 1 Monat noch da',
    survival12: 'Nach 12 Monaten noch da',
    survival24: 'Nach 24 Monaten noch da',
    survival48: 'Nach 48 Monaten noch da',
    survival72: 'Nach 72 Monaten noch da',
    meanOfTwoYears: 'Von den ersten 24 Monaten geblieben',
    leftVoluntary24: 'Binnen 24 Monaten aus eigenem Entschluss gegangen',
    leftOtherwise24: 'Binnen 24 Monaten anders geendet',
    naiveSurvival12: 'Einfache Kurve, 12 Monate: frühe Abgänge fehlen',
    naiveSurvival24: 'Einfache Kurve, 24 Monate: frühe Abgänge fehlen',
    naiveSurvival48: 'Einfache Kurve, 48 Monate: frühe Abgänge fehlen',
  },
  counts: {
    spells: 'Aufenthalte',
    running: 'Kunden heute',
    adds: 'Neukunden in zwölf Monaten',
    losses: 'freiwillige Verluste in zwölf Monaten',
    otherLosses: 'andere Enden in zwölf Monaten',
    returned: 'davon wiedergekommene Neukunden',
    ends: 'freiwillige Enden in den Kurven',
    otherEnds: 'andere Enden in den Kurven',
    unknownEnds: 'Enden ohne Grund',
  },
  excluded: {
    migrationDay: 'wahrer Beginn unbekannt (Umzug zwischen Systemen)',
    beforeRecords: 'geendet, bevor Enden verzeichnet wurden',
  },
  dimensions: { channel: 'Vertriebsweg', offer: 'Angebot', cohort: 'Jahr des Beginns' },
  charts: {
    survival: {
      title: 'Anteil, der noch da ist, nach Monaten als Kunde',
      x: 'Monate als Kunde',
      y: 'Noch da',
      series: { all: 'Alle Kunden' },
    },
    flows: {
      title: 'Neukunden und freiwillige Verluste, zwölf Monate bis zum Tag',
      x: 'Zwölf Monate bis',
      y: 'Kunden',
      series: { newcomer: 'Neukunden', existing: 'Freiwillige Verluste' },
    },
    ratios: {
      title: 'Tempo des Gehens gegenüber allen übrigen',
      x: 'Vertriebsweg oder Angebot',
      y: 'So viel Mal so schnell',
      series: { channel: 'Vertriebsweg', offer: 'Angebot' },
    },
  },
};

export const customerCarouselMessages: CheckMessages = { en, de };
