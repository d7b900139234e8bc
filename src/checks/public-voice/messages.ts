import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import type { Note, Quantity, Verdict } from '../verdict.ts';

const num = (values: Note['values'], name: string) => Number(values[name] ?? 0);
const half = ({ low, high }: Quantity) => (high - low) / 2;
const written = (q: Quantity, f: Format) => f.quantity(q.value, q.unit, half(q));
const topReasons = (v: Verdict) =>
  v.strata
    .slice(0, 3)
    .map(({ key }) => key.slice('reason:'.length))
    .join(', ');

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

const en: CheckWords = {
  question: () => 'Do customers complain in public of how you treat those you already have?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'This question needs public reviews or mentions; they are not in the data.';
    if (v.outcome === 'failed') return 'This question could not be computed; the other answers stand.';
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
  naive: (v, f) =>
    v.naive === null
      ? 'A plain share is not shown.'
      : `Plainly, ${written(v.naive, f)} of all mentions are negative. That mixes in what the company and others write, and reasons that concern everybody.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'You could take the reason named most often to the practice behind it, change that, and reply in public when it is done.';
    if (outcome === 'clear') return 'You could keep the mentions under monitoring; no change suggests itself.';
    return 'You could record for every mention a reason code and who speaks, and never the author.';
  },
  method:
    'Counted are public mentions of the window that come from customers or whose speaker is not told; what the company or others write is left out. Negative is what is recorded so, or at most two fifths of the stars. Reason codes that concern those who are customers already (loyalty, offers for newcomers only, being forgotten, waiting, a changed contact person, unresolved matters, price increases, leaving) are counted together. Authors are never matched with customers.',
  notes: {
    missingColumns: ({ columns }) => `Missing in the data: ${columns ?? ''}.`,
    failed: ({ message }) => `The computation stopped: ${message ?? ''}.`,
    tooFewMentions: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} mentions by customers in the window, has ${f.count(num(values, 'has'))}.`,
    noReasons: (values, f) =>
      `${f.count(num(values, 'negative'))} negative mentions are there, but none says what it is about; this takes the column reason_code.`,
    wideShare: (values, f) =>
      `The share lies between ${f.percent(num(values, 'low'))} and ${f.percent(num(values, 'high'))}; it matters from ${f.percent(num(values, 'relevant'), 0)} on. More mentions would tell.`,
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
  },
};

const de: typeof en = {
  question: () => 'Beklagen sich Kunden öffentlich darüber, wie Sie mit denen umgehen, die Sie schon haben?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'Für diese Frage braucht es öffentliche Bewertungen oder Äußerungen; sie stehen nicht in den Daten.';
    if (v.outcome === 'failed') return 'Diese Frage ließ sich nicht berechnen; die anderen Antworten gelten.';
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
  naive: (v, f) =>
    v.naive === null
      ? 'Ein schlichter Anteil wird nicht gezeigt.'
      : `Schlicht gezählt sind ${written(v.naive, f)} aller Äußerungen negativ. Darin steckt auch, was die Firma und andere schreiben, und Gründe, die alle betreffen.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'Sie könnten den meistgenannten Grund bis zur Praktik dahinter verfolgen, diese ändern und öffentlich antworten, wenn es getan ist.';
    if (outcome === 'clear')
      return 'Sie könnten die Äußerungen im Monitoring behalten; eine Änderung drängt sich nicht auf.';
    return 'Sie könnten zu jeder Äußerung einen Grundcode und die Art des Sprechers festhalten, nie den Verfasser.';
  },
  method:
    'Gezählt werden öffentliche Äußerungen des Zeitraums, die von Kunden stammen oder deren Sprecher nicht vermerkt ist; was die Firma oder andere schreiben, bleibt außen vor. Negativ ist, was so vermerkt ist oder höchstens zwei Fünftel der Sterne hat. Grundcodes, die jene betreffen, die schon Kunden sind (Treue, Angebote nur für Neukunden, Vergessenwerden, Warten, gewechselte Ansprechpartner, ungelöste Anliegen, Preiserhöhungen, Kündigen), werden zusammengezählt. Verfasser werden nie mit Kunden abgeglichen.',
  notes: {
    missingColumns: ({ columns }) => `In den Daten fehlt: ${columns ?? ''}.`,
    failed: ({ message }) => `Die Berechnung brach ab: ${message ?? ''}.`,
    tooFewMentions: (values, f) =>
      `Es braucht ${f.count(num(values, 'needed'))} Äußerungen von Kunden im Zeitraum, es sind ${f.count(num(values, 'has'))}.`,
    noReasons: (values, f) =>
      `${f.count(num(values, 'negative'))} negative Äußerungen sind da, aber bei keiner steht, worum es geht; dafür braucht es die Spalte Grund.`,
    wideShare: (values, f) =>
      `Der Anteil liegt zwischen ${f.percent(num(values, 'low'))} und ${f.percent(num(values, 'high'))}; von Belang ist er ab ${f.percent(num(values, 'relevant'), 0)}. Mehr Äußerungen würden es zeigen.`,
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
  },
};

export const publicVoiceMessages: CheckMessages = { en, de };
