import type { EvidenceGrade, Outcome } from '#domain/verdict-terms.ts';
import { ANSWER_DAYS } from '#facts/ask.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { type Cells, sumOf } from '../cells.ts';
import type { AssessInput } from '../check.ts';
import { holds } from '../inventory.ts';
import { judgeGap } from '../judge-gap.ts';
import { type Detail, inconclusive, NO_MONEY, type Note, quantity, type Verdict, verdict } from '../verdict.ts';
import { type AskingAgain, askingAgain } from './asking-again.ts';
import { type Ladder, ladderOf } from './ladder.ts';
import { ladderChart, ladderStrata } from './ladder-chart.ts';
import { type Premium, premiumOf, withFewGranted } from './premium.ts';
import type { NagPremiumSettings } from './settings.ts';

type Input = AssessInput<NagPremiumSettings, 'compared' | 'doses' | 'repeats' | 'states'>;

interface Counts {
  readonly asks: number;
  readonly granted: number;
  /** Asks after which anything was given, for whatever reason. */
  readonly conceded: number;
  readonly silent: number;
  /** Customers for whom they stand; the same unless some were drawn. */
  readonly silentAll: number;
  readonly years: number;
  readonly given: number;
  readonly gapKnownShare: number;
}

function countsOf({ compared, states }: Input['cells']): Counts {
  const of = (name: string, who: string) => sumOf(compared, name, ([role]) => role === who);
  const asks = of('count', 'ask');
  const days = sumOf(states, 'days') / Math.max(1, sumOf(states, 'count'));
  return {
    asks,
    granted: of('granted', 'ask'),
    conceded: of('conceded', 'ask'),
    silent: of('count', 'silent'),
    silentAll: of('standsFor', 'silent'),
    years: days / 365.25,
    given: of('value', 'ask'),
    gapKnownShare: asks > 0 ? of('gapKnown', 'ask') / asks : 0,
  };
}

function baseOf({ cells }: Input, counts: Counts): Partial<Verdict> {
  const state = (name: string) => sumOf(cells.states, 'count', ([role, found]) => role === 'ask' && found === name);
  return {
    counts: { asks: counts.asks, granted: counts.granted, silent: counts.silent },
    affected: sumOf(cells.doses, 'affected'),
    excluded: { before: state('before'), recent: state('recent'), noContract: state('noContract') },
  };
}

function refused(counts: Counts, { settings, audit }: Input, base: Partial<Verdict>): Verdict | null {
  const say = (id: string, needed: number, has: number) =>
    inconclusive(id, { needed, has, months: audit.windowMonths, asOf: audit.asOf }, base);
  if (counts.asks < settings.minimumAsks) return say('tooFewAsks', settings.minimumAsks, counts.asks);
  if (counts.silent < settings.minimumControls) return say('tooFewSilent', settings.minimumControls, counts.silent);
  return null;
}

function meanConcession(compared: Cells): number {
  return sumOf(compared, 'value') / sumOf(compared, 'conceded');
}

interface Standing {
  readonly counts: Counts;
  readonly found: Premium;
  readonly ladder: Ladder;
  readonly again: AskingAgain;
  /** Whether the time before the first ask shows what asking cannot have made. */
  readonly placeboFails: boolean;
}

function gradeOf({ counts, found, placeboFails }: Standing, { inventory, settings }: Input): EvidenceGrade {
  if (!holds(inventory, 'contract', 'customer_id')) return 'D';
  const matched = found.level === 'quarter' || found.level === 'year';
  const full = matched && counts.gapKnownShare >= 0.8 && found.overlap >= settings.fullOverlap;
  return full && !placeboFails ? 'B' : 'C';
}

const has = (estimate: Estimate | null): estimate is Estimate => estimate !== null && Number.isFinite(estimate.value);

function detailsOf({ counts, found, ladder, again }: Standing, compared: Cells): Detail[] {
  const one = (key: string, estimate: Estimate | null, unit: Detail['quantity']['unit']): Detail[] =>
    has(estimate) ? [{ key, quantity: quantity(estimate, unit) }] : [];
  const exact = (value: number): Estimate => ({ value, low: value, high: value, level: 0.95 });
  const known = sumOf(compared, 'countWithGap', ([role]) => role === 'ask');
  const gapMean = sumOf(compared, 'gapOfGiven', ([role]) => role === 'ask') / known;
  const left = gapMean - sumOf(compared, 'givenWithGap', ([role]) => role === 'ask') / known;
  return [
    ...one('grantedAsked', found.grantedAsked, 'share'),
    ...one('grantedSilent', found.grantedSilent, 'share'),
    ...one('size', found.size, 'money/year'),
    ...one('givenSilent', found.givenSilent, 'money/year'),
    ...ladder.rungs.flatMap(({ ask, granted }) => one(`granted${ask}`, granted, 'share')),
    ...one('perFurtherAsk', ladder.perFurtherAsk, 'money/year'),
    ...one('askAgainRatio', again.ratio, 'ratio'),
    ...one('askAgainByTeam', again.byTeam, 'percentagePoints'),
    ...one('saveRate', again.saveRate, 'share'),
    ...one('leftAfterSave', again.leftAfterSave, 'share'),
    ...(known >= 30
      ? [...one('gapBefore', exact(gapMean), 'money/year'), ...one('gapAfter', exact(left), 'money/year')]
      : []),
    ...(counts.granted >= 30
      ? [
          ...one('givenPerYear', exact(counts.given / counts.years), 'money/year'),
          ...one('spreadEvenly', exact(counts.given / counts.years / counts.silentAll), 'money/year'),
        ]
      : []),
    ...one('placebo', found.placebo, 'money/year'),
  ];
}

function caveatsOf(standing: Standing, { settings, inventory, audit }: Input): Note[] {
  const { counts, found, again, placeboFails } = standing;
  const note = (when: boolean, id: string, values: Note['values'] = {}): Note[] => (when ? [{ id, values }] : []);
  const contracts = holds(inventory, 'contract', 'customer_id');
  const shortOfRepeat = again.ratio === null && again.followed < settings.minimumRepeat;
  return [
    ...note(!contracts && !holds(inventory, 'customer', 'customer_id'), 'silentByEvents'),
    ...note(contracts && counts.gapKnownShare < 0.8, 'gapUnknown', { share: 1 - counts.gapKnownShare }),
    ...note(counts.gapKnownShare > 0, 'gapOfToday'),
    ...note(found.overlap < settings.fullOverlap, 'partialOverlap', { overlap: found.overlap }),
    ...note(placeboFails, 'placeboFails', { low: found.placebo.low, high: found.placebo.high }),
    ...note(shortOfRepeat, 'tooFewRepeat', { needed: settings.minimumRepeat, has: again.followed }),
    ...note(again.teamF !== null && again.byTeam === null, 'teamsAlike', { f: again.teamF ?? 0 }),
    ...note(!holds(inventory, 'exit_event', 'handled_by_team'), 'noTeams'),
    ...note(counts.granted < audit.minimumMoneyUnits, 'fewGranted', {
      needed: audit.minimumMoneyUnits,
      has: counts.granted,
    }),
  ];
}

function heldEqual(level: string, contracts: boolean, gapKnown: boolean): readonly string[] {
  return [
    ...(level === 'quarter' || level === 'year' ? ['exit_event.at'] : []),
    ...(contracts && level !== 'gap' ? ['contract.product_id'] : []),
    ...(contracts ? ['contract.price', 'contract.start_date'] : []),
    ...(gapKnown ? ['new_business_price.price'] : []),
  ];
}

function transferOf({ counts, found }: Standing, outcome: Outcome, minimum: number): Estimate | null {
  if (outcome !== 'finding' || counts.granted < minimum) return null;
  const perYear = counts.asks / counts.years;
  const { value, low, high, level } = found.premium;
  return { value: value * perYear, low: low * perYear, high: high * perYear, level };
}

function judged(standing: Standing, input: Input, base: Partial<Verdict>): Verdict {
  const { settings, audit, inventory, cells } = input;
  const { found, counts, ladder } = standing;
  const outcome = judgeGap(found.premium, settings.relevantPremium);
  const { low, high } = found.premium;
  const transfer = transferOf(standing, outcome, audit.minimumMoneyUnits);
  const wide = { low, high, relevant: settings.relevantPremium, asks: counts.asks, asOf: audit.asOf };
  return verdict({
    ...base,
    outcome,
    grade: gradeOf(standing, input),
    effect: quantity(found.premium, 'money/year'),
    naive: quantity(found.naive, 'money/year'),
    strata: ladderStrata(ladder, found.givenSilent.value, settings.relevantPremium),
    details: detailsOf(standing, cells.compared),
    money: { ...NO_MONEY, transfer },
    adjustedFor: heldEqual(found.level, holds(inventory, 'contract', 'customer_id'), counts.gapKnownShare > 0),
    overlap: found.overlap,
    caveats: [...caveatsOf(standing, input), ...(transfer === null ? [] : [{ id: 'whoseMoney', values: {} }])],
    reason: outcome === 'inconclusive' ? { id: 'wideInterval', values: wide } : null,
    overturn: {
      id: 'unrecorded',
      values: { premium: found.premium.value, days: ANSWER_DAYS, asOf: audit.asOf },
    },
    charts: [ladderChart(ladder, found.givenSilent)],
  });
}

/** Sums of asks and of silent customers to the verdict on what asking earns; see the method in the messages. */
export function assessNagPremium(input: Input): readonly Verdict[] {
  const { cells, settings, audit } = input;
  const counts = countsOf(cells);
  const base = baseOf(input, counts);
  const refusal = refused(counts, input, base);
  if (refusal !== null) return [refusal];
  const raw = premiumOf(cells.compared);
  if (raw.overlap < settings.minimumOverlap) {
    const values = { needed: settings.minimumOverlap, has: raw.overlap, asOf: audit.asOf };
    return [inconclusive('lowOverlap', values, { ...base, overlap: raw.overlap })];
  }
  const mean = meanConcession(cells.compared);
  if (!Number.isFinite(mean)) return [inconclusive('nothingGiven', { asks: counts.asks, asOf: audit.asOf }, base)];
  const found = withFewGranted(raw, counts.asks, counts.conceded, mean);
  const { placebo } = found;
  const limit = Math.max(settings.relevantPremium, 0.2 * Math.abs(found.premium.value));
  const placeboFails = (placebo.low > 0 || placebo.high < 0) && Math.abs(placebo.value) > limit;
  const ladder = ladderOf(cells.doses, audit.minimumCell);
  return [judged({ counts, found, ladder, again: askingAgain(cells.repeats, settings), placeboFails }, input, base)];
}
