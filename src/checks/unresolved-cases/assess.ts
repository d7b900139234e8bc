import type { EvidenceGrade, Outcome } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { type Cells, selectCells, sumOf } from '../cells.ts';
import type { AssessInput } from '../check.ts';
import { holds, type Inventory } from '../inventory.ts';
import { judgeGap } from '../judge-gap.ts';
import { type Detail, inconclusive, type Note, quantity, type Stratum, type Verdict, verdict } from '../verdict.ts';
import { type MatterCounts, matterCounts } from './matter-counts.ts';
import { LATER, type matterCells } from './query.ts';
import { returnChart } from './return-chart.ts';
import { type Gap, returnGap, returnShare } from './return-shares.ts';
import type { UnresolvedCasesSettings } from './settings.ts';

type CellName = keyof typeof matterCells;
type Input = AssessInput<UnresolvedCasesSettings, CellName>;

const COUNTED = { matters: 'counted', returned: 'returned' };
const CALLERS = { by: 'caller', first: 'existing', other: 'newcomer', strata: ['topic', 'channel'] };
const QUIET = { matters: 'quiet', returned: 'later' };
const APPROVALS = { by: 'needed_approval', first: '1', other: '0', strata: ['topic'] };
const note = (when: boolean, id: string, values: Note['values'] = {}): Note[] => (when ? [{ id, values }] : []);
const of = (cells: Cells, column: string) => {
  const at = cells.by.indexOf(column);
  return (value: string) => (tuple: readonly unknown[]) => String(tuple[at]) === value;
};

/** What was compared, and against what. */
interface Judged {
  readonly outcome: Outcome;
  readonly grade: EvidenceGrade;
  readonly effect: Estimate;
  readonly naive: Estimate;
  readonly gap: Gap | null;
  /** Part of the gap that is there because one side's matters crowd, where the answer hangs on it. */
  readonly crowding: number | null;
}

/**
 * Matters that crowd meet others of their topic within days by chance. How much of the gap that makes shows in those that came again only
 * weeks later; null where that is the same for both sides.
 */
function crowdingOf(cells: Cells, settings: UnresolvedCasesSettings): number | null {
  const { gap } = returnGap(cells, CALLERS, QUIET, settings.minimumPerStratum);
  return gap.low > 0 || gap.high < 0 ? (gap.value * settings.returnDays) / (LATER.to - LATER.from) : null;
}

const lessBy = (part: number, { value, low, high, level: nominal }: Estimate): Estimate => ({
  value: value - part,
  low: low - part,
  high: high - part,
  level: nominal,
});

function compare(cells: Cells, found: MatterCounts, settings: UnresolvedCasesSettings): Judged | null {
  if (Math.min(found.existing, found.newcomers) < settings.minimumCases) return null;
  const gap = returnGap(cells, CALLERS, COUNTED, settings.minimumPerStratum);
  if (!(gap.overlap >= settings.minimumOverlap)) return null;
  const grade = found.standIn === 0 && !found.noTopics ? 'C' : 'D';
  const judged = judgeGap(gap.gap, settings.relevantGap);
  const crowding = crowdingOf(cells, settings);
  const hangs = crowding !== null && judgeGap(lessBy(crowding, gap.gap), settings.relevantGap) !== judged;
  return {
    outcome: hangs ? 'inconclusive' : judged,
    grade,
    effect: gap.gap,
    naive: gap.naive,
    gap,
    crowding: hangs && judged !== 'inconclusive' ? crowding : null,
  };
}

/** Without newcomers to compare with, the share itself is held against what is put up with. */
function level(cells: Cells, { toleratedReturn }: UnresolvedCasesSettings): Judged {
  const share = returnShare(cells, 'newcomer', COUNTED);
  const within: Outcome = share.high < toleratedReturn ? 'clear' : 'inconclusive';
  return {
    outcome: share.low > toleratedReturn ? 'finding' : within,
    grade: 'D',
    effect: share,
    naive: share,
    gap: null,
    crowding: null,
  };
}

function strataOf(cells: Cells, settings: UnresolvedCasesSettings, compared: boolean): readonly Stratum[] {
  const topic = of(cells, 'topic');
  const caller = of(cells, 'caller');
  const names = [...new Set(cells.tuples.map((tuple) => String(tuple[cells.by.indexOf('topic')])))].sort();
  return names
    .filter((name) => name !== '' && name !== '*')
    .flatMap((name): readonly Stratum[] => {
      const part = selectCells(cells, topic(name));
      const newcomers = sumOf(part, 'counted', caller('newcomer'));
      const key = `topic:${name}`;
      if (compared) {
        const existing = sumOf(part, 'counted', caller('existing'));
        if (existing < settings.minimumCases || newcomers < 30) return [];
        const { gap } = returnGap(part, CALLERS, COUNTED, settings.minimumPerStratum);
        const effect = quantity(gap, 'percentagePoints');
        return [{ key, effect, outcome: judgeGap(gap, settings.relevantGap), counts: { existing, newcomers } }];
      }
      const matters = sumOf(part, 'counted') - newcomers;
      if (matters < settings.minimumCases) return [];
      const judged = level(part, settings);
      return [{ key, effect: quantity(judged.effect, 'share'), outcome: judged.outcome, counts: { matters } }];
    });
}

/** Returns after a permission was needed and otherwise, at the same topics. */
function approvalDetails(cells: Cells, settings: UnresolvedCasesSettings): readonly Detail[] {
  const own = selectCells(cells, (tuple) => !of(cells, 'caller')('newcomer')(tuple));
  const needed = sumOf(own, 'counted', of(own, 'needed_approval')('1'));
  const other = sumOf(own, 'counted') - needed;
  if (Math.min(needed, other) < settings.minimumCases) return [];
  const { gap, share, otherShare } = returnGap(own, APPROVALS, COUNTED, settings.minimumPerStratum);
  return [
    { key: 'returnAfterApproval', quantity: quantity(share, 'share') },
    { key: 'returnWithoutApproval', quantity: quantity(otherShare, 'share') },
    { key: 'approvalGap', quantity: quantity(gap, 'percentagePoints') },
  ];
}

function detailsOf({ cells, settings }: Input, found: MatterCounts, { gap }: Judged): readonly Detail[] {
  const detail = (key: string, estimate: Estimate): Detail => ({ key, quantity: quantity(estimate, 'share') });
  const marked = sumOf(cells.matters, 'marked');
  return [
    ...(gap === null ? [] : [detail('returnExisting', gap.share), detail('returnNewcomer', gap.otherShare)]),
    detail('resolvedAtOnce', complement(returnShare(cells.matters, 'newcomer', COUNTED))),
    ...[3, 14, 30].map((days) =>
      detail(
        `return${days}`,
        returnShare(cells.matters, 'newcomer', { matters: `seen${days}`, returned: `returned${days}` }),
      ),
    ),
    ...(marked >= settings.minimumCases
      ? [detail('markedSettled', wilsonInterval({ successes: sumOf(cells.matters, 'markedSettled'), trials: marked }))]
      : []),
    ...(found.transferred > 0
      ? [detail('transferred', wilsonInterval({ successes: found.transferred, trials: found.counted }))]
      : []),
    ...approvalDetails(cells.matters, settings),
  ];
}

const complement = ({ value, low, high, level: nominal }: Estimate): Estimate => ({
  value: 1 - value,
  low: 1 - high,
  high: 1 - low,
  level: nominal,
});

function caveatsOf(found: MatterCounts, judged: Judged, settings: UnresolvedCasesSettings): readonly Note[] {
  const needed = settings.minimumCases;
  const lone = judged.gap === null;
  return [
    ...note(lone, 'noNewcomers', { needed, has: found.newcomers, tolerated: settings.toleratedReturn }),
    ...note(!lone && (judged.gap?.overlap ?? 1) < settings.fullOverlap, 'partialOverlap', {
      overlap: judged.gap?.overlap ?? 0,
    }),
    ...note(found.noTopics, 'noTopics'),
    ...note(found.standIn === 1, 'countStandsIn'),
    ...note(found.standIn === 2, 'markStandsIn'),
    ...note(!found.byCase, 'contactsOnly'),
    ...note(found.untold > 0, 'untold', { cases: found.untold }),
    ...note(found.openedLate > 0, 'openedLate', { matters: found.openedLate }),
    ...note(true, 'noMoney'),
  ];
}

function missing(inventory: Inventory): Verdict | null {
  const contacts = holds(inventory, 'contact', 'customer_id') && holds(inventory, 'contact', 'topic');
  if (holds(inventory, 'case', 'case_id') || contacts) return null;
  const reason = { id: 'missingColumns', values: { columns: 'case.customer_id, contact.topic' } };
  return verdict({ outcome: 'notApplicable', reason, sharpen: 'case.customer_id' });
}

function reasonOf({ outcome, effect, gap, crowding }: Judged, settings: UnresolvedCasesSettings): Note | null {
  if (outcome !== 'inconclusive') return null;
  const { low, high } = effect;
  if (gap === null) return { id: 'nearTolerated', values: { low, high, tolerated: settings.toleratedReturn } };
  if (crowding !== null) return { id: 'crowdedMatters', values: { value: effect.value, crowding, ...LATER } };
  return { id: 'wideInterval', values: { low, high, relevant: settings.relevantGap } };
}

/** Sums of matters to the verdict whether existing customers have to come again more often; see the method in the messages. */
export function assessUnresolvedCases(input: Input): readonly Verdict[] {
  const { cells, settings, audit, inventory } = input;
  const absent = missing(inventory);
  if (absent !== null) return [absent];
  const found = matterCounts(cells.matters);
  const parts: Partial<Verdict> = {
    counts: {
      existing: found.existing,
      newcomers: found.newcomers,
      others: found.counted - found.existing - found.newcomers,
    },
    excluded: { recent: found.recent, continued: found.continued, untold: found.untold },
  };
  const own = found.counted - found.newcomers;
  const needed = settings.minimumCases;
  if (own < needed) {
    const id = own + found.untold < needed ? 'tooFewCases' : 'tooFewTold';
    return [inconclusive(id, { needed, has: own, untold: found.untold }, parts)];
  }
  if (found.oneSidedLog && Math.min(own, found.newcomers) >= needed)
    return [inconclusive('oneSidedLog', {}, { ...parts, sharpen: 'contact.customer_id' })];
  const judged = compare(cells.matters, found, settings) ?? level(cells.matters, settings);
  const { outcome, grade, effect, naive, gap } = judged;
  const unit = gap === null ? 'share' : 'percentagePoints';
  const topics = found.noTopics ? [] : [found.byCase ? 'case.topic' : 'contact.topic'];
  return [
    verdict({
      ...parts,
      outcome,
      grade,
      effect: quantity(effect, unit),
      naive: quantity(naive, unit),
      affected: found.cameAgain,
      strata: strataOf(cells.matters, settings, gap !== null),
      details: detailsOf(input, found, judged),
      adjustedFor: gap === null ? [] : [...topics, ...(found.byCase ? [] : ['contact.channel'])],
      overlap: gap === null ? null : gap.overlap,
      caveats: caveatsOf(found, judged, settings),
      reason: reasonOf(judged, settings),
      overturn: { id: 'otherMatter', values: { asOf: audit.asOf, days: settings.returnDays } },
      charts: [returnChart(cells.matters, gap !== null)],
    }),
  ];
}
