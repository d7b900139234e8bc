import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import type { Note, Quantity, Verdict } from '../verdict.ts';
import { STARS } from './stars.ts';

const num = (values: Note['values'], name: string) => Number(values[name] ?? 0);
const half = ({ low, high }: Quantity) => (high - low) / 2;
const written = (q: Quantity, f: Format) => f.quantity(q.value, q.unit, half(q));
const topReasons = (v: Verdict) =>
  v.strata
    .slice(0, 3)
    .map(({ key }) => key.slice('reason:'.length))
    .join(', ');

const isStars = (v: Verdict) => v.reference === STARS;

/** "0.2 to 0.9 stars a year", of a fall; of a rise when it is one. */
function slope(v: Verdict, f: Format): { readonly size: string; readonly low: string; readonly high: string } | null {
  if (v.effect === null) return null;
  const { effect } = v;
  const turn = effect.value < 0 ? -1 : 1;
  const [low, high] = [effect.low * turn, effect.high * turn].sort((a, b) => a - b);
  const side = (value: number) => f.number(value, 1);
  return { size: side(Math.abs(effect.value)), low: side(low ?? Number.NaN), high: side(high ?? Number.NaN) };
}

const dayOf = (v: Verdict, f: Format) => f.day(String(v.overturn?.values['asOf'] ?? ''));

interface Numbers {
  readonly share: string;
  readonly low: string;
  readonly high: string;
  readonly day: string;
  readonly reasons: string;
}

function numbersOf(v: Verdict, f: Format): Numbers | null {
  const day = v.overturn?.values['asOf'];
  if (v.effect === null || typeof day !== 'string') return null;
  const { effect } = v;
  const side = (value: number) => f.quantity(value, effect.unit, half(effect));
  return {
    share: written(effect, f),
    low: side(effect.low),
    high: side(effect.high),
    day: f.day(day),
    reasons: topReasons(v),
  };
}

function starsEn(v: Verdict, f: Format): string {
  const s = slope(v, f);
  if (s === null) return 'The data do not tell whether the stars become fewer.';
  const evidence = `between ${s.low} and ${s.high}, as of ${dayOf(v, f)}`;
  const way = (v.effect?.value ?? 0) < 0 ? 'more' : 'fewer';
  if (v.outcome === 'finding') return `Yes: by ${s.size} of five stars a year (${evidence}).`;
  if (v.outcome === 'reversed') return `No, on the contrary: they grow by ${s.size} of five a year (${evidence}).`;
  if (v.outcome === 'clear') return `No: they stay within what sways anyway, ${s.size} ${way} a year (${evidence}).`;
  return `The data do not tell: ${s.size} ${way} a year, but ${evidence}.`;
}

function starsDe(v: Verdict, f: Format): string {
  const s = slope(v, f);
  if (s === null) return 'Die Daten sagen nicht, ob die Sterne weniger werden.';
  const evidence = `zwischen ${s.low} und ${s.high}, Stand ${dayOf(v, f)}`;
  const way = (v.effect?.value ?? 0) < 0 ? 'mehr' : 'weniger';
  if (v.outcome === 'finding') return `Ja: um ${s.size} von fünf Sternen im Jahr (${evidence}).`;
  if (v.outcome === 'reversed') return `Nein, im Gegenteil: Sie nehmen um ${s.size} von fünf im Jahr zu (${evidence}).`;
  if (v.outcome === 'clear')
    return `Nein: Sie bleiben in dem, was ohnehin schwankt, ${s.size} ${way} im Jahr (${evidence}).`;
  return `Die Daten sagen es nicht: ${s.size} ${way} im Jahr, aber ${evidence}.`;
}

const en: CheckWords = {
  question: (v) =>
    isStars(v)
      ? 'Do the stars that customers give you in public become fewer?'
      : 'Do customers complain in public of how you treat those you already have?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'This question needs public reviews or mentions; they are not in the data.';
    if (v.outcome === 'failed') return 'This question could not be computed; the other answers stand.';
    if (isStars(v)) return starsEn(v, f);
    const n = numbersOf(v, f);
    if (n === null) return 'The data do not tell what customers complain of in public.';
    const evidence = `between ${n.low} and ${n.high}, as of ${n.day}`;
    const reasons = n.reasons === '' ? '' : ` Named most often: ${n.reasons}.`;
    if (v.outcome === 'finding')
      return `Yes: ${n.share} of the reported mentions by customers complain of it (${evidence}).${reasons}`;
    if (v.outcome === 'clear' || v.outcome === 'reversed')
      return `Hardly: ${n.share} of the reported mentions by customers complain of it (${evidence}).${reasons}`;
    return `The data do not tell how many do: ${n.share} of the reported mentions by customers complain of it (${evidence}).${reasons}`;
  },
  naive: (v, f) => {
    if (v.naive === null) return 'A plain number is not shown.';
    return isStars(v)
      ? `Over everybody who writes and all places as one, the stars change by ${f.number(-v.naive.value, 1)} a year. That takes a sterner place, or what the company writes itself, for a change of mind.`
      : `Plainly, ${written(v.naive, f)} of all mentions are negative. That mixes in what the company and others write, and reasons that concern everybody.`;
  },
  action: (v) => {
    const { outcome } = v;
    if (isStars(v))
      return outcome === 'finding'
        ? 'You could lay the months in which the stars fell beside what changed in price, service and staff at that time, and read the mentions of those months.'
        : 'You could keep the stars under monitoring; no change suggests itself.';
    if (outcome === 'finding')
      return 'You could take the reason named most often to the practice behind it, change that, and reply in public when it is done.';
    if (outcome === 'clear') return 'You could keep the mentions under monitoring; no change suggests itself.';
    return 'You could record for every mention a reason code and who speaks, and never the author.';
  },
  method:
    'Counted are public mentions of the window that come from customers or whose speaker is not told; what the company or others write is left out. Negative is what is recorded so, or at most two fifths of the stars. Reason codes that concern those who are customers already (loyalty, offers for newcomers only, being forgotten, waiting, a changed contact person, unresolved matters, price increases, leaving) are counted together, unless the mention is praise. The stars are a straight line over the months, each place compared with itself only, counted of five. Authors are never matched with customers.',
  notes: {
    missingColumns: ({ columns }) => `Missing in the data: ${columns ?? ''}.`,
    failed: ({ message }) => `The computation stopped: ${message ?? ''}.`,
    tooFewMentions: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} mentions by customers in the window, has ${f.count(num(values, 'has'))}.`,
    noReasons: (values, f) =>
      `${f.count(num(values, 'negative'))} negative mentions are there, but none says what it is about; this takes the column reason_code.`,
    wideShare: (values, f) =>
      `The share lies between ${f.percent(num(values, 'low'))} and ${f.percent(num(values, 'high'))}; it matters from ${f.percent(num(values, 'relevant'), 0)} on. More mentions would tell.`,
    reasonsMissing: (values, f) =>
      `With the reasons that are not on record the share may lie anywhere between ${f.percent(num(values, 'low'))} and ${f.percent(num(values, 'high'))}; it matters from ${f.percent(num(values, 'relevant'), 0)} on. A reason for every negative mention would tell.`,
    tooFewStars: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} mentions with stars, has ${f.count(num(values, 'has'))}.`,
    noTrend: (values, f) =>
      `Stars were given in ${f.count(num(values, 'has'))} months; a trend needs ${f.count(num(values, 'needed'))}, because in less than a year it may be the season.`,
    wideFall: (values, f) =>
      `The change lies between ${f.number(-num(values, 'high'), 1)} and ${f.number(-num(values, 'low'), 1)} stars a year; it matters from ${f.number(num(values, 'relevant'), 1)} on. More stars would tell.`,
    otherStars: () =>
      'The statement would fall if customers were asked for stars in another way than before, if stars were bought, or if a place began to delete mentions.',
    notRepresentative: () =>
      'Whoever writes in public is not like those who keep silent; the share says nothing about all customers.',
    unknownSpeaker: (values, f) =>
      `For ${f.percent(num(values, 'share'))} of the mentions it is not told who speaks; they count as customers.`,
    uncoded: (values, f) => `${f.percent(num(values, 'share'))} of the negative mentions carry no reason.`,
    others: (values, f) =>
      `${f.count(num(values, 'others'))} mentions come from neither customers nor the company and are left out; praise without a reason may be among them.`,
    noMoney: () => 'No sum of money is named: mentions are testimony.',
    otherVoices: () =>
      'The statement would fall if mentions were collected from angry places only, if reasons were coded after the fact, or if invented reviews are among them.',
  },
  details: {
    negativeShare: 'Negative mentions by customers',
    newcomersOnly: 'Complain of offers for newcomers only',
    loyalty: 'Complain that loyalty is not rewarded',
    forgotten: 'Complain of never hearing anything',
    waiting: 'Complain of waiting',
    contactPerson: 'Complain of a change of contact person',
    unresolved: 'Complain of a matter left unresolved',
    priceIncrease: 'Complain of price increases',
    leaving: 'Complain of obstacles to leaving',
    repliedShare: 'Mentions that the company replied to',
    replyTime: 'Half of the mentions wait for a reply longer than',
  },
  counts: {
    customers: 'Mentions by customers',
    negative: 'Negative ones among them',
    coded: 'Negative ones with a reason',
    rated: 'Mentions by customers with stars',
    months: 'Months in which stars were given',
  },
  excluded: { firm: 'Written by the company', others: 'Written by others' },
  dimensions: { reason: 'Reason' },
  charts: {
    reasons: {
      title: 'What negative mentions are about',
      x: 'Reason',
      y: 'Share of negative mentions with a reason',
      series: { reason: 'Share' },
    },
    trend: {
      title: 'Negative mentions by half-year',
      x: 'Half-year',
      y: 'Share negative',
      series: { negative: 'Negative' },
    },
    stars: {
      title: 'Stars given by customers, by half-year',
      x: 'Half-year',
      y: 'Stars out of five',
      series: { stars: 'Stars' },
    },
  },
};

const de: typeof en = {
  question: (v) =>
    isStars(v)
      ? 'Werden die Sterne weniger, die Ihnen Kunden öffentlich geben?'
      : 'Beklagen sich Kunden öffentlich darüber, wie Sie mit denen umgehen, die Sie schon haben?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'Für diese Frage braucht es öffentliche Bewertungen oder Äußerungen; sie stehen nicht in den Daten.';
    if (v.outcome === 'failed') return 'Diese Frage ließ sich nicht berechnen; die anderen Antworten gelten.';
    if (isStars(v)) return starsDe(v, f);
    const n = numbersOf(v, f);
    if (n === null) return 'Die Daten sagen nicht, worüber sich Kunden öffentlich beklagen.';
    const evidence = `zwischen ${n.low} und ${n.high}, Stand ${n.day}`;
    const reasons = n.reasons === '' ? '' : ` Am häufigsten genannt: ${n.reasons}.`;
    if (v.outcome === 'finding')
      return `Ja: ${n.share} der berichteten Äußerungen von Kunden klagen darüber (${evidence}).${reasons}`;
    if (v.outcome === 'clear' || v.outcome === 'reversed')
      return `Kaum: ${n.share} der berichteten Äußerungen von Kunden klagen darüber (${evidence}).${reasons}`;
    return `Die Daten sagen nicht, wie viele es sind: ${n.share} der berichteten Äußerungen von Kunden klagen darüber (${evidence}).${reasons}`;
  },
  naive: (v, f) => {
    if (v.naive === null) return 'Eine schlichte Zahl wird nicht gezeigt.';
    return isStars(v)
      ? `Über alle, die schreiben, und alle Orte zusammen verändern sich die Sterne um ${f.number(-v.naive.value, 1)} im Jahr. Das hält einen strengeren Ort, oder was die Firma selbst schreibt, für einen Sinneswandel.`
      : `Schlicht gezählt sind ${written(v.naive, f)} aller Äußerungen negativ. Darin steckt auch, was die Firma und andere schreiben, und Gründe, die alle betreffen.`;
  },
  action: (v) => {
    const { outcome } = v;
    if (isStars(v))
      return outcome === 'finding'
        ? 'Sie könnten die Monate, in denen die Sterne fielen, neben das legen, was sich damals bei Preis, Service und Personal änderte, und die Äußerungen jener Monate lesen.'
        : 'Sie könnten die Sterne im Monitoring behalten; eine Änderung drängt sich nicht auf.';
    if (outcome === 'finding')
      return 'Sie könnten den meistgenannten Grund bis zur Praktik dahinter verfolgen, diese ändern und öffentlich antworten, wenn es getan ist.';
    if (outcome === 'clear')
      return 'Sie könnten die Äußerungen im Monitoring behalten; eine Änderung drängt sich nicht auf.';
    return 'Sie könnten zu jeder Äußerung einen Grundcode und die Art des Sprechers festhalten, nie den Verfasser.';
  },
  method:
    'Gezählt werden öffentliche Äußerungen des Zeitraums, die von Kunden stammen oder deren Sprecher nicht vermerkt ist; was die Firma oder andere schreiben, bleibt außen vor. Negativ ist, was so vermerkt ist oder höchstens zwei Fünftel der Sterne hat. Grundcodes, die jene betreffen, die schon Kunden sind (Treue, Angebote nur für Neukunden, Vergessenwerden, Warten, gewechselte Ansprechpartner, ungelöste Anliegen, Preiserhöhungen, Kündigen), werden zusammengezählt, außer die Äußerung ist ein Lob. Die Sterne sind eine Gerade über die Monate, jeder Ort nur mit sich selbst verglichen, gezählt von fünf. Verfasser werden nie mit Kunden abgeglichen.',
  notes: {
    missingColumns: ({ columns }) => `In den Daten fehlt: ${columns ?? ''}.`,
    failed: ({ message }) => `Die Berechnung brach ab: ${message ?? ''}.`,
    tooFewMentions: (values, f) =>
      `Es braucht ${f.count(num(values, 'needed'))} Äußerungen von Kunden im Zeitraum, es sind ${f.count(num(values, 'has'))}.`,
    noReasons: (values, f) =>
      `${f.count(num(values, 'negative'))} negative Äußerungen sind da, aber bei keiner steht, worum es geht; dafür braucht es die Spalte Grund.`,
    wideShare: (values, f) =>
      `Der Anteil liegt zwischen ${f.percent(num(values, 'low'))} und ${f.percent(num(values, 'high'))}; von Belang ist er ab ${f.percent(num(values, 'relevant'), 0)}. Mehr Äußerungen würden es zeigen.`,
    reasonsMissing: (values, f) =>
      `Mit den Gründen, die nicht vermerkt sind, kann der Anteil irgendwo zwischen ${f.percent(num(values, 'low'))} und ${f.percent(num(values, 'high'))} liegen; von Belang ist er ab ${f.percent(num(values, 'relevant'), 0)}. Ein Grund zu jeder negativen Äußerung würde es zeigen.`,
    tooFewStars: (values, f) =>
      `Es braucht ${f.count(num(values, 'needed'))} Äußerungen mit Sternen, es sind ${f.count(num(values, 'has'))}.`,
    noTrend: (values, f) =>
      `Sterne gab es in ${f.count(num(values, 'has'))} Monaten; ein Verlauf braucht ${f.count(num(values, 'needed'))}, denn in weniger als einem Jahr kann es die Jahreszeit sein.`,
    wideFall: (values, f) =>
      `Die Veränderung liegt zwischen ${f.number(-num(values, 'high'), 1)} und ${f.number(-num(values, 'low'), 1)} Sternen im Jahr; von Belang ist sie ab ${f.number(num(values, 'relevant'), 1)}. Mehr Sterne würden es zeigen.`,
    otherStars: () =>
      'Die Aussage fiele, wenn Kunden anders als früher um Sterne gebeten wurden, wenn Sterne gekauft sind oder wenn ein Ort begann, Äußerungen zu löschen.',
    notRepresentative: () =>
      'Wer öffentlich schreibt, ist nicht wie jene, die schweigen; der Anteil sagt nichts über alle Kunden.',
    unknownSpeaker: (values, f) =>
      `Bei ${f.percent(num(values, 'share'))} der Äußerungen ist nicht vermerkt, wer spricht; sie zählen als Kunden.`,
    uncoded: (values, f) => `${f.percent(num(values, 'share'))} der negativen Äußerungen tragen keinen Grund.`,
    others: (values, f) =>
      `${f.count(num(values, 'others'))} Äußerungen stammen weder von Kunden noch von der Firma und bleiben außen vor; Lob ohne Grund kann darunter sein.`,
    noMoney: () => 'Ein Geldbetrag wird nicht genannt: Äußerungen sind Zeugnisse.',
    otherVoices: () =>
      'Die Aussage fiele, wenn Äußerungen nur an verärgerten Orten gesammelt wurden, wenn Gründe nachträglich vergeben wurden oder wenn erfundene Bewertungen darunter sind.',
  },
  details: {
    negativeShare: 'Negative Äußerungen von Kunden',
    newcomersOnly: 'Klagen über Angebote nur für Neukunden',
    loyalty: 'Klagen, dass Treue nicht belohnt wird',
    forgotten: 'Klagen, nie etwas zu hören',
    waiting: 'Klagen über Warten',
    contactPerson: 'Klagen über einen Ansprechpartnerwechsel',
    unresolved: 'Klagen über ein ungelöstes Anliegen',
    priceIncrease: 'Klagen über Preiserhöhungen',
    leaving: 'Klagen über Hürden beim Kündigen',
    repliedShare: 'Äußerungen, auf die die Firma antwortete',
    replyTime: 'Die Hälfte der Äußerungen wartet auf eine Antwort länger als',
  },
  counts: {
    customers: 'Äußerungen von Kunden',
    negative: 'davon negative',
    coded: 'negative mit einem Grund',
    rated: 'Äußerungen von Kunden mit Sternen',
    months: 'Monate, in denen es Sterne gab',
  },
  excluded: { firm: 'Von der Firma geschrieben', others: 'Von anderen geschrieben' },
  dimensions: { reason: 'Grund' },
  charts: {
    reasons: {
      title: 'Worum es in negativen Äußerungen geht',
      x: 'Grund',
      y: 'Anteil der negativen Äußerungen mit Grund',
      series: { reason: 'Anteil' },
    },
    trend: {
      title: 'Negative Äußerungen nach Halbjahr',
      x: 'Halbjahr',
      y: 'Anteil negativ',
      series: { negative: 'Negativ' },
    },
    stars: {
      title: 'Sterne von Kunden nach Halbjahr',
      x: 'Halbjahr',
      y: 'Sterne von fünf',
      series: { stars: 'Sterne' },
    },
  },
};

export const publicVoiceMessages: CheckMessages = { en, de };
