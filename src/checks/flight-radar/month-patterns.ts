import { EXPOSURES, type Exposure } from '#domain/exposure.ts';

/** Lower ends of the bands of tenure, in months, after the first. */
export const TENURE_EDGES = [6, 13, 18, 24, 30, 42, 60, 84, 120] as const;

/** Parts of a pattern of exposures: how many levels each has. Levels of `peer`: within a year after a tied customer's exit, within three months. */
const PARTS = {
  price_gap: 4,
  contact_change: 3,
  peer: 3,
  drought: 2,
  long_wait: 2,
  unresolved_case: 2,
  claim_refusal: 2,
  new_only_offer: 2,
} as const;
export type PatternPart = keyof typeof PARTS;

/** What a level of the price gap stands for: its middle, as a share of the newcomer price. */
export const GAP_MIDDLES = [0, 0.05, 0.12, 0.2] as const;

const bit = (column: string, month: string) => `toInt32(bitTest(${column}, ${month}))`;
const LEVEL: Readonly<Record<PatternPart, (month: string) => string>> = {
  price_gap: (m) => `(${bit('gap_1', m)} + ${bit('gap_2', m)} + ${bit('gap_3', m)})`,
  contact_change: (m) => `(${bit('change_soon', m)} + 2 * ${bit('change_later', m)})`,
  peer: (m) => `(${bit('peer_before', m)} + ${bit('peer_exit', m)})`,
  drought: (m) => bit('drought', m),
  long_wait: (m) => bit('long_wait', m),
  unresolved_case: (m) => bit('unresolved_case', m),
  claim_refusal: (m) => bit('claim_refusal', m),
  new_only_offer: (m) => bit('new_only_offer', m),
};

const names = Object.keys(PARTS).filter((name): name is PatternPart => name in PARTS);
const weights: Readonly<Record<string, number>> = Object.fromEntries(
  names.map((name, i) => [name, names.slice(0, i).reduce((product, before) => product * PARTS[before], 1)]),
);

/** All exposures of a month as one number. */
export const patternSql = (month: string) =>
  names.map((name) => `${weights[name] ?? 1} * ${LEVEL[name](month)}`).join(' + ');

/** The number of a month under these levels; the others are 0. */
export function patternOf(levels: Partial<Record<string, number>>): number {
  return names.reduce((sum, name) => sum + (weights[name] ?? 1) * (levels[name] ?? 0), 0);
}

/** The level of one part of a pattern. */
export function levelOf(pattern: number, part: PatternPart): number {
  return Math.floor(pattern / (weights[part] ?? 1)) % PARTS[part];
}

export const tenureSql = (month: string) => {
  const cases = TENURE_EDGES.map((edge, band) => `${month} - start_month < ${edge}, ${band}`);
  return `multiIf(${cases.join(', ')}, ${TENURE_EDGES.length})`;
};

export const knownSql = EXPOSURES.map((exposure, i) => `${2 ** i} * knows_${exposure}`).join(' + ');
export const isKnown = (known: number, exposure: Exposure) =>
  Math.floor(known / 2 ** EXPOSURES.indexOf(exposure)) % 2 === 1;

/** Whether acts of the company touch a month; a price is no act of one day, and what a tied customer does is not the company's. */
export const exposedSql = (month: string) =>
  `${bit('change_soon', month)} + ${bit('change_later', month)} + ${['drought', 'long_wait', 'unresolved_case', 'claim_refusal', 'new_only_offer'].map((column) => bit(column, month)).join(' + ')} > 0`;

/** The acts that touch a month, named as in the order for action ("drought+long_wait"). */
export const actsSql = (month: string) => {
  const acts: readonly (readonly [Exposure, string])[] = [
    ['drought', bit('drought', month)],
    ['long_wait', bit('long_wait', month)],
    ['contact_change', `greatest(${bit('change_soon', month)}, ${bit('change_later', month)})`],
    ['unresolved_case', bit('unresolved_case', month)],
    ['claim_refusal', bit('claim_refusal', month)],
    ['new_only_offer', bit('new_only_offer', month)],
  ];
  const named = acts.map(([act, touched]) => `if(${touched} = 1, '${act}', '')`);
  return `arrayStringConcat(arrayFilter(act -> act != '', [${named.join(', ')}]), '+')`;
};
