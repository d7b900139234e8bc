import { byText } from '#domain/by-text.ts';
import type { Outcome } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { medianSurvival } from '#statistics/survival/median-survival.ts';
import { riskTable } from '#statistics/survival/risk-table.ts';
import { type CellKey, type Cells, sumOf } from '../cells.ts';
import type { AssessInput } from '../check.ts';
import {
  type Chart,
  type Detail,
  inconclusive,
  type Note,
  quantity,
  type Stratum,
  type Verdict,
  verdict,
} from '../verdict.ts';
import type { mentionCells } from './query.ts';
import { FAMILIES } from './reason-families.ts';
import type { PublicVoiceSettings } from './settings.ts';
import { assessStars } from './stars.ts';

type CellName = keyof typeof mentionCells;
type Input = AssessInput<PublicVoiceSettings, CellName>;

function judge({ low, high }: Estimate, relevant: number): Outcome {
  if (low > relevant) return 'finding';
  return high < relevant ? 'clear' : 'inconclusive';
}

const share = (successes: number, trials: number) => wilsonInterval({ successes, trials });
const note = (when: boolean, id: string, values: Note['values'] = {}): Note[] => (when ? [{ id, values }] : []);

type Tuple = readonly CellKey[];
const reader = (cells: Cells) => (name: string) => {
  const at = cells.by.indexOf(name);
  return (tuple: Tuple) => String(tuple[at]);
};

interface Voice {
  readonly customers: number;
  readonly negative: number;
  readonly coded: number;
  /** Complaints about being a customer already: such a reason in a mention that is not positive. */
  readonly neglect: number;
  /** The same among the negative ones alone. */
  readonly codedNeglect: number;
  readonly firm: number;
  readonly others: number;
  readonly unknown: number;
  readonly due: number;
  readonly replied: number;
  readonly all: number;
  readonly allNegative: number;
}

function voiceOf(cells: Cells): Voice {
  const read = reader(cells);
  const [speaker, polarity, reason, family] = ['speaker', 'polarity', 'reason', 'family'].map(read);
  const who = (name: string) => (tuple: Tuple) => speaker?.(tuple) === name;
  const own = (tuple: Tuple) => who('customer')(tuple);
  const bad = (tuple: Tuple) => polarity?.(tuple) === 'negative';
  const praise = (tuple: Tuple) => polarity?.(tuple) === 'positive';
  return {
    customers: sumOf(cells, 'mentions', own),
    negative: sumOf(cells, 'mentions', (t) => own(t) && bad(t)),
    coded: sumOf(cells, 'mentions', (t) => own(t) && bad(t) && reason?.(t) !== ''),
    neglect: sumOf(cells, 'mentions', (t) => own(t) && !praise(t) && family?.(t) !== ''),
    codedNeglect: sumOf(cells, 'mentions', (t) => own(t) && bad(t) && family?.(t) !== ''),
    firm: sumOf(cells, 'mentions', who('firm')),
    others: sumOf(cells, 'mentions', who('other')),
    unknown: sumOf(cells, 'unknown'),
    due: sumOf(cells, 'due', own),
    replied: sumOf(cells, 'replied', own),
    all: sumOf(cells, 'mentions'),
    allNegative: sumOf(cells, 'mentions', bad),
  };
}

/**
 * Share of mentions that complain of neglect, as if the negative ones without a reason were like those with one; the limits also hold that
 * none of them is about it, or all.
 */
function neglectShare({ customers, negative, coded, neglect, codedNeglect }: Voice): Estimate {
  const uncoded = negative - coded;
  const of = (more: number) => share(neglect + more, customers);
  if (uncoded === 0) return of(0);
  const { low, level } = of(0);
  return { value: (neglect + (uncoded * codedNeglect) / coded) / customers, low, high: of(uncoded).high, level };
}

/** Reasons of the negative mentions of customers with their shares, the most frequent first; small ones stay hidden. */
function reasonStrata(cells: Cells, coded: number, least: number, outcome: Outcome): readonly Stratum[] {
  const read = reader(cells);
  const [speaker, polarity, reason, family] = ['speaker', 'polarity', 'reason', 'family'].map(read);
  const names = [...new Set(cells.tuples.map((tuple) => reason?.(tuple) ?? ''))].filter(
    (name) => name !== '' && name !== '*',
  );
  return names
    .map((name) => {
      const own = (t: Tuple) => speaker?.(t) === 'customer' && polarity?.(t) === 'negative' && reason?.(t) === name;
      const about = cells.tuples.some((t) => reason?.(t) === name && family?.(t) !== '');
      return { name, mentions: sumOf(cells, 'mentions', own), about };
    })
    .filter(({ mentions }) => mentions >= least)
    .sort((a, b) => b.mentions - a.mentions || byText(a.name, b.name))
    .slice(0, 10)
    .map(({ name, mentions, about }): Stratum => {
      const judged: Outcome = about && outcome === 'finding' ? 'finding' : 'clear';
      return {
        key: `reason:${name}`,
        effect: quantity(share(mentions, coded), 'share'),
        outcome: judged,
        counts: { mentions },
      };
    });
}

function familyDetails(cells: Cells, customers: number, least: number): readonly Detail[] {
  const read = reader(cells);
  const [speaker, polarity, family] = ['speaker', 'polarity', 'family'].map(read);
  return Object.keys(FAMILIES).flatMap((name) => {
    const mentions = sumOf(
      cells,
      'mentions',
      (t) => speaker?.(t) === 'customer' && polarity?.(t) !== 'positive' && family?.(t) === name,
    );
    return mentions < least ? [] : [{ key: name, quantity: quantity(share(mentions, customers), 'share') }];
  });
}

function replyTime(cells: Cells): Estimate | null {
  const [hours, replied] = ['reply_hours', 'is_replied'].map((name) => cells.by.indexOf(name));
  const event = cells.tuples.map((tuple) => (Number(tuple[replied ?? -1]) === 1 ? 1 : 0));
  if (!event.includes(1)) return null;
  const exit = cells.tuples.map((tuple) => Number(tuple[hours ?? -1]));
  const median = medianSurvival(riskTable({ entry: null, exit, event, weights: cells.total }));
  return Number.isFinite(median.value) ? median : null;
}

function chartsOf(cells: Input['cells'], strata: readonly Stratum[], least: number): readonly Chart[] {
  const [half, polarity] = ['half_year', 'polarity'].map(reader(cells.halves));
  const halves = [...new Set(cells.halves.tuples.map((tuple) => half?.(tuple) ?? ''))].sort();
  const trend = halves.flatMap((name) => {
    const all = sumOf(cells.halves, 'mentions', (t) => half?.(t) === name);
    if (all < least) return [];
    const bad = sumOf(cells.halves, 'mentions', (t) => half?.(t) === name && polarity?.(t) === 'negative');
    const { value, low, high } = share(bad, all);
    return [{ series: 'negative', x: name, value, low, high }];
  });
  const reasons = strata.flatMap(({ key, effect }) =>
    effect === null
      ? []
      : [{ series: 'reason', x: key.slice('reason:'.length), value: effect.value, low: effect.low, high: effect.high }],
  );
  return [
    ...(reasons.length > 0
      ? [{ id: 'reasons', kind: 'bars', unit: 'share', points: reasons, benchmark: [] } as const]
      : []),
    ...(trend.length > 1 ? [{ id: 'trend', kind: 'bars', unit: 'share', points: trend, benchmark: [] } as const] : []),
  ];
}

/**
 * Mentions to two verdicts: how loudly existing customers complain of how they are treated, and whether the stars they give fall.
 * Testimony, never more.
 */
export function assessPublicVoice(input: Input): readonly Verdict[] {
  return [assessNeglect(input), ...assessStars(input)];
}

function assessNeglect({ cells, settings, audit }: Input): Verdict {
  const voice = voiceOf(cells.mentions);
  const parts: Partial<Verdict> = {
    counts: { customers: voice.customers, negative: voice.negative, coded: voice.coded },
    excluded: { firm: voice.firm, others: voice.others },
  };
  const needed = settings.minimumMentions;
  if (voice.customers < needed) return inconclusive('tooFewMentions', { needed, has: voice.customers }, parts);
  const negative: Detail = {
    key: 'negativeShare',
    quantity: quantity(share(voice.negative, voice.customers), 'share'),
  };
  if (voice.negative > 0 && voice.coded === 0)
    return inconclusive(
      'noReasons',
      { negative: voice.negative },
      { ...parts, details: [negative], sharpen: 'mention.reason_code' },
    );
  const effect = neglectShare(voice);
  const outcome = judge(effect, settings.relevantShare);
  const least = settings.minimumPerReason;
  const strata = voice.coded > 0 ? reasonStrata(cells.mentions, voice.coded, least, outcome) : [];
  const median = replyTime(cells.replies);
  return verdict({
    ...parts,
    outcome,
    grade: 'D',
    effect: quantity(effect, 'share'),
    naive: quantity(share(voice.allNegative, voice.all), 'share'),
    strata,
    details: [
      negative,
      ...familyDetails(cells.mentions, voice.customers, least),
      ...(voice.due >= needed && voice.replied > 0
        ? [{ key: 'repliedShare', quantity: quantity(share(voice.replied, voice.due), 'share') } as const]
        : []),
      ...(median === null ? [] : [{ key: 'replyTime', quantity: quantity(median, 'hours') } as const]),
    ],
    caveats: [
      ...note(true, 'notRepresentative'),
      ...note(voice.unknown > 0.2 * voice.all, 'unknownSpeaker', { share: voice.unknown / voice.all }),
      ...note(voice.coded < 0.8 * voice.negative, 'uncoded', {
        share: 1 - voice.coded / Math.max(voice.negative, 1),
      }),
      ...note(voice.others > 0, 'others', { others: voice.others }),
      ...note(true, 'noMoney'),
    ],
    reason:
      outcome === 'inconclusive'
        ? {
            id: voice.coded < voice.negative ? 'reasonsMissing' : 'wideShare',
            values: { low: effect.low, high: effect.high, relevant: settings.relevantShare },
          }
        : null,
    overturn: { id: 'otherVoices', values: { asOf: audit.asOf } },
    charts: chartsOf(cells, strata, least),
  });
}
