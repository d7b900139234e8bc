import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import type { Quantity } from '../verdict.ts';

const half = ({ low, high }: Quantity) => (high - low) / 2;
const written = (q: Quantity, f: Format) => f.quantity(q.value, q.unit, half(q));
const range = (q: Quantity, f: Format, to: string) =>
  `${f.quantity(q.low, q.unit, half(q))} ${to} ${f.quantity(q.high, q.unit, half(q))}`;

const en: CheckWords = {
  question: () => 'Do prices creep up from renewal to renewal?',
  answer: (v, f) => {
    if (v.effect === null) return 'The price history does not tell whether prices creep up for those who stay.';
    const numbers = `the data allow ${range(v.effect, f, 'to')}`;
    if (v.outcome === 'finding')
      return `Yes: on average ${written(v.effect, f)} at each renewal beyond what newcomer prices did; ${numbers}.`;
    if (v.outcome === 'clear')
      return `No: renewals move with newcomer prices (${written(v.effect, f)} on average); ${numbers}.`;
    return `The data do not tell: ${written(v.effect, f)} on average, but ${numbers}.`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'There are too few renewals for a plain look.'
      : `Looking only at those who stayed, and not at newcomer prices, one would have said ${written(v.naive, f)} at each renewal.`,
  action: (v) =>
    v.outcome === 'finding'
      ? 'Set renewal offers by the newcomer price of the day, and have each step above it justified.'
      : 'Keep the history of offered prices, also of those who left.',
  method:
    'Each renewal price that was offered, also to customers who then left, is compared with the price before and with what the newcomer price of the same product did in the same time. A change below half a percent counts as none. Renewals of one customer count as belonging together.',
  notes: {
    missingColumns: ({ columns }) => `These columns are missing: ${columns}.`,
    tooFewRenewals: ({ renewals, needed }, f) =>
      `It needs ${f.count(Number(needed))} renewals with a price before and after; there are ${f.count(Number(renewals))}.`,
    oneCycle: ({ years, needed }, f) =>
      `It needs renewals of at least ${f.count(Number(needed))} years; there are ${f.count(Number(years))}. One step does not make a walk.`,
    noNewcomerHistory: ({ share }, f) =>
      `Only ${f.percent(Number(share), 0)} of the renewals have a newcomer price from both days. Without it a rise may be nothing but rising costs.`,
    riskMayChange: () =>
      'The price history carries no risk class: a discount earned in between hides a rise, a lost one looks like a rise.',
    startedEqual: () =>
      'It is taken that everyone began at the newcomer price of the day; what lies above it later was gained at renewals.',
    indexByProduct: () => 'What newcomer prices did is taken as the average of the product.',
    overturn: () =>
      'A cost or a service that rose for existing customers only, or newcomer prices in the table that nobody was charged.',
  },
  details: {
    raised: 'Share of renewals with a rise',
    lowered: 'Share of renewals with a cut',
    rawStep: 'Mean change without looking at newcomer prices',
  },
  counts: {
    renewals: 'renewals',
    indexed: 'renewals with a newcomer price',
    thenLeft: 'renewals after which the customer left',
  },
  excluded: {},
  dimensions: { renewal: 'Renewal' },
  charts: {
    stepByRenewal: {
      title: 'Step beyond the newcomer price, by renewal',
      x: 'Renewal',
      y: 'Step',
      series: { existing: 'Existing customers' },
    },
  },
};

const de: typeof en = {
  question: () => 'Steigen die Preise schleichend von Verlängerung zu Verlängerung?',
  answer: (v, f) => {
    if (v.effect === null) return 'Der Preisverlauf sagt nicht, ob die Preise für Bleibende schleichend steigen.';
    const numbers = `die Daten lassen ${range(v.effect, f, 'bis')} zu`;
    if (v.outcome === 'finding')
      return `Ja: im Mittel ${written(v.effect, f)} bei jeder Verlängerung über die Neukundenpreise hinaus; ${numbers}.`;
    if (v.outcome === 'clear')
      return `Nein: Verlängerungen folgen den Neukundenpreisen (im Mittel ${written(v.effect, f)}); ${numbers}.`;
    return `Die Daten sagen es nicht: im Mittel ${written(v.effect, f)}, doch ${numbers}.`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'Für einen einfachen Blick gibt es zu wenige Verlängerungen.'
      : `Ein Blick nur auf die Gebliebenen, ohne die Neukundenpreise, hätte ${written(v.naive, f)} je Verlängerung ergeben.`,
  action: (v) =>
    v.outcome === 'finding'
      ? 'Richten Sie Verlängerungsangebote nach dem Neukundenpreis des Tages, und lassen Sie jeden Schritt darüber begründen.'
      : 'Bewahren Sie den Verlauf der angebotenen Preise auf, auch von denen, die gegangen sind.',
  method:
    'Jeder angebotene Verlängerungspreis, auch an Kunden, die danach gingen, wird mit dem Preis davor verglichen und mit dem, was der Neukundenpreis desselben Produkts in derselben Zeit tat. Eine Änderung unter einem halben Prozent zählt als keine. Verlängerungen desselben Kunden zählen als zusammengehörig.',
  notes: {
    missingColumns: ({ columns }) => `Diese Spalten fehlen: ${columns}.`,
    tooFewRenewals: ({ renewals, needed }, f) =>
      `Nötig sind ${f.count(Number(needed))} Verlängerungen mit Preis davor und danach; vorhanden sind ${f.count(Number(renewals))}.`,
    oneCycle: ({ years, needed }, f) =>
      `Nötig sind Verlängerungen aus mindestens ${f.count(Number(needed))} Jahren; vorhanden: ${f.count(Number(years))}. Ein Schritt macht noch keinen Weg.`,
    noNewcomerHistory: ({ share }, f) =>
      `Nur zu ${f.percent(Number(share), 0)} der Verlängerungen ist der Neukundenpreis beider Tage bekannt. Ohne ihn kann ein Anstieg auch nur steigende Kosten bedeuten.`,
    riskMayChange: () =>
      'Der Preisverlauf enthält keine Risikoklasse: Ein zwischendurch verdienter Nachlass verdeckt einen Anstieg, ein verlorener sieht wie ein Anstieg aus.',
    startedEqual: () =>
      'Angenommen ist, dass alle zum Neukundenpreis des Tages begannen; was später darüber liegt, kam bei Verlängerungen hinzu.',
    indexByProduct: () => 'Was die Neukundenpreise taten, ist als Durchschnitt des Produkts gerechnet.',
    overturn: () =>
      'Kosten oder Leistungen, die nur für Bestandskunden stiegen, oder Neukundenpreise in der Tabelle, die niemand zahlte.',
  },
  details: {
    raised: 'Anteil der Verlängerungen mit Anstieg',
    lowered: 'Anteil der Verlängerungen mit Senkung',
    rawStep: 'Mittlere Änderung ohne Blick auf die Neukundenpreise',
  },
  counts: {
    renewals: 'Verlängerungen',
    indexed: 'Verlängerungen mit Neukundenpreis',
    thenLeft: 'Verlängerungen, nach denen der Kunde ging',
  },
  excluded: {},
  dimensions: { renewal: 'Verlängerung' },
  charts: {
    stepByRenewal: {
      title: 'Schritt über den Neukundenpreis hinaus, nach Verlängerung',
      x: 'Verlängerung',
      y: 'Schritt',
      series: { existing: 'Bestandskunden' },
    },
  },
};

export const priceWalkingMessages: CheckMessages = { en, de };
