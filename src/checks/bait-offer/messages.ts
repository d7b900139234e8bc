import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import { BACK_DOOR } from '../joint-words.ts';
import type { Note, Verdict } from '../verdict.ts';

type Values = Note['values'];
const num = (values: Values, name: string) => Number(values[name] ?? 0);
const share = (values: Values, name: string, f: Format) => f.percent(num(values, name));
const ratio = (values: Values, name: string, f: Format) => f.number(num(values, name), 2);
const detail = (v: Verdict, key: string) => v.details.find((entry) => entry.key === key)?.quantity ?? null;
const valuesOf = (v: Verdict): Values => v.overturn?.values ?? v.reason?.values ?? {};
const dayOf = (v: Verdict, f: Format) => f.day(String(valuesOf(v)['asOf'] ?? ''));

/** The sentences that an answer is made of, in one language. */
interface Parts {
  readonly of: (name: string) => string;
  readonly faster: (whose: string, times: string, low: string, high: string) => string;
  readonly back: (whose: string, share: string, low: string, high: string) => string;
  readonly account: (full: string, low: string, high: string, naive: string, months: string) => string;
  readonly alike: (times: string, low: string, high: string) => string;
}

const EN: Parts = {
  of: (name) => (name === '' ? 'the offers' : `"${name}"`),
  faster: (whose, times, low, high) =>
    `Customers won by ${whose} leave ${times} times as fast as those won without an offer, at equal product, year and tenure (${low} to ${high}).`,
  back: (whose, part, low, high) =>
    `Of the newcomers of ${whose}, ${part} had left within the twelve months before (${low} to ${high}).`,
  account: (full, low, high, naive, months) =>
    `The full account of a contract won comes to ${full} after ${months} months (${low} to ${high}); counting first-year prices alone it looks like ${naive}.`,
  alike: (times, low, high) =>
    `Customers won by an offer leave ${times} times as fast as those won without one, at equal product, year and tenure (${low} to ${high}).`,
};
const DE: Parts = {
  of: (name) => (name === '' ? 'den Angeboten' : `„${name}“`),
  faster: (whose, times, low, high) =>
    `Mit ${whose} gewonnene Kunden gehen bei gleichem Produkt, Jahr und gleicher Kundendauer ${times}-mal so schnell wie ohne Angebot gewonnene (${low} bis ${high}).`,
  back: (whose, part, low, high) =>
    `Von den mit ${whose} gewonnenen Neukunden waren ${part} in den zwölf Monaten davor gegangen (${low} bis ${high}).`,
  account: (full, low, high, naive, months) =>
    `Die Vollrechnung je gewonnenem Vertrag ergibt nach ${months} Monaten ${full} (${low} bis ${high}); nach den Preisen des ersten Jahres allein sieht er nach ${naive} aus.`,
  alike: (times, low, high) =>
    `Mit Angebot gewonnene Kunden gehen bei gleichem Produkt, Jahr und gleicher Kundendauer ${times}-mal so schnell wie ohne Angebot gewonnene (${low} bis ${high}).`,
};

function told(v: Verdict, f: Format, parts: Parts): string {
  const values = v.overturn?.values ?? {};
  const fast = parts.of(String(values['fast'] ?? ''));
  const back = parts.of(String(values['back'] ?? ''));
  const sentences: string[] = [];
  if (values['leaving'] === 'finding')
    sentences.push(
      parts.faster(fast, ratio(values, 'ratio', f), ratio(values, 'ratioLow', f), ratio(values, 'ratioHigh', f)),
    );
  else {
    const all = detail(v, 'leavingRatio');
    if (all !== null) sentences.push(parts.alike(f.number(all.value, 2), f.number(all.low, 2), f.number(all.high, 2)));
  }
  if (values['rejoin'] === 'finding')
    sentences.push(
      parts.back(back, share(values, 'backShare', f), share(values, 'backLow', f), share(values, 'backHigh', f)),
    );
  const [full, naive] = [detail(v, 'fullAccount'), detail(v, 'naiveAccount')];
  if (full !== null && naive !== null)
    sentences.push(
      parts.account(
        f.money(full.value),
        f.money(full.low),
        f.money(full.high),
        f.money(naive.value),
        f.count(num(values, 'months')),
      ),
    );
  return sentences.join(' ');
}

const OPEN_EN = {
  leaving: 'whether customers won by an offer leave faster',
  rejoin: 'how many had just left',
  account: 'whether the account ends below zero',
};
const OPEN_DE = {
  leaving: 'ob mit Angebot gewonnene Kunden schneller gehen',
  rejoin: 'wie viele gerade erst gegangen waren',
  account: 'ob die Rechnung unter null endet',
};
const open = (values: Values, words: typeof OPEN_EN) =>
  [
    [values['leaving'], words.leaving],
    [values['rejoin'], words.rejoin],
    [values['account'], words.account],
  ]
    .filter(([isOpen]) => isOpen === 1)
    .map(([, text]) => text)
    .join('; ');

const en: CheckWords = {
  question: () => 'Do the offers that win customers pay as well as winning them without one?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'This question needs contracts with customer, start and the offer that won them; they are not in the data.';
    if (v.outcome === 'failed') return 'This question could not be computed; the other answers stand.';
    const rest = told(v, f, EN);
    if (v.outcome === 'finding') return `Not all do, as of ${dayOf(v, f)}. ${rest}`;
    if (v.outcome === 'clear') return `No clear difference, as of ${dayOf(v, f)}. ${rest}`;
    if (v.outcome === 'reversed') return `Customers of offers do better than others, as of ${dayOf(v, f)}. ${rest}`;
    return rest === ''
      ? 'The data do not tell whether the offers pay.'
      : `The data do not tell whether the offers pay, as of ${dayOf(v, f)}. ${rest}`;
  },
  naive: (v, f) => {
    if (v.naive === null) return 'A plain calculation is not shown.';
    if (v.naive.unit === 'money')
      return `The naive calculation multiplies contracts won by the price of their first year: ${f.money(v.naive.value)} each. It leaves out who leaves, who had just left, who was a customer already, and what the offer and the winning cost.`;
    return `With nothing held equal the figure would be ${f.number(v.naive.value, 2)}. It mixes products, years and short with long stays.`;
  },
  action: ({ outcome }) =>
    outcome === 'finding'
      ? 'You could try a smaller bonus, one that is paid only in the third year, a rule for those who had just left, or a referral instead, in one channel or region first, and compare how long those customers stay.'
      : 'You could keep the offer on every contract, a key that recognises returning people, and the terms of each offer, and look again after each campaign; no other change suggests itself.',
  method:
    'Contracts that came by an offer are told apart into true newcomers, people who had left within twelve months, and people who were customers at the time. How fast newcomers leave is compared with those won without an offer, at equal product, year of the start and tenure, and at equal channel where others came by the same one, in the mix of the offers. The full account counts the margin of true newcomers for as long as they stay, discounted, less the incentive and the cost of winning everybody who took the offer; it ends at the last month that enough of them have reached. Customers, not contracts, count as independent. Small offers are told together by what they give.',
  notes: {
    missingColumns: ({ columns }) => `Missing in the data: ${columns ?? ''}.`,
    failed: ({ message }) => `The computation stopped: ${message ?? ''}.`,
    fewAdds: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} contracts that came by an offer, has ${f.count(num(values, 'found'))}.`,
    shortFollowUp: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} months over which at least ${f.count(num(values, 'atRisk'))} of the customers won are followed, has ${f.count(num(values, 'found'))}.`,
    noComparison: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} ends by the customers’ own decision among those won by an offer and as many among those won without one, who came in the same years for the same products as at least ${share(values, 'overlap', f)} of them, or prices and the worth of the offers; the data hold neither.`,
    undecided: (values) => `Not decided: ${open(values, OPEN_EN)}. More contracts or more months would decide it.`,
    fewForRejoin: (values, f) =>
      `How many had just left is not told: it takes ${f.count(num(values, 'needed'))} newcomers whose past would be on record, there are ${f.count(num(values, 'found'))}.`,
    keyCoverage: (values, f) =>
      `${share(values, 'newcomers', f)} of the newcomers and ${share(values, 'leavers', f)} of the leavers carry a key that recognises them; the share is corrected as if the others were like them. Where the keys are missing just for those who return, the most it can be stands beside it.`,
    keyMissing: (values, f) =>
      `Only ${share(values, 'newcomers', f)} of the newcomers carry a key that recognises them under a new number (needs ${f.percent(num(values, 'needed'), 0)}); the share of those who had just left is a lower bound.`,
    nobodyWithout: () =>
      'Those won without an offer are no comparison: too few of them leave, or they came for other products in other years.',
    sourcesDiffer: (values) =>
      `People won by an offer may differ from others in more than the offer: ${num(values, 'channelHeld') > 0 ? '' : 'channel, '}income or need are not held equal.`,
    reasonsUnknown: () => 'Reasons of the ends are not in the data; every end counts as the customer’s own decision.',
    smallOffers: (values, f) =>
      `No offer has ${f.count(num(values, 'needed'))} contracts of its own with enough time; they are told together.`,
    noAccount: () =>
      'No account: it takes prices, and either the worth of the offers or the cost of winning customers, and enough months.',
    observedTo: (values, f) =>
      `The account is observed to month ${f.count(num(values, 'months'))} and not extended beyond it.`,
    marginAssumed: (values, f) =>
      `A margin of ${share(values, 'rate', f)} of the price is assumed; margins of customers would replace it.`,
    costUnknown: () => 'What it costs to win a customer is not on record and left out of the account.',
    bonusInCosts: () =>
      'The costs of winning name bonuses already, so one-off incentives are not counted a second time.',
    incentiveUnknown: () => 'What the offers give is not on record and left out of the account.',
    incrementality: () =>
      'The account takes every true newcomer as won by the offer; if half would have come anyway, the figure beside it holds. Only a test without the offer in some regions would tell.',
    ...BACK_DOOR.en.notes,
    backDoor: () => 'What existing customers do who see the offer is not counted here.',
    noLoss: () =>
      'No loss is named: there is no finding, no account, no clear shortfall against equal customers won without an offer, or too few contracts in the last twelve months.',
    overturnFinding: () =>
      'The statement would fall if people won by offers differ from the others in what no column shows, or if ends are recorded more fully for them.',
    overturnClear: () =>
      'The statement would fall if offers are missing on contracts, or if ends or returning people are not recorded.',
  },
  details: {
    ...BACK_DOOR.en.details,
    leavingRatio: 'Rate of leaving against those won without an offer, held equal',
    crudeRatio: 'The same with nothing held equal',
    halfLife: 'Half-life of customers won by an offer',
    halfLifeOthers: 'Half-life of customers won without one',
    stillThere12: 'Won by an offer, still there after 12 months',
    stillThere12Others: 'Won without one, still there after 12 months',
    stillThere24: 'Won by an offer, still there after 24 months',
    stillThere24Others: 'Won without one, still there after 24 months',
    rejoin: 'Newcomers of offers who had left within twelve months before',
    rejoinMost: 'The same at most, if all without a key had left',
    internal: 'Contracts of offers that went to customers of the time',
    fullAccount: 'Full account of a contract won',
    naiveAccount: 'Naive calculation: its first-year price',
    halfIncremental: 'Full account if half would have come anyway',
    shortfall: 'Against an equal customer won without an offer',
    observedMonths: 'Months over which the account is observed',
    paybackMonth: 'Month in which the account is even',
    incentive: 'Incentive per contract won',
    costPerNewcomer: 'Cost of winning a customer',
  },
  counts: {
    wins: 'contracts won by an offer',
    internal: 'of these by customers of the time',
    newcomers: 'newcomers whose past would be on record',
    rejoined: 'of these left within twelve months before',
    offers: 'offers told apart',
  },
  excluded: {},
  dimensions: { offer: 'Offer, or kind of small offers' },
  charts: {
    stays: {
      title: 'Share still there, by months as a customer',
      x: 'Months as a customer',
      y: 'Still there',
      series: { none: 'Won without an offer', newcomer: 'Won by an offer' },
    },
    accounts: {
      title: 'Naive calculation and full account of a contract won',
      x: 'Offer',
      y: 'Money per contract',
      series: { naive: 'Naive calculation', full: 'Full account' },
    },
  },
};

const de: typeof en = {
  question: () => 'Rechnen sich Angebote für neue Kunden so gut wie die Gewinnung ohne Angebot?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'Diese Frage braucht Verträge mit Kunde, Beginn und dem Angebot, das sie gewonnen hat; sie sind nicht in den Daten.';
    if (v.outcome === 'failed') return 'Diese Frage ließ sich nicht rechnen; die übrigen Antworten gelten.';
    const rest = told(v, f, DE);
    if (v.outcome === 'finding') return `Nicht alle, Stand ${dayOf(v, f)}. ${rest}`;
    if (v.outcome === 'clear') return `Kein deutlicher Unterschied, Stand ${dayOf(v, f)}. ${rest}`;
    if (v.outcome === 'reversed')
      return `Mit Angebot Gewonnene stehen besser da als andere, Stand ${dayOf(v, f)}. ${rest}`;
    return rest === ''
      ? 'Die Daten sagen nicht, ob sich die Angebote rechnen.'
      : `Die Daten sagen nicht, ob sich die Angebote rechnen, Stand ${dayOf(v, f)}. ${rest}`;
  },
  naive: (v, f) => {
    if (v.naive === null) return 'Eine einfache Rechnung wird nicht gezeigt.';
    if (v.naive.unit === 'money')
      return `Die Milchmädchenrechnung nimmt gewonnene Verträge mal Preis des ersten Jahres: ${f.money(v.naive.value)} je Vertrag. Sie lässt aus, wer geht, wer gerade erst gegangen war, wer schon Kunde war und was Angebot und Gewinnung kosten.`;
    return `Ohne etwas gleichzuhalten, betrüge die Zahl ${f.number(v.naive.value, 2)}. Sie vermischt Produkte, Jahre und kurze mit langen Aufenthalten.`;
  },
  action: ({ outcome }) =>
    outcome === 'finding'
      ? 'Sie könnten eine kleinere Prämie erproben, eine, die erst im dritten Jahr gezahlt wird, eine Regel für gerade Gegangene oder eine Empfehlung statt der Prämie, zuerst in einem Vertriebsweg oder einer Region, und vergleichen, wie lange diese Kunden bleiben.'
      : 'Sie könnten an jedem Vertrag das Angebot festhalten, einen Schlüssel, der Wiederkehrende erkennt, und die Konditionen jedes Angebots, und nach jeder Aktion erneut hinsehen; eine weitere Änderung drängt sich nicht auf.',
  method:
    'Verträge, die durch ein Angebot kamen, werden unterschieden: echte Neukunden, Menschen, die binnen zwölf Monaten davor gegangen waren, und solche, die zu der Zeit Kunden waren. Wie schnell Neukunden gehen, wird mit denen verglichen, die ohne Angebot kamen, bei gleichem Produkt, gleichem Startjahr und gleicher Kundendauer, und bei gleichem Vertriebsweg, wo auch andere über ihn kamen, in der Mischung der Angebote. Die Vollrechnung zählt den Deckungsbeitrag echter Neukunden, solange sie bleiben, abgezinst, abzüglich dessen, was Anreiz und Gewinnung bei allen kosten, die das Angebot nahmen; sie endet mit dem letzten Monat, den genug von ihnen erreicht haben. Als unabhängig gelten Kunden, nicht Verträge. Kleine Angebote stehen zusammen nach dem, was sie geben.',
  notes: {
    missingColumns: ({ columns }) => `In den Daten fehlt: ${columns ?? ''}.`,
    failed: ({ message }) => `Die Rechnung brach ab: ${message ?? ''}.`,
    fewAdds: (values, f) =>
      `Nötig sind ${f.count(num(values, 'needed'))} Verträge, die durch ein Angebot kamen, vorhanden sind ${f.count(num(values, 'found'))}.`,
    shortFollowUp: (values, f) =>
      `Nötig sind ${f.count(num(values, 'needed'))} Monate, über die mindestens ${f.count(num(values, 'atRisk'))} der gewonnenen Kunden beobachtet sind, vorhanden sind ${f.count(num(values, 'found'))}.`,
    noComparison: (values, f) =>
      `Nötig sind ${f.count(num(values, 'needed'))} Enden aus eigenem Entschluss bei den mit Angebot Gewonnenen und ebenso viele bei den übrigen, die für mindestens ${share(values, 'overlap', f)} von ihnen in denselben Jahren zu denselben Produkten kamen, oder Preise und der Wert der Angebote; beides fehlt.`,
    undecided: (values) =>
      `Nicht entschieden: ${open(values, OPEN_DE)}. Mehr Verträge oder mehr Monate würden es entscheiden.`,
    fewForRejoin: (values, f) =>
      `Wie viele gerade erst gegangen waren, bleibt offen: Nötig sind ${f.count(num(values, 'needed'))} Neukunden, deren Vorgeschichte verzeichnet wäre, vorhanden sind ${f.count(num(values, 'found'))}.`,
    keyCoverage: (values, f) =>
      `${share(values, 'newcomers', f)} der Neukunden und ${share(values, 'leavers', f)} der Gegangenen tragen einen Schlüssel, der sie erkennt; der Anteil ist berichtigt, als glichen ihnen die übrigen. Fehlen die Schlüssel gerade bei Wiederkehrenden, gilt höchstens die Zahl daneben.`,
    keyMissing: (values, f) =>
      `Nur ${share(values, 'newcomers', f)} der Neukunden tragen einen Schlüssel, der sie unter neuer Nummer erkennt (nötig ${f.percent(num(values, 'needed'), 0)}); der Anteil gerade Gegangener ist eine Untergrenze.`,
    nobodyWithout: () =>
      'Die ohne Angebot Gewonnenen taugen nicht zum Vergleich: Zu wenige von ihnen gehen, oder sie kamen zu anderen Produkten in anderen Jahren.',
    sourcesDiffer: (values) =>
      `Mit Angebot Gewonnene können sich in mehr als dem Angebot unterscheiden: ${num(values, 'channelHeld') > 0 ? '' : 'Vertriebsweg, '}Einkommen oder Bedarf sind nicht gleichgehalten.`,
    reasonsUnknown: () =>
      'Gründe der Enden stehen nicht in den Daten; jedes Ende zählt als eigener Entschluss des Kunden.',
    smallOffers: (values, f) =>
      `Kein Angebot hat für sich ${f.count(num(values, 'needed'))} Verträge mit genug Zeit; sie stehen zusammen.`,
    noAccount: () =>
      'Keine Vollrechnung: Sie braucht Preise und den Wert der Angebote oder die Kosten der Gewinnung sowie genug Monate.',
    observedTo: (values, f) =>
      `Die Rechnung ist bis Monat ${f.count(num(values, 'months'))} beobachtet und nicht darüber hinaus verlängert.`,
    marginAssumed: (values, f) =>
      `Ein Deckungsbeitrag von ${share(values, 'rate', f)} des Preises ist angenommen; Deckungsbeiträge der Kunden würden ihn ersetzen.`,
    costUnknown: () => 'Was die Gewinnung eines Kunden kostet, ist nicht verzeichnet und fehlt in der Rechnung.',
    bonusInCosts: () =>
      'Die Kosten der Gewinnung nennen Prämien bereits; einmalige Anreize zählen darum nicht ein zweites Mal.',
    incentiveUnknown: () => 'Was die Angebote geben, ist nicht verzeichnet und fehlt in der Rechnung.',
    incrementality: () =>
      'Die Rechnung nimmt jeden echten Neukunden als durch das Angebot gewonnen; wäre die Hälfte auch so gekommen, gilt die Zahl daneben. Nur ein Versuch ohne das Angebot in einigen Regionen würde es zeigen.',
    ...BACK_DOOR.de.notes,
    backDoor: () => 'Was Bestandskunden tun, die das Angebot sehen, ist hier nicht mitgezählt.',
    noLoss: () =>
      'Kein Verlust genannt: Es gibt keinen Befund, keine Rechnung, keinen deutlichen Rückstand gegenüber gleichen Kunden ohne Angebot oder zu wenige Verträge der letzten zwölf Monate.',
    overturnFinding: () =>
      'Die Aussage fiele, wenn sich mit Angebot Gewonnene in etwas unterscheiden, das keine Spalte zeigt, oder wenn Enden bei ihnen vollständiger verzeichnet sind.',
    overturnClear: () =>
      'Die Aussage fiele, wenn Angebote an Verträgen fehlen oder wenn Enden oder Wiederkehrende nicht verzeichnet sind.',
  },
  details: {
    ...BACK_DOOR.de.details,
    leavingRatio: 'Tempo des Gehens gegenüber ohne Angebot Gewonnenen, gleichgehalten',
    crudeRatio: 'Dasselbe, ohne etwas gleichzuhalten',
    halfLife: 'Halbwertszeit mit Angebot gewonnener Kunden',
    halfLifeOthers: 'Halbwertszeit ohne Angebot gewonnener Kunden',
    stillThere12: 'Mit Angebot gewonnen, nach 12 Monaten noch da',
    stillThere12Others: 'Ohne Angebot gewonnen, nach 12 Monaten noch da',
    stillThere24: 'Mit Angebot gewonnen, nach 24 Monaten noch da',
    stillThere24Others: 'Ohne Angebot gewonnen, nach 24 Monaten noch da',
    rejoin: 'Neukunden der Angebote, die binnen zwölf Monaten davor gegangen waren',
    rejoinMost: 'Dasselbe höchstens, wenn alle ohne Schlüssel gegangen waren',
    internal: 'Verträge der Angebote, die an damalige Kunden gingen',
    fullAccount: 'Vollrechnung je gewonnenem Vertrag',
    naiveAccount: 'Milchmädchenrechnung: Preis des ersten Jahres',
    halfIncremental: 'Vollrechnung, wenn die Hälfte auch so gekommen wäre',
    shortfall: 'Gegenüber einem gleichen Kunden ohne Angebot',
    observedMonths: 'Monate, über die die Rechnung beobachtet ist',
    paybackMonth: 'Monat, in dem die Rechnung ausgeglichen ist',
    incentive: 'Anreiz je gewonnenem Vertrag',
    costPerNewcomer: 'Kosten der Gewinnung eines Kunden',
  },
  counts: {
    wins: 'durch ein Angebot gewonnene Verträge',
    internal: 'davon von damaligen Kunden',
    newcomers: 'Neukunden, deren Vorgeschichte verzeichnet wäre',
    rejoined: 'davon binnen zwölf Monaten davor gegangen',
    offers: 'einzeln betrachtete Angebote',
  },
  excluded: {},
  dimensions: { offer: 'Angebot oder Art kleiner Angebote' },
  charts: {
    stays: {
      title: 'Anteil, der noch da ist, nach Monaten als Kunde',
      x: 'Monate als Kunde',
      y: 'Noch da',
      series: { none: 'Ohne Angebot gewonnen', newcomer: 'Mit Angebot gewonnen' },
    },
    accounts: {
      title: 'Milchmädchenrechnung und Vollrechnung je gewonnenem Vertrag',
      x: 'Angebot',
      y: 'Geld je Vertrag',
      series: { naive: 'Milchmädchenrechnung', full: 'Vollrechnung' },
    },
  },
};

export const baitOfferMessages: CheckMessages = { en, de };
