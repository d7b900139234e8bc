import type { Outcome } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { selectCells, sumOf } from '../cells.ts';
import type { AssessInput } from '../check.ts';
import { holds } from '../inventory.ts';
import { judgeGap, turnsRound } from '../judge-gap.ts';
import { inconclusive, type Note, quantity, type Stratum, type Verdict, verdict } from '../verdict.ts';
import { differenceOf, dropOf, rateOf, rateOfSums, ratioOf } from './drop.ts';
import { courseChart, detailsOf } from './figures.ts';
import type { courtshipCells } from './query.ts';
import type { CourtshipSettings } from './settings.ts';

type Input = AssessInput<CourtshipSettings, keyof typeof courtshipCells>;
const note = (id: string, values: Note['values'] = {}): Note => ({ id, values });

/** How much more often those were courted who never signed than buyers after signature; null with too few of them. */
function besideProspects({ cells, settings }: Input): Estimate | null {
  if (sumOf(cells.prospects, 'prospects') < settings.minimumProspects || sumOf(cells.prospects, 'courting') === 0)
    return null;
  const prospects = rateOfSums(cells.prospects, ['courting', 'years']);
  const after = rateOf(cells.signatures, 'after', 'courting');
  if (!Number.isFinite(after.low)) return null;
  return differenceOf(prospects, after);
}

interface Judgement {
  readonly outcome: Outcome;
  readonly reason: Note | null;
  readonly sharpen?: string;
}

function judged(input: Input, drop: Estimate, prospects: Estimate | null): Judgement {
  const { settings, cells, audit } = input;
  const asOf = audit.asOf;
  const outcome = judgeGap(drop, settings.relevantDrop);
  const possible = dropOf(ratioOf(cells.signatures, 'after', 'possible'));
  if (turnsRound(drop, possible, settings.relevantDrop)) {
    const share = sumOf(cells.signatures, 'toneless') / sumOf(cells.signatures, 'entries');
    return { outcome: 'inconclusive', reason: note('toneDecides', { share, asOf }), sharpen: 'contact.tone' };
  }
  const heard = sumOf(cells.signatures, 'heard_before') / sumOf(cells.signatures, 'signatures');
  if (outcome === 'finding' && prospects !== null && !(prospects.low > 0))
    return { outcome: 'inconclusive', reason: note('buyersOnly', { difference: prospects.value, asOf }) };
  if (outcome === 'reversed' && heard < settings.minimumLoggedBefore)
    return {
      outcome: 'inconclusive',
      reason: note('beforeUnlogged', { has: heard, needed: settings.minimumLoggedBefore, asOf }),
    };
  const [courted, after] = ['courted', 'courted_after'].map((name) => sumOf(cells.signatures, name));
  // As many contacts before, but with fewer people: of the others the time before may not be on record, and a drop with it.
  if (outcome === 'clear' && (courted ?? 0) < settings.minimumCourtedBefore * (after ?? 0)) {
    const signatures = sumOf(cells.signatures, 'signatures');
    return {
      outcome: 'inconclusive',
      reason: note('beforePartly', { has: (courted ?? 0) / signatures, after: (after ?? 0) / signatures, asOf }),
    };
  }
  if (outcome !== 'inconclusive') return { outcome, reason: null };
  const { value, low, high } = drop;
  return { outcome, reason: note('wideInterval', { value, low, high, relevant: settings.relevantDrop, asOf }) };
}

function strataOf({ cells: { signatures }, settings }: Input): readonly Stratum[] {
  const channels = [...new Set(signatures.tuples.map(([channel]) => String(channel ?? '')))].sort();
  return channels.flatMap((channel): readonly Stratum[] => {
    if (channel === '' || channel === '*') return [];
    const part = selectCells(signatures, (tuple) => tuple[0] === channel);
    const counts = { signatures: sumOf(part, 'signatures'), courted: sumOf(part, 'courted') };
    if (counts.courted < settings.minimumSignatures) return [];
    const drop = dropOf(ratioOf(part, 'after', 'courting'));
    const outcome = judgeGap(drop, settings.relevantDrop);
    return [{ key: `channel:${channel}`, effect: quantity(drop, 'share'), outcome, counts }];
  });
}

function countsOf({ cells }: Input) {
  const sum = (name: string) => sumOf(cells.signatures, name);
  return {
    signatures: sum('signatures'),
    courted: sum('courted'),
    contactsBefore: sum('before_courting'),
    contactsAfter: sum('after_courting'),
    prospects: sumOf(cells.prospects, 'prospects'),
  };
}

function caveatsOf({ cells }: Input, prospects: Estimate | null): readonly Note[] {
  const sum = (name: string) => sumOf(cells.signatures, name);
  const entries = sum('entries');
  const byKind = entries > 0 ? (sum('by_kind') + sum('toneless')) / entries : 0;
  return [
    prospects === null ? note('noProspects') : note('besideProspects', { difference: prospects.value }),
    ...(byKind > 0.5 ? [note('toneByKind', { share: byKind })] : []),
    note('whatCounts'),
    note('noMoney'),
  ];
}

function naiveOf({ cells: { signatures } }: Input): Estimate | null {
  if (sumOf(signatures, 'before_all') === 0) return null;
  const perYear = (window: string) => sumOf(signatures, `${window}_all`) / sumOf(signatures, `${window}_years`);
  const value = 1 - perYear('after') / perYear('before');
  return Number.isFinite(value) ? { value, low: value, high: value, level: 0.95 } : null;
}

/** Pure: sums of signatures in, the verdict on what comes after courtship out. */
export function assessCourtship(input: Input): readonly Verdict[] {
  const { cells, settings, audit, inventory } = input;
  const asOf = audit.asOf;
  if (!['kind', 'tone'].some((column) => holds(inventory, 'contact', column))) {
    const reason = note('missingColumns', { columns: 'contact.kind' });
    return [verdict({ outcome: 'notApplicable', reason, sharpen: 'contact.kind' })];
  }
  const counts = countsOf(input);
  const needed = settings.minimumSignatures;
  if (counts.signatures < needed)
    return [inconclusive('fewSignatures', { needed, has: counts.signatures, asOf }, { counts })];
  if (counts.courted < needed) return [inconclusive('fewBefore', { needed, has: counts.courted, asOf }, { counts })];
  const ratio = ratioOf(cells.signatures, 'after', 'courting');
  const drop = dropOf(ratio);
  const prospects = besideProspects(input);
  const naive = naiveOf(input);
  return [
    verdict({
      ...judged(input, drop, prospects),
      grade: 'C',
      effect: quantity(drop, 'share'),
      naive: naive === null ? null : quantity(naive, 'share'),
      strata: strataOf(input),
      details: detailsOf(cells, ratio, prospects),
      counts,
      affected: sumOf(cells.signatures, 'affected'),
      adjustedFor: ['contact.customer_id', 'contact.tone'].filter(
        (name) => name !== 'contact.tone' || holds(inventory, 'contact', 'tone'),
      ),
      caveats: caveatsOf(input, prospects),
      overturn: note('overturn', { asOf }),
      charts: [courseChart(cells.course)],
    }),
  ];
}
