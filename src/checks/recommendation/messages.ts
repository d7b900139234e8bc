import type { Format } from '#domain/format.ts';
import type { CheckMessages, CheckWords } from '../check-messages.ts';
import type { Note, Quantity, Verdict } from '../verdict.ts';

type Values = Note['values'];
const num = (values: Values, name: string) => Number(values[name] ?? 0);
const day = (values: Values, f: Format) => f.day(String(values['asOf'] ?? '1970-01-01'));
const find = (v: Verdict, key: string) => v.details.find((entry) => entry.key === key)?.quantity ?? null;
const write = ({ value, low, high, unit }: Quantity, f: Format) => f.quantity(value, unit, (high - low) / 2);
const points = (value: number, f: Format) => f.number(value, 0);
const euros = (value: number, f: Format) => f.quantity(value, 'money', 1);

interface Interval {
  readonly size: string;
  readonly low: string;
  readonly high: string;
}
function intervalOf({ value, low, high }: Quantity, as: (value: number, f: Format) => string, f: Format): Interval {
  return { size: as(value, f), low: as(low, f), high: as(high, f) };
}

interface Rate {
  readonly rate: string;
  readonly low: string;
  readonly high: string;
}
function rateOf(v: Verdict, f: Format): Rate | null {
  const found = find(v, 'referralRate');
  return found === null
    ? null
    : { rate: f.percent(found.value), low: f.percent(found.low), high: f.percent(found.high) };
}
const dayOf = (v: Verdict, f: Format) => day(v.overturn?.values ?? v.reason?.values ?? {}, f);

const en: CheckWords = {
  question: ({ reference }) =>
    reference === 'words'
      ? 'Would existing customers recommend us less readily than newcomers?'
      : 'How many newcomers come by recommendation, and is that thanked as newcomers are welcomed?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'This question needs the source of newcomers or a survey question on recommending; neither is in the data.';
    if (v.outcome === 'failed') return 'This question could not be computed; the other answers stand.';
    return v.reference === 'words' ? wordsEn(v, f) : deedsEn(v, f);
  },
  naive: (v, f) => {
    if (v.naive === null) return 'A plain comparison is not shown.';
    if (v.reference === 'words')
      return `Over all product lines together the score of newcomers less that of existing customers is ${points(v.naive.value, f)} points; lines with many newcomers weigh more in it.`;
    return `Over all product lines together the difference would be ${euros(v.naive.value, f)} a newcomer; lines with large welcome offers weigh more in it.`;
  },
  action: ({ outcome, reference }) => {
    if (outcome === 'clear' || outcome === 'reversed')
      return 'You could keep asking every newcomer how they heard of you and keep the answers under monitoring; no change suggests itself.';
    if (reference === 'words')
      return outcome === 'finding'
        ? 'You could ask existing customers for the most important reason behind their answer, mend the one named most for a part of them chosen by lot, and compare later.'
        : 'You could ask newcomers and existing customers the same question, with the most important reason, and keep the customer number.';
    return outcome === 'finding'
      ? 'You could thank everybody who brings a newcomer at once and in person, give them part of what the welcome offer costs, in an order of households or communities chosen by lot, and watch for recommendations that are only bought.'
      : 'You could ask every newcomer how they heard of you, what was said and by whom, and record what the recommender was given.';
  },
  method:
    'Deeds come first: the referral rate is the share of newcomers with a known source who came by recommendation, with bounds for newcomers of unknown source (none of them, all of them). What customers who brought a newcomer were given is held against what newcomers of the same product line were given at the start: an offer for newcomers only, or the discount of the first year. Words come second: promoters less detractors of the 0 to 10 question, the latest answer of each person, with the adjusted Wald interval; existing customers beside newcomers within the same line. Other intervals leave out random groups of customers in turn.',
  notes: {
    noSource: () =>
      'Neither a list of how newcomers came (referral) nor a survey question on recommending with a scale of 0 to 10 is in the data.',
    missingColumns: ({ columns }) => `Missing in the data: ${columns ?? ''}.`,
    failed: ({ message }) => `The computation stopped: ${message ?? ''}.`,
    fewKnownSource: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} newcomers with a known source, has ${f.count(num(values, 'found'))} on ${day(values, f)}.`,
    rewardUnknown: (values, f) =>
      `What recommenders are given is not recorded (referral.reward), so it cannot be held against the welcome of newcomers; as of ${day(values, f)}.`,
    welcomeUnknown: (values, f) =>
      `What newcomers are given is not recorded (offers with the contracts made by them, or discounts), so the thanks for recommending cannot be held against it; as of ${day(values, f)}.`,
    fewBrought: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} newcomers whose recommender is known, has ${f.count(num(values, 'found'))} on ${day(values, f)}.`,
    wideGap: (values, f) =>
      `The difference lies between ${euros(num(values, 'low'), f)} and ${euros(num(values, 'high'), f)}; it matters from ${euros(num(values, 'relevant'), f)}. More recommendations with a known recommender would narrow it.`,
    fewAnswers: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} answers to the question of recommending, has ${f.count(num(values, 'found'))} on ${day(values, f)}.`,
    fewEach: (values, f) =>
      `Needs ${f.count(num(values, 'needed'))} answers each of existing customers and of newcomers, has ${f.count(num(values, 'existing'))} and ${f.count(num(values, 'newcomers'))} on ${day(values, f)}.`,
    noOverlap: (values, f) =>
      `Only ${f.percent(num(values, 'overlap'), 0)} of the existing customers have a newcomer in their product line among those who answered; that is too few to compare (${day(values, f)}).`,
    widePoints: (values, f) =>
      `The difference lies between ${points(num(values, 'low'), f)} and ${points(num(values, 'high'), f)} points; it matters from ${points(num(values, 'relevant'), f)}. More answers would narrow it.`,
    unknownSource: (values, f) =>
      `${f.percent(num(values, 'share'), 0)} of the newcomers (${f.count(num(values, 'count'))}) have an unknown source; a recommendation goes unrecorded more easily than an advert, so the truth may lie above the value for known sources.`,
    onlyRecommendations: (values, f) =>
      `Only recommendations are listed, so ${f.count(num(values, 'count'))} newcomers without an entry count as not recommended and the rate is a lower bound.`,
    boughtRecommendations: () =>
      'Whether a recommendation was made freely or for the reward cannot be told from the data, nor whether somebody recommended themselves.',
    noReferralValue: () =>
      'No value of recommendations in money is named: it needs the share of the recommended who would not have come otherwise, which only a trial can tell.',
    emptyReward: () =>
      'A recommendation without a recorded reward counts as not rewarded; thanks without money are not in the sum.',
    onlyWords: () => 'This is what people say; what they do is told by the referral rate, which counts for more.',
    whenAsked: () => 'When people were asked is not known; asked only after good moments, scores are too high.',
    stayers: () =>
      'Existing customers are those who stayed, and they tend to be the more content; a score above that of newcomers is therefore no sign that newcomers fare badly.',
    overturnDeeds: (values, f) =>
      `The statement would fall if recommenders were thanked in ways that are not recorded, or if the welcome of newcomers in the last ${f.count(num(values, 'months'))} months were also open to existing customers.`,
    overturnWords: (values, f) =>
      `The statement would fall if newcomers and existing customers were asked on different occasions in the last ${f.count(num(values, 'months'))} months, or if those who did not answer think otherwise.`,
  },
  details: {
    referralRate:
      'Referral rate: newcomers by recommendation among those with a known source, interval with all that the unknown leave open',
    rateNone: 'Referral rate if no newcomer of unknown source was recommended',
    rateAll: 'Referral rate if all newcomers of unknown source were recommended',
    recommenderRate: 'Existing customers with at least one known recommendation in twelve months',
    conversion: 'Recommendations that became a contract',
    kFactor: 'Newcomers brought per customer and cycle (K)',
    multiplier: 'What one newcomer becomes with those who follow, 1 / (1 − K)',
    stayedPremium:
      'Recommended newcomers still there after twelve months, beyond others of the same line and half-year',
    marginPremium: 'Yearly margin of recommended newcomers beyond others of the same line and half-year',
    reward: 'Given to the customer who brought a newcomer',
    welcome: 'Given to a newcomer of the same line',
    nps: 'Net promoter score of everybody who answered',
    npsExisting: 'Net promoter score of existing customers',
    npsNewcomers: 'Net promoter score of newcomers (first twelve months)',
    sayDoGap: 'Promoters without a known recommendation (say-do gap)',
  },
  counts: {
    newcomers: 'Newcomers in the list of sources',
    knownSource: 'Of these with a known source',
    recommended: 'Of these by recommendation',
    brought: 'Newcomers whose recommender is known',
    rewarded: 'Of these with a reward for the recommender',
    answers: 'People who answered',
    existingAnswers: 'Of these existing customers',
    newcomerAnswers: 'Of these newcomers',
  },
  excluded: {
    unlisted: 'Newcomers by contract who stand in no list of sources',
    withoutContract: 'Answers that belong to no known contract',
  },
  dimensions: {},
  charts: {
    thanks: {
      title: 'Thanks and welcome, per newcomer',
      x: 'Who is given',
      y: 'Money per newcomer',
      series: {
        existing: 'Existing customers',
        newcomer: 'Newcomers',
        reward: 'Customer who brought one',
        welcome: 'Newcomer',
      },
    },
    rate: {
      title: 'Referral rate, and what the unknown leave open',
      x: 'If the unknown ...',
      y: 'Share of newcomers',
      series: { rate: 'Referral rate', none: 'none recommended', asKnown: 'like the known', all: 'all recommended' },
    },
    nps: {
      title: 'Willingness to recommend',
      x: 'Who answered',
      y: 'Net promoter score',
      series: { existing: 'Existing customers', newcomer: 'Newcomers' },
    },
  },
};

function deedsEn(v: Verdict, f: Format): string {
  const rate = rateOf(v, f);
  if (rate === null) return 'The data do not tell how many newcomers come by recommendation.';
  const told = `${rate.rate} of newcomers with a known source came by recommendation (${rate.low} to ${rate.high} with what the unknown leave open)`;
  const [reward, welcome] = [find(v, 'reward'), find(v, 'welcome')];
  if (v.effect === null || reward === null || welcome === null)
    return `${told}; whether that is thanked as newcomers are welcomed, the data do not tell; as of ${dayOf(v, f)}.`;
  const { size, low, high } = intervalOf(v.effect, euros, f);
  const evidence = `customers who brought a newcomer were given ${write(reward, f)}, newcomers of the same line ${write(welcome, f)} (difference ${size}, interval ${low} to ${high}; as of ${dayOf(v, f)})`;
  if (v.outcome === 'finding') return `${told}, and bringing one is thanked less than being one: ${evidence}.`;
  if (v.outcome === 'clear' || v.outcome === 'reversed')
    return `${told}, and bringing one is not thanked less than being one by as much as matters: ${evidence}.`;
  return `${told}; whether bringing one is thanked less than being one, the data do not tell: ${evidence}.`;
}

function wordsEn(v: Verdict, f: Format): string {
  const score = find(v, 'nps');
  if (score === null) return 'The data do not tell whether customers would recommend you.';
  const all = intervalOf(score, points, f);
  const told = `Net promoter score ${all.size} points (${all.low} to ${all.high})`;
  if (v.effect === null)
    return `${told}; whether existing customers lie below newcomers, the data do not tell; as of ${dayOf(v, f)}.`;
  const { size, low, high } = intervalOf(v.effect, points, f);
  const evidence = `newcomers less existing customers of the same line ${size} points, interval ${low} to ${high}; ${told.toLowerCase()}; as of ${dayOf(v, f)}`;
  if (v.outcome === 'finding')
    return `Yes: existing customers are less ready to recommend than newcomers (${evidence}).`;
  if (v.outcome === 'clear' || v.outcome === 'reversed')
    return `No: existing customers are not less ready to recommend than newcomers by as much as matters (${evidence}).`;
  return `The data do not tell whether existing customers are less ready to recommend than newcomers (${evidence}).`;
}

const de: typeof en = {
  question: ({ reference }) =>
    reference === 'words'
      ? 'Würden Bestandskunden uns weniger gern empfehlen als Neukunden?'
      : 'Wie viele Neukunden kommen durch Empfehlung, und wird das so gedankt, wie Neukunden begrüßt werden?',
  answer: (v, f) => {
    if (v.outcome === 'notApplicable')
      return 'Diese Frage braucht die Herkunft der Neukunden oder eine Befragung zur Weiterempfehlung; beides liegt nicht vor.';
    if (v.outcome === 'failed') return 'Diese Frage ließ sich nicht berechnen; die übrigen Antworten gelten.';
    return v.reference === 'words' ? wordsDe(v, f) : deedsDe(v, f);
  },
  naive: (v, f) => {
    if (v.naive === null) return 'Ein einfacher Vergleich wird nicht gezeigt.';
    if (v.reference === 'words')
      return `Über alle Produktlinien zusammen beträgt der Wert der Neukunden minus den der Bestandskunden ${points(v.naive.value, f)} Punkte; Linien mit vielen Neukunden zählen darin stärker.`;
    return `Über alle Produktlinien zusammen läge der Abstand bei ${euros(v.naive.value, f)} je Neukunde; Linien mit großen Begrüßungsangeboten zählen darin stärker.`;
  },
  action: ({ outcome, reference }) => {
    if (outcome === 'clear' || outcome === 'reversed')
      return 'Sie könnten weiterhin jeden Neukunden fragen, wie er auf Sie aufmerksam wurde, und die Antworten im Monitoring behalten; eine Änderung drängt sich nicht auf.';
    if (reference === 'words')
      return outcome === 'finding'
        ? 'Sie könnten Bestandskunden nach dem wichtigsten Grund ihrer Antwort fragen, den meistgenannten für einen ausgelosten Teil beheben und später vergleichen.'
        : 'Sie könnten Neu- und Bestandskunden dieselbe Frage stellen, samt wichtigstem Grund, und die Kundennummer dazu speichern.';
    return outcome === 'finding'
      ? 'Sie könnten allen, die einen Neukunden mitbringen, sofort und persönlich danken und ihnen einen Teil dessen geben, was das Begrüßungsangebot kostet, in ausgeloster Folge der Haushalte oder Gemeinschaften, und auf nur gekaufte Empfehlungen achten.'
      : 'Sie könnten jeden Neukunden fragen, wie er auf Sie aufmerksam wurde, was gesagt wurde und von wem, und festhalten, was der Empfehler erhielt.';
  },
  method:
    'Taten zuerst: Die Empfehlungsrate ist der Anteil der Neukunden mit bekannter Herkunft, die durch Empfehlung kamen, mit Grenzen für Neukunden unbekannter Herkunft (keiner von ihnen, alle). Was Kunden erhielten, die einen Neukunden mitbrachten, wird mit dem verglichen, was Neukunden derselben Produktlinie zum Beginn erhielten: ein Angebot nur für Neukunden oder der Rabatt des ersten Jahres. Worte danach: Fürsprecher minus Kritiker der Frage von 0 bis 10, je Person die letzte Antwort, mit angepasstem Wald-Intervall; Bestandskunden neben Neukunden innerhalb derselben Linie. Für die übrigen Intervalle werden reihum zufällige Kundengruppen weggelassen.',
  notes: {
    noSource: () =>
      'In den Daten fehlen sowohl die Herkunft der Neukunden (referral) als auch eine Frage zur Weiterempfehlung mit einer Skala von 0 bis 10.',
    missingColumns: ({ columns }) => `In den Daten fehlt: ${columns ?? ''}.`,
    failed: ({ message }) => `Die Berechnung brach ab: ${message ?? ''}.`,
    fewKnownSource: (values, f) =>
      `Nötig sind ${f.count(num(values, 'needed'))} Neukunden mit bekannter Herkunft; am ${day(values, f)} sind es ${f.count(num(values, 'found'))}.`,
    rewardUnknown: (values, f) =>
      `Was Empfehler erhalten, ist nicht festgehalten (referral.reward) und lässt sich deshalb nicht mit der Begrüßung der Neukunden vergleichen; Stand ${day(values, f)}.`,
    welcomeUnknown: (values, f) =>
      `Was Neukunden erhalten, ist nicht festgehalten (Angebote samt den Verträgen daraus, oder Rabatte); der Dank für Empfehlungen lässt sich deshalb nicht daneben stellen; Stand ${day(values, f)}.`,
    fewBrought: (values, f) =>
      `Nötig sind ${f.count(num(values, 'needed'))} Neukunden, deren Empfehler bekannt ist; am ${day(values, f)} sind es ${f.count(num(values, 'found'))}.`,
    wideGap: (values, f) =>
      `Der Abstand liegt zwischen ${euros(num(values, 'low'), f)} und ${euros(num(values, 'high'), f)}; von Belang ist er ab ${euros(num(values, 'relevant'), f)}. Mehr Empfehlungen mit bekanntem Empfehler würden ihn genauer machen.`,
    fewAnswers: (values, f) =>
      `Nötig sind ${f.count(num(values, 'needed'))} Antworten zur Weiterempfehlung; am ${day(values, f)} sind es ${f.count(num(values, 'found'))}.`,
    fewEach: (values, f) =>
      `Nötig sind je ${f.count(num(values, 'needed'))} Antworten von Bestandskunden und von Neukunden; am ${day(values, f)} sind es ${f.count(num(values, 'existing'))} und ${f.count(num(values, 'newcomers'))}.`,
    noOverlap: (values, f) =>
      `Nur ${f.percent(num(values, 'overlap'), 0)} der Bestandskunden haben unter den Antwortenden einen Neukunden in ihrer Produktlinie; das ist für einen Vergleich zu wenig (${day(values, f)}).`,
    widePoints: (values, f) =>
      `Der Abstand liegt zwischen ${points(num(values, 'low'), f)} und ${points(num(values, 'high'), f)} Punkten; von Belang ist er ab ${points(num(values, 'relevant'), f)}. Mehr Antworten würden ihn genauer machen.`,
    unknownSource: (values, f) =>
      `Bei ${f.percent(num(values, 'share'), 0)} der Neukunden (${f.count(num(values, 'count'))}) ist die Herkunft unbekannt; eine Empfehlung bleibt leichter unerfasst als eine Anzeige, die Wahrheit kann also über dem Wert der bekannten liegen.`,
    onlyRecommendations: (values, f) =>
      `Erfasst sind nur Empfehlungen; ${f.count(num(values, 'count'))} Neukunden ohne Eintrag zählen deshalb als nicht empfohlen, und die Rate ist eine Untergrenze.`,
    boughtRecommendations: () =>
      'Ob eine Empfehlung aus freien Stücken oder für die Prämie ausgesprochen wurde, sagen die Daten nicht, auch nicht, ob jemand sich selbst empfahl.',
    noReferralValue: () =>
      'Es wird kein Geldwert der Empfehlungen genannt: Dafür müsste man wissen, wie viele der Empfohlenen sonst nicht gekommen wären; das zeigt erst ein Versuch.',
    emptyReward: () =>
      'Eine Empfehlung ohne erfasste Prämie zählt als nicht belohnt; Dank ohne Geld ist nicht enthalten.',
    onlyWords: () => 'Das ist, was Menschen sagen; was sie tun, sagt die Empfehlungsrate, die mehr zählt.',
    whenAsked: () =>
      'Wann gefragt wurde, ist nicht bekannt; wird nur nach guten Augenblicken gefragt, sind die Werte zu hoch.',
    stayers: () =>
      'Bestandskunden sind die Gebliebenen und eher zufrieden; ein Wert über dem der Neukunden ist deshalb kein Zeichen, dass es Neukunden schlecht ergeht.',
    overturnDeeds: (values, f) =>
      `Die Aussage fiele, wenn Empfehlern auf nicht erfasste Weise gedankt wurde oder die Begrüßung der Neukunden in den letzten ${f.count(num(values, 'months'))} Monaten auch Bestandskunden offenstand.`,
    overturnWords: (values, f) =>
      `Die Aussage fiele, wenn Neu- und Bestandskunden in den letzten ${f.count(num(values, 'months'))} Monaten bei verschiedenen Anlässen gefragt wurden oder wenn anders denkt, wer nicht antwortete.`,
  },
  details: {
    referralRate:
      'Empfehlungsrate: durch Empfehlung gekommene Neukunden unter denen bekannter Herkunft, Intervall mit allem, was die unbekannten offenlassen',
    rateNone: 'Empfehlungsrate, wenn kein Neukunde unbekannter Herkunft empfohlen wurde',
    rateAll: 'Empfehlungsrate, wenn alle Neukunden unbekannter Herkunft empfohlen wurden',
    recommenderRate: 'Bestandskunden mit mindestens einer bekannten Empfehlung in zwölf Monaten',
    conversion: 'Empfehlungen, aus denen ein Vertrag wurde',
    kFactor: 'Mitgebrachte Neukunden je Kunde und Zyklus (K)',
    multiplier: 'Was aus einem Neukunden samt Nachfolgenden wird, 1 / (1 − K)',
    stayedPremium:
      'Empfohlene, die nach zwölf Monaten noch da sind, mehr als andere derselben Linie und desselben Halbjahrs',
    marginPremium:
      'Jährlicher Deckungsbeitrag Empfohlener, mehr als bei anderen derselben Linie und desselben Halbjahrs',
    reward: 'Erhielt der Kunde, der einen Neukunden mitbrachte',
    welcome: 'Erhielt ein Neukunde derselben Linie',
    nps: 'Net Promoter Score aller Antwortenden',
    npsExisting: 'Net Promoter Score der Bestandskunden',
    npsNewcomers: 'Net Promoter Score der Neukunden (erste zwölf Monate)',
    sayDoGap: 'Fürsprecher ohne bekannte Empfehlung (Wort-Tat-Lücke)',
  },
  counts: {
    newcomers: 'Neukunden in der Herkunftsliste',
    knownSource: 'Davon mit bekannter Herkunft',
    recommended: 'Davon durch Empfehlung',
    brought: 'Neukunden mit bekanntem Empfehler',
    rewarded: 'Davon mit Prämie für den Empfehler',
    answers: 'Antwortende',
    existingAnswers: 'Davon Bestandskunden',
    newcomerAnswers: 'Davon Neukunden',
  },
  excluded: {
    unlisted: 'Neukunden nach Vertrag, die in keiner Herkunftsliste stehen',
    withoutContract: 'Antworten, die zu keinem bekannten Vertrag gehören',
  },
  dimensions: {},
  charts: {
    thanks: {
      title: 'Dank und Begrüßung je Neukunde',
      x: 'Wer etwas erhält',
      y: 'Geld je Neukunde',
      series: {
        existing: 'Bestandskunden',
        newcomer: 'Neukunden',
        reward: 'Kunde, der einen mitbrachte',
        welcome: 'Neukunde',
      },
    },
    rate: {
      title: 'Empfehlungsrate und was die unbekannten offenlassen',
      x: 'Wenn von den unbekannten ...',
      y: 'Anteil der Neukunden',
      series: {
        rate: 'Empfehlungsrate',
        none: 'keiner empfohlen wurde',
        asKnown: 'so viele wie bei den bekannten',
        all: 'alle empfohlen wurden',
      },
    },
    nps: {
      title: 'Empfehlungsbereitschaft',
      x: 'Wer antwortete',
      y: 'Net Promoter Score',
      series: { existing: 'Bestandskunden', newcomer: 'Neukunden' },
    },
  },
};

function deedsDe(v: Verdict, f: Format): string {
  const rate = rateOf(v, f);
  if (rate === null) return 'Die Daten lassen nicht erkennen, wie viele Neukunden durch Empfehlung kommen.';
  const told = `${rate.rate} der Neukunden bekannter Herkunft kamen durch Empfehlung (${rate.low} bis ${rate.high} mit dem, was die unbekannten offenlassen)`;
  const [reward, welcome] = [find(v, 'reward'), find(v, 'welcome')];
  if (v.effect === null || reward === null || welcome === null)
    return `${told}; ob das so gedankt wird, wie Neukunden begrüßt werden, lassen die Daten nicht erkennen; Stand ${dayOf(v, f)}.`;
  const { size, low, high } = intervalOf(v.effect, euros, f);
  const evidence = `Kunden, die einen Neukunden mitbrachten, erhielten ${write(reward, f)}, Neukunden derselben Linie ${write(welcome, f)} (Abstand ${size}, Intervall ${low} bis ${high}; Stand ${dayOf(v, f)})`;
  if (v.outcome === 'finding')
    return `${told}, und wer einen mitbringt, dem wird weniger gedankt, als ein Neukunde begrüßt wird: ${evidence}.`;
  if (v.outcome === 'clear' || v.outcome === 'reversed')
    return `${told}, und wer einen mitbringt, dem wird nicht um so viel weniger gedankt, wie von Belang ist: ${evidence}.`;
  return `${told}; ob dem, der einen mitbringt, weniger gedankt wird, lassen die Daten nicht erkennen: ${evidence}.`;
}

function wordsDe(v: Verdict, f: Format): string {
  const score = find(v, 'nps');
  if (score === null) return 'Die Daten lassen nicht erkennen, ob Kunden Sie empfehlen würden.';
  const all = intervalOf(score, points, f);
  const told = `Net Promoter Score ${all.size} Punkte (${all.low} bis ${all.high})`;
  if (v.effect === null)
    return `${told}; ob Bestandskunden unter Neukunden liegen, lassen die Daten nicht erkennen; Stand ${dayOf(v, f)}.`;
  const { size, low, high } = intervalOf(v.effect, points, f);
  const evidence = `Neukunden minus Bestandskunden derselben Linie ${size} Punkte, Intervall ${low} bis ${high}; ${told}; Stand ${dayOf(v, f)}`;
  if (v.outcome === 'finding') return `Ja: Bestandskunden würden weniger gern empfehlen als Neukunden (${evidence}).`;
  if (v.outcome === 'clear' || v.outcome === 'reversed')
    return `Nein: Bestandskunden würden nicht um so viel weniger gern empfehlen als Neukunden, wie von Belang ist (${evidence}).`;
  return `Die Daten lassen nicht erkennen, ob Bestandskunden weniger gern empfehlen würden als Neukunden (${evidence}).`;
}

export const recommendationMessages: CheckMessages = { en, de };
