import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import type { Note, Quantity, Verdict } from '../verdict.ts';

const num = (values: Note['values'], name: string) => Number(values[name] ?? 0);
const half = ({ low, high }: Quantity) => (high - low) / 2;
const written = (q: Quantity, f: Format) => f.quantity(q.value, q.unit, half(q));
const detail = (v: Verdict, key: string) => v.details.find((entry) => entry.key === key)?.quantity ?? null;
const named = (v: Verdict) =>
  v.strata
    .filter(({ outcome }) => outcome === 'finding')
    .map(({ key }) => key.slice('rule:'.length))
    .join(', ');

interface Parts {
  readonly range: (low: string, high: string, day: string) => string;
  readonly delay: (hours: string) => string;
}

function evidence(v: Verdict, f: Format, words: Parts): { share: string; range: string; delay: string } | null {
  const day = v.overturn?.values['asOf'];
  if (v.effect === null || typeof day !== 'string') return null;
  const { low, high } = v.effect;
  const hours = detail(v, 'medianDelayNamed') ?? detail(v, 'medianDelay');
  const side = (value: number) => f.quantity(value, 'share', (high - low) / 2);
  return {
    share: written(v.effect, f),
    range: words.range(side(low), side(high), f.day(day)),
    delay: hours === null ? '' : ` ${words.delay(written(hours, f))}`,
  };
}

const en: CheckWords = {
  question: () => 'Do customers wait for permissions that change nothing?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'This question needs the permissions that cases waited for; they are not in the data.';
    if (v.outcome === 'failed') return 'This question could not be computed; the other answers stand.';
    const e = evidence(v, f, {
      range: (low, high, day) => `between ${low} and ${high}, as of ${day}`,
      delay: (hours) => `Half of these requests waited longer than ${hours}.`,
    });
    if (e === null) return 'The data do not tell whether permissions change anything.';
    if (v.outcome === 'finding') {
      const rules = named(v);
      const where = rules === '' ? '' : ` under ${rules}`;
      return `Yes: ${e.share} of the requests${where} are granted just as they were asked for (${e.range}).${e.delay}`;
    }
    if (v.outcome === 'clear')
      return `No: approvers judge. ${e.share} of the requests are granted just as they were asked for (${e.range}); no rule grants nearly all of them and keeps people waiting.`;
    return `The data do not tell whether some rule only delays: ${e.share} of the requests are granted just as they were asked for (${e.range}).`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'A plain share is not shown.'
      : `Over all rules together, ${written(v.naive, f)} are granted unchanged. Rules that judge hide those that only delay.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'You could switch off one of the named rules in every second week, or raise the limit up to which carers decide, and compare cost, abuse and repeat contacts.';
    if (outcome === 'clear') return 'You could keep the figure under monitoring; no change suggests itself.';
    return 'You could record for every request the rule, what was decided and when.';
  },
  method:
    'For every rule with enough decided requests, the share granted just as asked for is estimated and pulled towards the other rules as far as its own number is thin. A rule is named when the data exclude that approvers change or refuse a useful share, when nearly always granting remains possible, and when half of the requests wait a noticeable time; the share of rules named wrongly is held down over all rules (Benjamini and Hochberg). Delays count still pending requests as waiting.',
  notes: {
    missingColumns: ({ columns }) => `Missing in the data: ${columns ?? ''}.`,
    failed: ({ message }) => `The computation stopped: ${message ?? ''}.`,
    noApprovals: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} requests for permission in the window, has none.`,
    noOutcome: () =>
      'Requests for permission are there, but not one says what was decided; this takes the column outcome.',
    tooFewDecisions: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} decided requests, has ${f.count(num(values, 'has'))}.`,
    openRules: (values, f) =>
      `For ${f.count(num(values, 'rules'))} of ${f.count(num(values, 'tested'))} rules the data exclude neither that nearly all requests are granted unchanged nor that approvers judge; more decided requests, or the outcome of every request, would tell.`,
    unknownOutcome: (values, f) =>
      `Of ${f.count(num(values, 'requests'))} requests (${f.percent(num(values, 'share'))}) the outcome is not on record, or nobody has decided for a quarter of a year. The limits hold both: that none of them was granted, and that all were.`,
    noRules: () => 'The requests do not say which rule demands them, so all of them are judged together.',
    thinRules: (values, f) =>
      `${f.count(num(values, 'rules'))} rules have fewer than ${f.count(num(values, 'needed'))} decided requests each and are judged together.`,
    rulesTogether: (values, f) =>
      `None of the ${f.count(num(values, 'rules'))} rules has ${f.count(num(values, 'needed'))} decided requests, so they are judged together.`,
    promptRules: (values, f) =>
      `${f.count(num(values, 'rules'))} rules grant nearly everything but decide at once; they are not named.`,
    noMoney: () => 'No sum of money is named: it would take the cost of a decision and what customers do who wait.',
    silentJudgement: () =>
      'The statement would fall if approvers talk a request over before it is written down, if a rule keeps unfounded requests from being made at all, or if changes are not recorded as such.',
  },
  details: {
    approvalShare: 'Cases that need a permission',
    blockedShare: 'Cases in which a rule stood in the way, as recorded',
    changedShare: 'Requests that are changed',
    refusedShare: 'Requests that are refused',
    medianDelay: 'Half of all requests wait longer than',
    slowestTenth: 'One request in ten waits longer than',
    medianDelayNamed: 'Under the named rules half of the requests wait longer than',
    waitedHours: 'Hours waited for a yes under the named rules, whole window',
  },
  counts: {
    approvals: 'Requests for permission',
    decided: 'Decided requests with an outcome',
    rules: 'Rules that occur',
    rulesTested: 'Rules with enough decided requests',
    rulesNamed: 'Rules named',
  },
  excluded: {
    pending: 'Still pending on the day of the audit',
    unknown: 'Decided without a recorded outcome, or undecided for a quarter of a year',
    thinRules: 'Decided under rules too rare to be judged, or without a rule',
  },
  dimensions: { rule: 'Granted unchanged under rule' },
  charts: {
    rules: {
      title: 'Requests granted just as they were asked for',
      x: 'Rule',
      y: 'Share granted unchanged',
      series: { granted: 'Granted unchanged' },
    },
  },
};

const de: typeof en = {
  question: () => 'Warten Kunden auf Freigaben, die nichts ändern?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'Für diese Frage braucht es die Freigaben, auf die Vorgänge warteten; sie stehen nicht in den Daten.';
    if (v.outcome === 'failed') return 'Diese Frage ließ sich nicht berechnen; die anderen Antworten gelten.';
    const e = evidence(v, f, {
      range: (low, high, day) => `zwischen ${low} und ${high}, Stand ${day}`,
      delay: (hours) => `Die Hälfte dieser Anfragen wartete länger als ${hours}.`,
    });
    if (e === null) return 'Die Daten sagen nicht, ob Freigaben etwas ändern.';
    if (v.outcome === 'finding') {
      const rules = named(v);
      const where = rules === '' ? '' : ` unter ${rules}`;
      return `Ja: ${e.share} der Anfragen${where} werden genau so freigegeben, wie sie gestellt wurden (${e.range}).${e.delay}`;
    }
    if (v.outcome === 'clear')
      return `Nein: Wer freigibt, urteilt. ${e.share} der Anfragen werden genau so freigegeben, wie sie gestellt wurden (${e.range}); keine Vorschrift gibt fast alles frei und lässt dabei warten.`;
    return `Die Daten sagen nicht, ob eine Vorschrift nur verzögert: ${e.share} der Anfragen werden genau so freigegeben, wie sie gestellt wurden (${e.range}).`;
  },
  naive: (v, f) =>
    v.naive === null
      ? 'Ein schlichter Anteil wird nicht gezeigt.'
      : `Über alle Vorschriften zusammen werden ${written(v.naive, f)} unverändert freigegeben. Vorschriften, bei denen geurteilt wird, verdecken jene, die nur verzögern.`,
  action: ({ outcome }) => {
    if (outcome === 'finding')
      return 'Sie könnten eine der genannten Vorschriften in jeder zweiten Woche aussetzen oder den Entscheidungsspielraum der Betreuer erweitern und Kosten, Missbrauch und Folgekontakte vergleichen.';
    if (outcome === 'clear') return 'Sie könnten die Zahl im Monitoring behalten; eine Änderung drängt sich nicht auf.';
    return 'Sie könnten zu jeder Anfrage die Vorschrift, die Entscheidung und deren Zeitpunkt festhalten.';
  },
  method:
    'Für jede Vorschrift mit genügend entschiedenen Anfragen wird der Anteil geschätzt, der genau wie gestellt freigegeben wurde, und so weit zu den anderen Vorschriften gezogen, wie die eigene Zahl dünn ist. Genannt wird eine Vorschrift, wenn die Daten ausschließen, dass ein nützlicher Anteil geändert oder abgelehnt wird, wenn eine Freigabe in fast allen Fällen möglich bleibt und wenn die Hälfte der Anfragen spürbar wartet; der Anteil zu Unrecht genannter Vorschriften wird über alle Vorschriften hinweg klein gehalten (Benjamini und Hochberg). Offene Anfragen zählen bei der Dauer als wartend.',
  notes: {
    missingColumns: ({ columns }) => `In den Daten fehlt: ${columns ?? ''}.`,
    failed: ({ message }) => `Die Berechnung brach ab: ${message ?? ''}.`,
    noApprovals: (values, f) => `Es braucht ${f.count(num(values, 'needed'))} Anfragen im Zeitraum, es gibt keine.`,
    noOutcome: () =>
      'Anfragen sind da, aber bei keiner steht, wie entschieden wurde; dafür braucht es die Spalte Entscheidung.',
    tooFewDecisions: (values, f) =>
      `Es braucht ${f.count(num(values, 'needed'))} entschiedene Anfragen, es sind ${f.count(num(values, 'has'))}.`,
    openRules: (values, f) =>
      `Bei ${f.count(num(values, 'rules'))} von ${f.count(num(values, 'tested'))} Vorschriften schließen die Daten weder aus, dass fast alles unverändert freigegeben wird, noch, dass geurteilt wird; mehr entschiedene Anfragen, oder das Ergebnis jeder Anfrage, würden es zeigen.`,
    unknownOutcome: (values, f) =>
      `Bei ${f.count(num(values, 'requests'))} Anfragen (${f.percent(num(values, 'share'))}) ist das Ergebnis nicht vermerkt, oder seit einem Vierteljahr hat niemand entschieden. Die Grenzen enthalten beides: dass keine davon freigegeben wurde, und dass es alle wurden.`,
    noRules: () => 'Die Anfragen nennen keine Vorschrift, daher werden alle zusammen beurteilt.',
    thinRules: (values, f) =>
      `${f.count(num(values, 'rules'))} Vorschriften haben weniger als ${f.count(num(values, 'needed'))} entschiedene Anfragen und werden zusammen beurteilt.`,
    rulesTogether: (values, f) =>
      `Keine der ${f.count(num(values, 'rules'))} Vorschriften hat ${f.count(num(values, 'needed'))} entschiedene Anfragen, daher werden sie zusammen beurteilt.`,
    promptRules: (values, f) =>
      `${f.count(num(values, 'rules'))} Vorschriften geben fast alles frei, entscheiden aber sofort; sie werden nicht genannt.`,
    noMoney: () =>
      'Ein Geldbetrag wird nicht genannt: Dafür braucht es die Kosten einer Entscheidung und das Verhalten von Kunden, die warten.',
    silentJudgement: () =>
      'Die Aussage fiele, wenn Anfragen besprochen werden, bevor sie jemand einträgt, wenn eine Vorschrift unbegründete Anfragen gar nicht erst entstehen lässt oder wenn Änderungen nicht als solche vermerkt sind.',
  },
  details: {
    approvalShare: 'Vorgänge, die eine Freigabe brauchen',
    blockedShare: 'Vorgänge, bei denen laut Vermerk eine Vorschrift im Weg stand',
    changedShare: 'Anfragen, die geändert werden',
    refusedShare: 'Anfragen, die abgelehnt werden',
    medianDelay: 'Die Hälfte aller Anfragen wartet länger als',
    slowestTenth: 'Jede zehnte Anfrage wartet länger als',
    medianDelayNamed: 'Unter den genannten Vorschriften wartet die Hälfte länger als',
    waitedHours: 'Unter den genannten Vorschriften auf ein Ja gewartete Stunden, ganzer Zeitraum',
  },
  counts: {
    approvals: 'Anfragen um Freigabe',
    decided: 'Entschiedene Anfragen mit Ergebnis',
    rules: 'Vorschriften, die vorkommen',
    rulesTested: 'Vorschriften mit genügend Entscheidungen',
    rulesNamed: 'Genannte Vorschriften',
  },
  excluded: {
    pending: 'Am Tag der Prüfung noch offen',
    unknown: 'Entschieden ohne vermerktes Ergebnis, oder seit einem Vierteljahr nicht entschieden',
    thinRules: 'Entschieden unter zu seltenen Vorschriften oder ohne Vorschrift',
  },
  dimensions: { rule: 'Unverändert freigegeben unter Vorschrift' },
  charts: {
    rules: {
      title: 'Anfragen, die genau wie gestellt freigegeben werden',
      x: 'Vorschrift',
      y: 'Anteil unverändert freigegeben',
      series: { granted: 'Unverändert freigegeben' },
    },
  },
};

export const ruleCorsetMessages: CheckMessages = { en, de };
