import type { EvidenceGrade } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { type Cells, sumOf } from '../cells.ts';
import { holds } from '../inventory.ts';
import { inconclusive, NO_MONEY, type Note, quantity, type Verdict, verdict } from '../verdict.ts';
import { hiddenByGrowth, outcomeOf } from './judge.ts';
import { type CarouselInput, type Measured, measure, worstOf } from './measure.ts';
import { chartsOf, detailsOf, strataOf } from './parts.ts';

const note = (id: string, values: Note['values'] = {}): Note => ({ id, values });

/** Replaced losses a year times what a newcomer costs; null where too few or the cost is unknown. */
function lossOf({ flow, input: { audit } }: Measured): Estimate | null {
  const { replaced, replacement, yearlySpend } = flow;
  if (replaced === null || replacement === null || replaced.value < audit.minimumMoneyUnits) return null;
  const times = ({ value, low, high, level }: Estimate, factor: number): Estimate => ({
    value: value * factor,
    low: low * factor,
    high: high * factor,
    level,
  });
  if (yearlySpend !== null) return times(replacement, yearlySpend);
  return audit.acquisitionCost === null ? null : times(replaced, audit.acquisitionCost);
}

/** Why there is no amount. */
function noMoney({ replaced }: Measured['flow'], needed: number): Note {
  if (replaced === null) return note('noFlow');
  return replaced.value < needed ? note('moneyFew', { needed, found: replaced.value }) : note('costUnknown');
}

function caveatsOf(found: Measured, loss: Estimate | null): readonly Note[] {
  const { flow, input, answers, sources } = found;
  const { audit, cells, inventory } = input;
  const sum = (name: string) => sumOf(cells.flow, name);
  const caveats: Note[] = [note('stableBase')];
  if (flow.snapshot) caveats.push(note('snapshot'));
  if (flow.recordsFrom !== null)
    caveats.push(note('delayedEntry', { day: flow.recordsFrom, spells: sum('seen_later') }));
  if (flow.firstMigration !== null)
    caveats.push(note('migrationDay', { day: flow.firstMigration, spells: sum('migrated') }));
  if (sum('unknown_ends') > 0)
    caveats.push(note('unknownReasons', { share: sum('unknown_ends') / sum('ends'), count: sum('unknown_ends') }));
  if (sum('lost_from_sight') > 0) caveats.push(note('lostFromSight', { count: sum('lost_from_sight') }));
  if (answers.groups === 'unasked') caveats.push(note('noGroups'));
  else caveats.push(note('sourcesDiffer', { count: sources.length }));
  if (answers.offers === 'reversed') caveats.push(note('offersDiffer'));
  if (answers.trend === 'unasked') caveats.push(note('noTrend'));
  else caveats.push(note('cohortOrCalendar'));
  if (!holds(inventory, 'customer', 'identity_key')) caveats.push(note('noIdentityKey'));
  if (loss === null) caveats.push(noMoney(flow, audit.minimumMoneyUnits));
  return [...caveats, note('noTest')];
}

function gradeOf({ flow, input: { inventory } }: Measured): EvidenceGrade {
  return holds(inventory, 'contract', 'end_reason') && !flow.snapshot ? 'C' : 'D';
}

function adjustedFor({ input: { inventory } }: Measured): readonly string[] {
  const optional = ['end_reason', 'original_start_date'].filter((column) => holds(inventory, 'contract', column));
  return ['product_id', 'start_date', ...optional].map((column) => `contract.${column}`);
}

function undecided(found: Measured): Note {
  const { answers, flow, input } = found;
  const asOf = input.audit.asOf;
  if (flow.snapshot && answers.groups !== 'open') return note('snapshot', { asOf });
  if (flow.lossRate === null && answers.groups !== 'open')
    return note('recordsTooShort', { asOf, day: flow.recordsFrom ?? asOf });
  const open = (answer: string) => (answer === 'open' ? 1 : 0);
  const growing = hiddenByGrowth(flow, input.settings);
  if (growing && open(answers.groups) + open(answers.trend) === 0)
    return note('growing', { asOf, rate: flow.lossRate?.value ?? 0, share: flow.replacement?.value ?? 0 });
  return note('undecided', {
    groups: open(answers.groups),
    trend: open(answers.trend),
    lossRate: growing ? 0 : open(answers.lossRate),
    asOf,
  });
}

const countsOf = (flow: Cells) => {
  const sum = (name: string) => sumOf(flow, name);
  return {
    spells: sum('spells'),
    running: sum('running'),
    adds: sum('adds'),
    losses: sum('losses'),
    otherLosses: sum('otherwise'),
    returned: sum('returned'),
    ends: sum('ends'),
    otherEnds: sum('other_ends'),
    unknownEnds: sum('unknown_ends'),
  };
};

/** Pure: sums of spells in, the verdict on the carousel out. */
export function assessCarousel(input: CarouselInput): readonly Verdict[] {
  const { cells, settings, audit } = input;
  const counts = countsOf(cells.flow);
  const excluded = {
    migrationDay: sumOf(cells.flow, 'migrated'),
    beforeRecords: sumOf(cells.flow, 'before_records'),
  };
  const affected = sumOf(cells.flow, 'losses');
  if (counts.ends < settings.minimumEnds) {
    const values = { found: counts.ends, needed: settings.minimumEnds, asOf: audit.asOf };
    return [inconclusive('fewEnds', values, { counts, excluded, affected })];
  }
  const found = measure(input);
  const outcome = outcomeOf(found.answers);
  const worst = worstOf(found.sources);
  const loss = lossOf(found);
  const { replacement, naiveReplacement } = found.flow;
  const values = {
    groups: found.answers.groups,
    offers: found.answers.offers,
    trend: found.answers.trend,
    lossRate: found.answers.lossRate,
    worst: worst === null ? '' : worst.ratio.group,
    asOf: audit.asOf,
  };
  return [
    verdict({
      outcome,
      grade: gradeOf(found),
      effect: replacement === null ? null : quantity(replacement, 'share'),
      naive: naiveReplacement === null ? null : quantity(naiveReplacement, 'share'),
      strata: strataOf(found),
      details: detailsOf(found, loss),
      counts,
      affected,
      // Replacing some who leave is no harm in itself: the amount counts as lost where too many do.
      money: outcome === 'finding' ? { ...NO_MONEY, loss } : NO_MONEY,
      adjustedFor: adjustedFor(found),
      overlap: worst === null ? null : worst.ratio.overlap,
      excluded,
      caveats: caveatsOf(found, loss),
      reason: outcome === 'inconclusive' ? undecided(found) : null,
      overturn: note(outcome === 'finding' || outcome === 'reversed' ? 'overturnFinding' : 'overturnClear', values),
      charts: chartsOf(found),
    }),
  ];
}
