import type { EvidenceGrade, Outcome } from '#domain/verdict-terms.ts';
import type { Cells } from '../cells.ts';
import type { AssessInput } from '../check.ts';
import { holds, type Inventory } from '../inventory.ts';
import { judgeGap } from '../judge-gap.ts';
import { type Detail, type Note, quantity, type Verdict, verdict } from '../verdict.ts';
import { type ContactCounts, contactCounts } from './contact-counts.ts';
import type { waitCells } from './query.ts';
import { refusal } from './refusal.ts';
import type { WaitGapSettings } from './settings.ts';
import { hourChart, waitingChart } from './wait-charts.ts';
import { type GroupFigures, type WaitFigures, waitFigures, waitGap } from './wait-figures.ts';
import { partsOf, stratumOf } from './wait-strata.ts';

type CellName = keyof typeof waitCells;
type Input = AssessInput<WaitGapSettings, CellName>;

/** What was held equal and what was known of the callers. */
interface Standing {
  readonly found: ContactCounts;
  readonly overlap: number;
  readonly adjustedFor: readonly string[];
  readonly unknownShare: number;
}

function standingOf(cells: Readonly<Record<CellName, Cells>>, inventory: Inventory): Standing {
  const found = contactCounts(cells);
  const counted = found.existing + found.newcomers + found.unknown;
  const adjustedFor = [
    ...(found.timedShare >= 0.5 ? ['contact.started_at'] : []),
    ...(found.channelShared && holds(inventory, 'contact', 'channel') ? ['contact.channel'] : []),
    ...(found.topicShared && holds(inventory, 'contact', 'topic') ? ['contact.topic'] : []),
  ];
  return {
    found,
    overlap: found.existing > 0 ? found.existingCompared / found.existing : 0,
    adjustedFor,
    unknownShare: counted > 0 ? found.unknown / counted : 0,
  };
}

function gradeOf(
  { found, overlap, adjustedFor, unknownShare }: Standing,
  { settings, inventory }: Pick<Input, 'settings' | 'inventory'>,
): EvidenceGrade {
  if (adjustedFor.length === 0) return 'D';
  const channelApart = holds(inventory, 'contact', 'channel') && !found.channelShared;
  const rich = adjustedFor.includes('contact.started_at') && adjustedFor.includes('contact.topic') && !channelApart;
  const certain = found.byLineShare <= settings.unknownTolerated && unknownShare <= settings.unknownTolerated;
  return rich && certain && overlap >= settings.fullOverlap ? 'B' : 'C';
}

function detailsOf(figures: WaitFigures, found: ContactCounts, settings: WaitGapSettings): Detail[] {
  const ofGroup = (suffix: string, { figures: named }: GroupFigures, contacts: number) =>
    [...named].flatMap(([name, { estimate, unit }]): Detail[] =>
      (name === 'p90' && contacts < settings.minimumForP90) || !Number.isFinite(estimate.value)
        ? []
        : [{ key: `${name}${suffix}`, quantity: quantity(estimate, unit) }],
    );
  return [
    ...ofGroup('Existing', figures.existing, found.existingCompared),
    ...ofGroup('Newcomer', figures.newcomer, found.newcomersCompared),
    { key: 'gapAnsweredOnly', quantity: quantity(figures.gapAnsweredOnly, 'seconds') },
    { key: 'gapWaitedMax', quantity: quantity(figures.gapWaitedMax, 'seconds') },
  ];
}

/** Hours a year that existing customers would wait less with the newcomers' waits; from a month of data on. */
function lifetimeHours({ gap }: WaitFigures, found: ContactCounts, outcome: Outcome): Detail[] {
  if (outcome !== 'finding' || found.spanDays < 28) return [];
  const hours = (found.existingCompared / found.spanDays) * (365 / 3600);
  const estimate = { value: gap.value * hours, low: gap.low * hours, high: gap.high * hours, level: gap.level };
  return [{ key: 'lifetimeHours', quantity: quantity(estimate, 'count') }];
}

/** The answer if every unknown caller were an existing customer, and if every one were a newcomer. */
function withUnknowns(cells: Cells) {
  const reading = (name: string) => ({ weight: name, seconds: `${name}Seconds`, squares: `${name}Squares` });
  return {
    ifExisting: waitGap(cells, { ...reading('ifExisting'), unknownAs: 'existing' }),
    ifNewcomer: waitGap(cells, { ...reading('ifNewcomer'), unknownAs: 'newcomer' }),
  };
}

/** Says that customers who stand for much of their group are left out; with shares alone, since the one behind them could be known by more. */
function heavyCallers({ existing, newcomers, heavyExisting, heavyNewcomers }: ContactCounts): Note[] {
  if (heavyExisting + heavyNewcomers === 0) return [];
  const share = (heavy: number, others: number) => (heavy > 0 ? heavy / (heavy + others) : 0);
  const values = { existing: share(heavyExisting, existing), newcomers: share(heavyNewcomers, newcomers) };
  return [{ id: 'heavyCallers', values }];
}

function caveatsOf(standing: Standing, settings: WaitGapSettings, inventory: Inventory): Note[] {
  const { found, overlap, adjustedFor, unknownShare } = standing;
  const note = (when: boolean, id: string, values: Note['values'] = {}): Note[] => (when ? [{ id, values }] : []);
  return [
    ...heavyCallers(found),
    ...note(overlap < settings.fullOverlap, 'partialOverlap', { overlap }),
    ...note(unknownShare > 0, 'unknownCallers', { share: unknownShare }),
    ...note(found.byLineShare > settings.unknownTolerated, 'classByLine', { share: found.byLineShare }),
    ...note(!found.topicShared && holds(inventory, 'contact', 'topic'), 'topicNotShared'),
    ...note(!found.channelShared && holds(inventory, 'contact', 'channel'), 'channelNotShared'),
    ...note(!adjustedFor.includes('contact.started_at'), 'noTimeOfDay'),
    ...note(found.transferredShare > 0.1, 'transfers', { share: found.transferredShare }),
    ...note(true, 'noMoney'),
  ];
}

function baseOf({ found, overlap, adjustedFor }: Standing): Partial<Verdict> {
  return {
    counts: {
      existing: found.existing,
      newcomers: found.newcomers,
      unknown: found.unknown,
      existingDays: found.existingDays,
      newcomerDays: found.newcomerDays,
    },
    excluded: {
      shortAbandon: found.shortAbandons,
      noOutcome: found.noOutcome,
      newOnService: found.newOnService,
      written: found.written,
      heavyCaller: found.heavyExisting + found.heavyNewcomers,
      existingWithoutCounterpart: found.existing - found.existingCompared,
      newcomerWithoutCounterpart: found.newcomers - found.newcomersCompared,
    },
    overlap,
    adjustedFor,
    caveats: heavyCallers(found),
  };
}

/** Sums of waits to the verdict on the gap; see the method in the messages. */
export function assessWaitGap({ cells, settings, audit, inventory }: Input): readonly Verdict[] {
  const standing = standingOf(cells, inventory);
  const { found, unknownShare } = standing;
  const base = baseOf(standing);
  const refused = refusal(found, settings, base);
  if (refused !== null) return [refused];
  const figures = waitFigures(cells.waits);
  const judged = judgeGap(figures.gap, settings.relevantGapSeconds);
  const whoever = withUnknowns(cells.unknowns);
  const depends =
    unknownShare > settings.unknownTolerated &&
    Object.values(whoever).some((gap) => judgeGap(gap, settings.relevantGapSeconds) !== judged);
  const outcome = depends ? 'inconclusive' : judged;
  const bounds = { low: figures.gapAnsweredOnly.value, high: figures.gapWaitedMax.value, asOf: audit.asOf };
  const hours = partsOf(cells.hours, 'hour', 'hour_band', settings);
  const parts = [
    ...hours,
    ...partsOf(cells.parts, 'topic', 'topic', settings),
    ...partsOf(cells.parts, 'channel', 'channel', settings),
  ];
  return [
    verdict({
      ...base,
      outcome,
      grade: gradeOf(standing, { settings, inventory }),
      effect: quantity(figures.gap, 'seconds'),
      naive: quantity(found.naive, 'seconds'),
      affected: found.longWaits,
      strata: parts.map((part) => stratumOf(part, settings)),
      details: [
        ...detailsOf(figures, found, settings),
        ...(found.unknown === 0
          ? []
          : Object.entries(whoever).map(([key, gap]) => ({ key, quantity: quantity(gap, 'seconds') }))),
        ...lifetimeHours(figures, found, outcome),
      ],
      caveats: caveatsOf(standing, settings, inventory),
      reason: reasonOf(outcome, depends, figures, unknownShare, settings),
      overturn: { id: 'patience', values: bounds },
      charts: [waitingChart(figures), hourChart(hours)],
    }),
  ];
}

function reasonOf(
  outcome: Outcome,
  depends: boolean,
  { gap }: WaitFigures,
  unknownShare: number,
  { relevantGapSeconds, unknownTolerated }: WaitGapSettings,
): Note | null {
  if (outcome !== 'inconclusive') return null;
  if (depends) return { id: 'unknownCallersDecide', values: { share: unknownShare, tolerated: unknownTolerated } };
  const values = { value: gap.value, low: gap.low, high: gap.high, relevant: relevantGapSeconds };
  return { id: 'wideInterval', values };
}
