import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import type { Quantity, Verdict } from '../verdict.ts';

const half = ({ low, high }: Quantity) => (high - low) / 2;
const value = (q: Quantity, f: Format) => f.quantity(q.value, q.unit, half(q));
const bound = (side: number, q: Quantity, f: Format) =>
  Number.isFinite(side) ? f.quantity(side, q.unit, half(q)) : '…';
const range = (q: Quantity, f: Format, to: string) => `${bound(q.low, q, f)} ${to} ${bound(q.high, q, f)}`;
const detail = (v: Verdict, key: string) => v.details.find((entry) => entry.key === key)?.quantity ?? null;
const setting = (v: Verdict, key: string) => {
  const given = v.overturn?.values[key];
  return typeof given === 'number' ? given : null;
};
const dayOf = (v: Verdict, f: Format, before: string) => {
  const asOf = v.overturn?.values['asOf'] ?? v.reason?.values['asOf'];
  return typeof asOf === 'string' ? `${before} ${f.day(asOf)}` : '';
};

/** What regulars hold, and the sum in the books. */
function shareEn(v: Verdict, f: Format): string {
  if (v.effect === null || v.naive === null) return '';
  const years = setting(v, 'regularYears');
  const who = years === null ? 'Regulars' : `Regulars (${f.number(years, 0)} years and longer)`;
  if (v.counts['regulars'] === 0)
    return ` No customer on record has been there for ${years === null ? 'long' : `${f.number(years, 0)} years`}${dayOf(v, f, ', as of')}.`;
  const book = detail(v, 'bookValue');
  const sum =
    book === null
      ? ''
      : ` Without one new customer, today's base would earn ${value(book, f)} over ${f.number(setting(v, 'months') ?? 0, 0)} months (${range(book, f, 'to')}).`;
  return ` ${who} are ${value(v.naive, f)} of the customers and hold ${value(v.effect, f)} of the margin (${range(v.effect, f, 'to')}${dayOf(v, f, ', as of')}).${sum}`;
}
function shareDe(v: Verdict, f: Format): string {
  if (v.effect === null || v.naive === null) return '';
  const years = setting(v, 'regularYears');
  const who = years === null ? 'Stammkunden' : `Stammkunden (ab ${f.number(years, 0)} Jahren)`;
  if (v.counts['regulars'] === 0)
    return ` Kein verzeichneter Kunde ist seit ${years === null ? 'längerem' : `${f.number(years, 0)} Jahren`} da${dayOf(v, f, ', Stand')}.`;
  const book = detail(v, 'bookValue');
  const sum =
    book === null
      ? ''
      : ` Ohne einen einzigen Neukunden trüge der heutige Bestand in ${f.number(setting(v, 'months') ?? 0, 0)} Monaten ${value(book, f)} (${range(book, f, 'bis')}).`;
  return ` ${who} sind ${value(v.naive, f)} der Kunden und tragen ${value(v.effect, f)} des Deckungsbeitrags (${range(v.effect, f, 'bis')}${dayOf(v, f, ', Stand')}).${sum}`;
}

const en: CheckWords = {
  question: () => 'What are the customers worth whom you already have?',
  answer: (v, f) => {
    const trend = detail(v, 'trend');
    const change = trend === null ? '' : ` (${value(trend, f)} a year, ${range(trend, f, 'to')})`;
    if (v.outcome === 'finding')
      return `The share of regulars among your customers is falling${change}, and the base did not grow.${shareEn(v, f)}`;
    if (v.outcome === 'clear')
      return `The base of regulars holds${change}, or shrinks only as a share of a growing base.${shareEn(v, f)}`;
    if (v.outcome === 'reversed')
      return `The share of regulars among your customers is rising${change}.${shareEn(v, f)}`;
    if (v.outcome === 'notApplicable') return 'There is nothing on record that says what a customer is worth.';
    if (v.outcome === 'failed') return 'This check could not be computed.';
    return `The data do not tell whether the base of regulars holds.${shareEn(v, f)}`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'There is no plain count to set beside it.'
      : `By heads, regulars are ${value(v.naive, f)} of the customers; counting heads says nothing of what they earn you.`,
  action: (v, f) => {
    const [up, down] = [detail(v, 'gainOfStep'), detail(v, 'lossOfStep')];
    const step = setting(v, 'step');
    const sums =
      up === null || down === null || step === null
        ? ''
        : ` A yearly retention ${f.quantity(step, 'percentagePoints')} higher or lower moves the base by ${value(up, f)} up or ${value(down, f)} down (planning values).`;
    return `Show what the base is worth beside what is spent on it, and ask regulars what keeps them.${sums}`;
  },
  method:
    'Each customer counts once. Value is the contribution margin of the latest twelve months on record less the cost of care; where there is none, revenue or the yearly net price times your margin rate. The value in the books adds up the margin of the coming months times the chance of still being a customer, by tenure, discounted, without any new customer. The regulars’ share is counted today and one, two and three years ago. Intervals come from leaving out customers in groups.',
  notes: {
    missingColumns: ({ columns }) => `These columns are missing: ${columns}.`,
    failed: ({ message }) => `The computation failed: ${message}.`,
    noValue: () =>
      'Neither margin nor revenue of a customer nor the price of a running contract is on record; one of them would make this possible.',
    fewCustomers: ({ found, needed }, f) =>
      `It needs ${f.count(Number(needed))} customers with a known value and a first day; there are ${f.count(Number(found))}.`,
    noPositiveValue: () => 'All customers together earn no margin, so shares of it have no meaning.',
    noEnds: () =>
      'No contract is on record as ended, so nobody can say who was a customer in earlier years. End dates would decide it.',
    snapshot: () =>
      'Most ends fall on one single day, so who was a customer in earlier years is not known. True end dates would decide it.',
    migrated: () =>
      'Many customers carry the day of a migration as their beginning, so who was a regular in earlier years is not known. Their true beginning (customer_since) would decide it.',
    recordsTooShort: ({ day }, f) =>
      `Ends are on record only since ${f.day(String(day))}; three full years are needed to see a trend.`,
    fewThen: ({ found, needed }, f) =>
      `Three years ago there were ${f.count(Number(found))} customers; it needs ${f.count(Number(needed))} to see a trend.`,
    trendUndecided: ({ low, high }, f) =>
      `The share of regulars seems to fall, but anything from ${f.quantity(Number(low), 'percentagePoints')} to ${f.quantity(Number(high), 'percentagePoints')} a year fits the data.`,
    tenureIsNoCause: () =>
      'Value and tenure go together for many reasons: other products, other prices, other people. That someone stays longer does not by itself make them worth more.',
    'from-revenue': ({ marginRate }, f) =>
      `No margin is on record; it is taken as ${f.percent(Number(marginRate), 0)} of revenue, which is an assumption.`,
    'from-price': ({ marginRate }, f) =>
      `Neither margin nor revenue is on record; the margin is taken as ${f.percent(Number(marginRate), 0)} of the yearly net price, which is an assumption.`,
    planningValue: ({ step }, f) =>
      `What a change of the yearly retention by ${f.quantity(Number(step), 'percentagePoints')} would move is a planning value: everything else stays as it is.`,
    extrapolated: () =>
      'The coming months are reckoned with past rates of leaving, also beyond the longest tenure seen.',
    partYear: () =>
      'Who became a customer within the twelve months counts with what is on record so far, so the value in the books is rather too low.',
    noRetention: () =>
      'How long customers stay is not on record, so the value in the books and the amount at risk are not stated.',
    delayedEntry: ({ day }, f) =>
      `Ends are on record only from ${f.day(String(day))}; rates of leaving use the time since then.`,
    trendUnknown: () => 'How the share of regulars moved over the years cannot be told.',
    growingBase: ({ growth }, f) =>
      `The base grew by ${f.percent(Number(growth))} in three years. Growth lowers the share of regulars without anybody leaving.`,
    negativeValues: ({ count }, f) =>
      `${f.count(Number(count))} customers cost more than they earned; shares of the total can exceed what one expects.`,
    noTest: () => 'What a better care would recover is not stated, since none has been tested.',
    overturnFinding: () =>
      'Earlier customers who are missing from the data, or first days that a move between systems wrote over.',
    overturnClear: () =>
      'Ends that are missing from the data, or a margin that leaves out costs which differ by tenure.',
  },
  details: {
    existingValueShare: 'Share of the margin from existing customers',
    existingShare: 'Existing customers, as a share of all',
    topFifthShare: 'Share of the margin held by the top fifth',
    gini: 'Gini coefficient of the margin',
    meanValue: 'Margin of a customer, on average',
    retention: 'Still a customer after a year, on average',
    bookValue: 'Value of today’s base over the horizon, without new customers',
    gainOfStep: 'More, if yearly retention rises by one step (planning value)',
    lossOfStep: 'Less, if yearly retention falls by one step (planning value)',
    trend: 'Change of the regulars’ share a year',
    growth: 'Growth of the base in three years',
  },
  counts: { customers: 'customers with a known value', regulars: 'regulars', existing: 'existing customers' },
  excluded: { withoutValue: 'no value on record', withoutSince: 'no first day on record' },
  dimensions: { tenure: 'Years as a customer' },
  charts: {
    valueByTenure: {
      title: 'Share of the margin and of the customers, by years as a customer',
      x: 'Years as a customer',
      y: 'Share',
      series: { existing: 'Margin, existing customers', newcomer: 'Margin, first year', customers: 'Customers' },
    },
    regularsByYear: {
      title: 'Regulars among the customers, by year',
      x: 'Year',
      y: 'Share of regulars',
      series: { existing: 'Regulars' },
    },
  },
};

const de: typeof en = {
  question: () => 'Was sind die Kunden wert, die Sie schon haben?',
  answer: (v, f) => {
    const trend = detail(v, 'trend');
    const change = trend === null ? '' : ` (${value(trend, f)} im Jahr, ${range(trend, f, 'bis')})`;
    if (v.outcome === 'finding')
      return `Der Anteil der Stammkunden an Ihren Kunden sinkt${change}, und der Bestand ist nicht gewachsen.${shareDe(v, f)}`;
    if (v.outcome === 'clear')
      return `Der Bestand an Stammkunden hält${change} oder schrumpft nur als Anteil an einem wachsenden Bestand.${shareDe(v, f)}`;
    if (v.outcome === 'reversed') return `Der Anteil der Stammkunden an Ihren Kunden steigt${change}.${shareDe(v, f)}`;
    if (v.outcome === 'notApplicable') return 'Es ist nichts verzeichnet, was sagt, was ein Kunde wert ist.';
    if (v.outcome === 'failed') return 'Diese Prüfung ließ sich nicht rechnen.';
    return `Die Daten sagen nicht, ob der Bestand an Stammkunden hält.${shareDe(v, f)}`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'Es gibt keine einfache Zählung, die man danebenstellen könnte.'
      : `Nach Köpfen sind Stammkunden ${value(v.naive, f)} der Kunden; Köpfe zu zählen sagt nichts über ihren Deckungsbeitrag.`,
  action: (v, f) => {
    const [up, down] = [detail(v, 'gainOfStep'), detail(v, 'lossOfStep')];
    const step = setting(v, 'step');
    const sums =
      up === null || down === null || step === null
        ? ''
        : ` Eine um ${f.quantity(step, 'percentagePoints')} höhere oder niedrigere jährliche Bindung bewegt den Bestandswert um ${value(up, f)} nach oben oder ${value(down, f)} nach unten (Planwerte).`;
    return `Stellen Sie den Wert des Bestands neben das, was für ihn ausgegeben wird, und fragen Sie Stammkunden, was sie hält.${sums}`;
  },
  method:
    'Jeder Kunde zählt einmal. Wert ist der Deckungsbeitrag der letzten verzeichneten zwölf Monate abzüglich der Betreuungskosten; wo es keinen gibt, Umsatz oder jährlicher Nettopreis mal Ihrer Deckungsbeitragsquote. Der Bestandswert zählt den Deckungsbeitrag der kommenden Monate mal der Wahrscheinlichkeit, dann noch Kunde zu sein, nach Kundendauer, abgezinst und ohne jeden Neukunden. Der Anteil der Stammkunden wird heute und vor einem, zwei und drei Jahren gezählt. Die Spannen entstehen, indem Kunden gruppenweise weggelassen werden.',
  notes: {
    missingColumns: ({ columns }) => `Diese Spalten fehlen: ${columns}.`,
    failed: ({ message }) => `Die Rechnung schlug fehl: ${message}.`,
    noValue: () =>
      'Weder Deckungsbeitrag noch Umsatz eines Kunden noch der Preis eines laufenden Vertrags ist verzeichnet; eines davon würde es ermöglichen.',
    fewCustomers: ({ found, needed }, f) =>
      `Nötig sind ${f.count(Number(needed))} Kunden mit bekanntem Wert und erstem Tag; vorhanden sind ${f.count(Number(found))}.`,
    noPositiveValue: () =>
      'Alle Kunden zusammen haben keinen positiven Deckungsbeitrag; Anteile daran haben keinen Sinn.',
    noEnds: () =>
      'Kein Vertrag ist als beendet verzeichnet; wer in früheren Jahren Kunde war, lässt sich nicht sagen. Enddaten würden es entscheiden.',
    snapshot: () =>
      'Die meisten Enden fallen auf einen einzigen Tag; wer in früheren Jahren Kunde war, ist nicht bekannt. Wahre Enddaten würden es entscheiden.',
    migrated: () =>
      'Viele Kunden tragen den Tag einer Umstellung als Beginn; wer in früheren Jahren Stammkunde war, ist deshalb nicht bekannt. Ihr wahrer Beginn (customer_since) würde es entscheiden.',
    recordsTooShort: ({ day }, f) =>
      `Enden sind erst seit ${f.day(String(day))} verzeichnet; für einen Verlauf sind drei volle Jahre nötig.`,
    fewThen: ({ found, needed }, f) =>
      `Vor drei Jahren gab es ${f.count(Number(found))} Kunden; für einen Verlauf sind ${f.count(Number(needed))} nötig.`,
    trendUndecided: ({ low, high }, f) =>
      `Der Anteil der Stammkunden scheint zu sinken, doch alles von ${f.quantity(Number(low), 'percentagePoints')} bis ${f.quantity(Number(high), 'percentagePoints')} im Jahr passt zu den Daten.`,
    tenureIsNoCause: () =>
      'Wert und Kundendauer gehen aus vielen Gründen zusammen: andere Produkte, andere Preise, andere Menschen. Wer länger bleibt, ist nicht schon dadurch mehr wert.',
    'from-revenue': ({ marginRate }, f) =>
      `Es ist kein Deckungsbeitrag verzeichnet; er ist mit ${f.percent(Number(marginRate), 0)} des Umsatzes angesetzt, das ist eine Annahme.`,
    'from-price': ({ marginRate }, f) =>
      `Weder Deckungsbeitrag noch Umsatz ist verzeichnet; der Deckungsbeitrag ist mit ${f.percent(Number(marginRate), 0)} des jährlichen Nettopreises angesetzt, das ist eine Annahme.`,
    planningValue: ({ step }, f) =>
      `Was eine um ${f.quantity(Number(step), 'percentagePoints')} andere jährliche Bindung bewegt, ist ein Planwert: Alles Übrige bleibt, wie es ist.`,
    extrapolated: () =>
      'Die kommenden Monate sind mit dem bisherigen Tempo des Gehens gerechnet, auch über die längste beobachtete Kundendauer hinaus.',
    partYear: () =>
      'Wer erst innerhalb der zwölf Monate Kunde wurde, zählt mit dem, was bisher verzeichnet ist; der Bestandswert ist also eher zu niedrig.',
    noRetention: () =>
      'Wie lange Kunden bleiben, ist nicht verzeichnet; Bestandswert und gefährdeter Betrag bleiben offen.',
    delayedEntry: ({ day }, f) =>
      `Enden sind erst ab ${f.day(String(day))} verzeichnet; das Tempo des Gehens stammt aus der Zeit danach.`,
    trendUnknown: () => 'Wie sich der Anteil der Stammkunden über die Jahre bewegte, lässt sich nicht sagen.',
    growingBase: ({ growth }, f) =>
      `Der Bestand wuchs in drei Jahren um ${f.percent(Number(growth))}. Wachstum senkt den Anteil der Stammkunden, ohne dass jemand geht.`,
    negativeValues: ({ count }, f) =>
      `${f.count(Number(count))} Kunden kosteten mehr, als sie eintrugen; Anteile am Ganzen können größer sein als erwartet.`,
    noTest: () => 'Was eine bessere Betreuung zurückholen würde, bleibt offen, da keine erprobt ist.',
    overturnFinding: () =>
      'Frühere Kunden, die in den Daten fehlen, oder erste Tage, die ein Umzug zwischen Systemen überschrieben hat.',
    overturnClear: () =>
      'Enden, die in den Daten fehlen, oder ein Deckungsbeitrag ohne Kosten, die sich mit der Kundendauer unterscheiden.',
  },
  details: {
    existingValueShare: 'Anteil des Deckungsbeitrags von Bestandskunden',
    existingShare: 'Bestandskunden, Anteil an allen',
    topFifthShare: 'Anteil des Deckungsbeitrags beim obersten Fünftel',
    gini: 'Gini-Koeffizient des Deckungsbeitrags',
    meanValue: 'Deckungsbeitrag eines Kunden im Mittel',
    retention: 'Nach einem Jahr noch Kunde, im Mittel',
    bookValue: 'Bestandswert über den Betrachtungszeitraum, ohne Neukunden',
    gainOfStep: 'Mehr, wenn die jährliche Bindung um eine Stufe steigt (Planwert)',
    lossOfStep: 'Weniger, wenn die jährliche Bindung um eine Stufe sinkt (Planwert)',
    trend: 'Änderung des Anteils der Stammkunden im Jahr',
    growth: 'Wachstum des Bestands in drei Jahren',
  },
  counts: { customers: 'Kunden mit bekanntem Wert', regulars: 'Stammkunden', existing: 'Bestandskunden' },
  excluded: { withoutValue: 'kein Wert verzeichnet', withoutSince: 'kein erster Tag verzeichnet' },
  dimensions: { tenure: 'Jahre als Kunde' },
  charts: {
    valueByTenure: {
      title: 'Anteil am Deckungsbeitrag und an den Kunden, nach Jahren als Kunde',
      x: 'Jahre als Kunde',
      y: 'Anteil',
      series: {
        existing: 'Deckungsbeitrag, Bestandskunden',
        newcomer: 'Deckungsbeitrag, erstes Jahr',
        customers: 'Kunden',
      },
    },
    regularsByYear: {
      title: 'Stammkunden unter den Kunden, nach Jahren',
      x: 'Jahr',
      y: 'Anteil der Stammkunden',
      series: { existing: 'Stammkunden' },
    },
  },
};

export const baseValueMessages: CheckMessages = { en, de };
