import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import type { Note, Verdict } from '../verdict.ts';

type Values = Note['values'];
const num = (values: Values, name: string) => Number(values[name] ?? 0);
const rate = (value: number, f: Format) => f.number(value, 1);
const whole = (share: number, f: Format) => f.percent(share, 0);

interface Numbers {
  readonly size: string;
  readonly low: string;
  readonly high: string;
  readonly before: string;
  readonly after: string;
  readonly day: string;
}

function numbersOf(v: Verdict, f: Format): Numbers | null {
  const [before, after] = ['rateBefore', 'rateAfter'].map((key) => v.details.find((one) => one.key === key)?.quantity);
  const day = v.overturn?.values['asOf'];
  if (v.effect === null || day === undefined || !before || !after) return null;
  const { value, low, high } = v.effect;
  return {
    size: whole(Math.abs(value), f),
    low: whole(low, f),
    high: whole(high, f),
    before: rate(before.value, f),
    after: rate(after.value, f),
    day: f.day(String(day)),
  };
}

const en: CheckWords = {
  question: () => 'Does your attention fade once people have signed?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'This question needs contacts with their customer, day and kind or tone, and contracts with their start; they are not in the data.';
    if (v.outcome === 'failed') return 'This question could not be computed; the other answers stand.';
    const n = numbersOf(v, f);
    if (n === null) return 'The data do not tell whether your attention fades after signature.';
    const evidence = `${n.before} contacts per person and year in the 90 days before signature, ${n.after} in the 90 days after; drop between ${n.low} and ${n.high}; as of ${n.day}`;
    if (v.outcome === 'finding')
      return `Yes: after signature the same people receive ${n.size} fewer giving, selling and personal contacts than before (${evidence}).`;
    if (v.outcome === 'reversed')
      return `No, the other way round: after signature the same people receive ${n.size} more giving, selling and personal contacts than before (${evidence}).`;
    if (v.outcome === 'clear')
      return `No: the same people hear from you about as often after signature as before (${evidence}).`;
    return `The data do not tell whether your attention fades after signature (${evidence}).`;
  },
  naive: (v, f) => {
    if (v.naive === null) return 'A plain comparison is not shown.';
    const size = whole(Math.abs(v.naive.value), f);
    const word = v.naive.value >= 0 ? 'fewer' : 'more';
    return `Counting every contact, invoices and confirmations included, there are ${size} ${word} after signature than before. That takes paperwork for attention.`;
  },
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'You could plan a welcome path for a part of the new customers chosen by lot: a thank-you, a call after the first weeks, a contact person by name; and compare later.';
    if (outcome === 'reversed' || outcome === 'clear')
      return 'You could keep the course under monitoring; no change suggests itself.';
    return 'You could keep the contacts with prospects under the number they later have as customers, with day, kind and tone.';
  },
  method:
    'For every person who signed within the look-back window, giving, selling and personal contacts that the company began are counted in the 90 days before the signature and in the 90 days after, the day itself left out. Both rates come from the same people. Invoices, confirmations and other paperwork count on neither side. Where people who never signed are on record, their course after the first contact is set beside it, since only buyers have a time before. Intervals treat the contacts of one person as one unit.',
  notes: {
    missingColumns: ({ columns }) => `Missing in the data: ${columns ?? ''}.`,
    failed: ({ message }) => `The computation stopped: ${message ?? ''}.`,
    fewSignatures: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} signatures with 90 days of contacts on record before and after, has ${f.count(num(values, 'has'))}.`,
    fewBefore: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} signatures with a contact before them on record, has ${f.count(num(values, 'has'))}. Perhaps prospects are kept under other numbers or in another system.`,
    wideInterval: (values, f) =>
      `The drop lies between ${whole(num(values, 'low'), f)} and ${whole(num(values, 'high'), f)}; it matters from ${whole(num(values, 'relevant'), f)}. More signatures would narrow it.`,
    buyersOnly: () =>
      'Those who signed had many contacts before, but people who never signed had no more than the buyers have now. The peak before the signature may belong to being about to buy, not to being courted.',
    beforeUnlogged: (values, f) =>
      `Only ${whole(num(values, 'has'), f)} of the signatures have any contact before them on record (needs ${whole(num(values, 'needed'), f)}), so more contacts afterwards may only mean a log that begins late.`,
    toneDecides: (values, f) =>
      `${whole(num(values, 'share'), f)} of the contacts have a kind that tells no tone, and they decide: counted as courting they lead to another answer than counted as notices.`,
    beforePartly: (values, f) =>
      `Only ${whole(num(values, 'has'), f)} of those who signed have a courting contact before on record, but ${whole(num(values, 'after'), f)} have one afterwards: as many contacts with fewer people may only mean that for some the time before is not logged.`,
    noProspects: () =>
      'Only people who signed have a time before. Contacts with people who never signed are not on record in sufficient number, so part of the drop may belong to being about to buy.',
    besideProspects: (values, f) =>
      `People who never signed received ${rate(Math.abs(num(values, 'difference')), f)} contacts per person and year ${num(values, 'difference') >= 0 ? 'more' : 'fewer'} than buyers after signature.`,
    toneByKind: (values, f) =>
      `For ${whole(num(values, 'share'), f)} of the contacts the tone was taken from their kind.`,
    whatCounts: () =>
      'Giving, selling and personal contacts count; a drop in selling alone may be welcome to customers, so each is shown on its own.',
    noMoney: () =>
      'No amount of money: what the drop costs takes the departures that go with it, which this comparison does not hold.',
    overturn: () =>
      'The answer would change if contacts after signature are kept in a system that is not in the data, such as that of an agent or a branch.',
  },
  details: {
    ratio: 'Contacts after signature for one before',
    rateBefore: 'Contacts per person and year, 90 days before signature',
    rateAfter: 'Contacts per person and year, 90 days after signature',
    rateLater: 'Contacts per person and year, from day 91 to the end of the first year',
    givingRatio: 'Giving contacts after signature for one before',
    sellingRatio: 'Selling contacts after signature for one before',
    personalRatio: 'Personal contacts without selling after signature for one before',
    givingLaterRatio: 'Giving contacts from day 91 to the end of the first year for one before',
    rateProspects: 'Contacts per person and year of those who never signed',
    fellSilent: 'Courted before signature, no such contact in the 90 days after',
  },
  counts: {
    signatures: 'Signatures',
    courted: 'Signatures with a courting contact before',
    contactsBefore: 'Contacts in the 90 days before',
    contactsAfter: 'Contacts in the 90 days after',
    prospects: 'People courted who never signed',
  },
  excluded: {},
  dimensions: { channel: 'Channel' },
  charts: {
    course: {
      title: 'Contacts around the signature',
      x: 'Months from signature',
      y: 'Contacts per person and year',
      series: { courting: 'Giving, selling, personal', burden: 'Burdens' },
    },
  },
};

const de: CheckWords = {
  question: () => 'Lässt Ihre Aufmerksamkeit nach, sobald jemand unterschrieben hat?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'Diese Frage braucht Kontakte mit Kunde, Tag und Art oder Ton sowie Verträge mit ihrem Beginn; sie sind nicht in den Daten.';
    if (v.outcome === 'failed') return 'Diese Frage konnte nicht berechnet werden; die anderen Antworten gelten.';
    const n = numbersOf(v, f);
    if (n === null) return 'Die Daten sagen nicht, ob Ihre Aufmerksamkeit nach der Unterschrift nachlässt.';
    const evidence = `${n.before} Kontakte je Person und Jahr in den 90 Tagen vor der Unterschrift, ${n.after} in den 90 Tagen danach; Rückgang zwischen ${n.low} und ${n.high}; Stand ${n.day}`;
    if (v.outcome === 'finding')
      return `Ja: Nach der Unterschrift erhalten dieselben Menschen ${n.size} weniger schenkende, verkaufende und persönliche Kontakte als davor (${evidence}).`;
    if (v.outcome === 'reversed')
      return `Nein, umgekehrt: Nach der Unterschrift erhalten dieselben Menschen ${n.size} mehr schenkende, verkaufende und persönliche Kontakte als davor (${evidence}).`;
    if (v.outcome === 'clear')
      return `Nein: Dieselben Menschen hören nach der Unterschrift etwa so oft von Ihnen wie davor (${evidence}).`;
    return `Die Daten sagen nicht, ob Ihre Aufmerksamkeit nach der Unterschrift nachlässt (${evidence}).`;
  },
  naive: (v, f) => {
    if (v.naive === null) return 'Ein schlichter Vergleich wird nicht gezeigt.';
    const size = whole(Math.abs(v.naive.value), f);
    const word = v.naive.value >= 0 ? 'weniger' : 'mehr';
    return `Zählt man jeden Kontakt, auch Rechnungen und Bestätigungen, sind es nach der Unterschrift ${size} ${word} als davor. Das hält Schriftverkehr für Aufmerksamkeit.`;
  },
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'Sie könnten für einen ausgelosten Teil der Neukunden einen Willkommensweg vorsehen: einen Dank, einen Anruf nach den ersten Wochen, eine namentliche Ansprechperson; und später vergleichen.';
    if (outcome === 'reversed' || outcome === 'clear')
      return 'Sie könnten den Verlauf im Monitoring behalten; eine Änderung drängt sich nicht auf.';
    return 'Sie könnten die Kontakte mit Interessenten unter der Nummer führen, die sie später als Kunden haben, mit Tag, Art und Ton.';
  },
  method:
    'Für alle, die im Rückblick unterschrieben, werden schenkende, verkaufende und persönliche Kontakte, die von der Firma ausgingen, in den 90 Tagen vor und in den 90 Tagen nach der Unterschrift gezählt; der Tag selbst bleibt außen vor. Beide Häufigkeiten stammen von denselben Menschen. Rechnungen, Bestätigungen und anderer Schriftverkehr zählen auf keiner Seite. Wo Menschen vermerkt sind, die nie unterschrieben, steht ihr Verlauf nach dem ersten Kontakt daneben, denn nur Käufer haben ein Davor. Die Intervalle behandeln die Kontakte einer Person als eine Einheit.',
  notes: {
    missingColumns: ({ columns }) => `In den Daten fehlt: ${columns ?? ''}.`,
    failed: ({ message }) => `Die Berechnung brach ab: ${message ?? ''}.`,
    fewSignatures: (values, f) =>
      `Nötig sind ${f.count(num(values, 'needed'))} Unterschriften mit 90 Tagen Kontaktprotokoll davor und danach, vorhanden ${f.count(num(values, 'has'))}.`,
    fewBefore: (values, f) =>
      `Nötig sind ${f.count(num(values, 'needed'))} Unterschriften mit vermerktem Kontakt davor, vorhanden ${f.count(num(values, 'has'))}. Vielleicht laufen Interessenten unter anderen Nummern oder in einem anderen System.`,
    wideInterval: (values, f) =>
      `Der Rückgang liegt zwischen ${whole(num(values, 'low'), f)} und ${whole(num(values, 'high'), f)}; von Belang ist er ab ${whole(num(values, 'relevant'), f)}. Mehr Unterschriften würden ihn eingrenzen.`,
    buyersOnly: () =>
      'Wer unterschrieb, hatte davor viele Kontakte; doch wer nie unterschrieb, hatte nicht mehr als die Käufer jetzt. Der Gipfel vor der Unterschrift gehört vielleicht zum nahen Kauf und nicht zum Werben.',
    beforeUnlogged: (values, f) =>
      `Nur ${whole(num(values, 'has'), f)} der Unterschriften haben davor überhaupt einen vermerkten Kontakt (nötig ${whole(num(values, 'needed'), f)}); mehr Kontakte danach heißen vielleicht nur, dass das Protokoll spät beginnt.`,
    toneDecides: (values, f) =>
      `Bei ${whole(num(values, 'share'), f)} der Kontakte verrät die Art keinen Ton, und sie entscheiden: als werbend gezählt führen sie zu einer anderen Antwort als als bloße Mitteilung gezählt.`,
    beforePartly: (values, f) =>
      `Nur bei ${whole(num(values, 'has'), f)} der Unterschriften ist davor ein werbender Kontakt vermerkt, danach aber bei ${whole(num(values, 'after'), f)}: Gleich viele Kontakte mit weniger Menschen heißen vielleicht nur, dass bei manchen die Zeit davor nicht protokolliert ist.`,
    noProspects: () =>
      'Nur wer unterschrieb, hat ein Davor. Kontakte mit Menschen, die nie unterschrieben, sind nicht in ausreichender Zahl vermerkt; ein Teil des Rückgangs gehört vielleicht zum nahen Kauf.',
    besideProspects: (values, f) =>
      `Menschen, die nie unterschrieben, erhielten ${rate(Math.abs(num(values, 'difference')), f)} Kontakte je Person und Jahr ${num(values, 'difference') >= 0 ? 'mehr' : 'weniger'} als Käufer nach der Unterschrift.`,
    toneByKind: (values, f) =>
      `Bei ${whole(num(values, 'share'), f)} der Kontakte wurde der Ton aus ihrer Art genommen.`,
    whatCounts: () =>
      'Es zählen schenkende, verkaufende und persönliche Kontakte; weniger Verkauf allein kann Kunden recht sein, daher steht jedes auch für sich.',
    noMoney: () =>
      'Kein Geldbetrag: Was der Rückgang kostet, verlangt die Abgänge, die mit ihm einhergehen; dieser Vergleich enthält sie nicht.',
    overturn: () =>
      'Die Antwort änderte sich, wenn Kontakte nach der Unterschrift in einem System stehen, das nicht in den Daten ist, etwa bei Vermittlern oder Filialen.',
  },
  details: {
    ratio: 'Kontakte nach der Unterschrift auf einen davor',
    rateBefore: 'Kontakte je Person und Jahr, 90 Tage vor der Unterschrift',
    rateAfter: 'Kontakte je Person und Jahr, 90 Tage nach der Unterschrift',
    rateLater: 'Kontakte je Person und Jahr, vom 91. Tag bis zum Ende des ersten Jahres',
    givingRatio: 'Schenkende Kontakte nach der Unterschrift auf einen davor',
    sellingRatio: 'Verkaufende Kontakte nach der Unterschrift auf einen davor',
    personalRatio: 'Persönliche Kontakte ohne Verkauf nach der Unterschrift auf einen davor',
    givingLaterRatio: 'Schenkende Kontakte vom 91. Tag bis zum Ende des ersten Jahres auf einen davor',
    rateProspects: 'Kontakte je Person und Jahr bei Menschen, die nie unterschrieben',
    fellSilent: 'Vor der Unterschrift umworben, in den 90 Tagen danach kein solcher Kontakt',
  },
  counts: {
    signatures: 'Unterschriften',
    courted: 'Unterschriften mit werbendem Kontakt davor',
    contactsBefore: 'Kontakte in den 90 Tagen davor',
    contactsAfter: 'Kontakte in den 90 Tagen danach',
    prospects: 'Umworbene, die nie unterschrieben',
  },
  excluded: {},
  dimensions: { channel: 'Vertriebsweg' },
  charts: {
    course: {
      title: 'Kontakte rund um die Unterschrift',
      x: 'Monate ab Unterschrift',
      y: 'Kontakte je Person und Jahr',
      series: { courting: 'Schenkend, verkaufend, persönlich', burden: 'Belastend' },
    },
  },
};

export const courtshipDropMessages: CheckMessages = { en, de };
