import type { Outcome, Unit } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { sumOf } from '../cells.ts';
import { holds } from '../inventory.ts';
import { judgeGap } from '../judge-gap.ts';
import { type Chart, type Detail, inconclusive, type Note, quantity, type Verdict, verdict } from '../verdict.ts';
import { type Contrast, contrastOf } from './contrast.ts';
import type { Input } from './input.ts';
import {
  bounded,
  growthOf,
  knownSources,
  onlyRecommendations,
  referralRate,
  type Sources,
  sourcesOf,
} from './rates.ts';
import { sayDoDetail } from './say-do.ts';

const note = (id: string, values: Note['values'] = {}): Note => ({ id, values });
export const detail = (key: string, estimate: Estimate | null, unit: Unit): readonly Detail[] =>
  estimate === null || !Number.isFinite(estimate.value) ? [] : [{ key, quantity: quantity(estimate, unit) }];

/** What the customer who brought a newcomer is given, beside what newcomers of the same line are given. */
function thanksOf({ cells: { newcomers } }: Input): Contrast {
  return contrastOf(
    newcomers,
    ['line'],
    { holds: () => true, count: 'brought', total: (sum) => sum('reward') },
    { holds: () => true, count: 'signed', total: (sum) => sum('welcome') },
  );
}

/** How much more often the recommended are still there after a year, and what they earn more, at equal line and half-year. */
function premiumOf({ cells: { followed } }: Input, sum: 'stayed' | 'margin'): Contrast {
  const came = (way: string) => ({
    holds: (value: (name: string) => string | number | boolean | null) => value('came') === way,
    count: 'customers',
    total: (of: (name: string) => number) => of(sum),
  });
  return contrastOf(followed, ['line', 'half_year'], came('recommendation'), came('other'));
}

const negated = ({ value, low, high, level }: Estimate): Estimate => ({ value: -value, low: -high, high: -low, level });

function premiumDetails(input: Input): readonly Detail[] {
  const { settings, inventory, audit } = input;
  const stayed = premiumOf(input, 'stayed');
  const needed = Math.max(settings.minimumFollowed, audit.minimumMoneyUnits);
  if (stayed.targetCount < settings.minimumFollowed || stayed.overlap < 0.4) return [];
  return [
    ...detail('stayedPremium', negated(stayed.gap), 'percentagePoints'),
    ...(holds(inventory, 'customer_value', 'margin') && stayed.targetCount >= needed
      ? detail('marginPremium', negated(premiumOf(input, 'margin').gap), 'money/year')
      : []),
  ];
}

function rateDetails(input: Input, sources: Sources): readonly Detail[] {
  const { cells, settings } = input;
  const rate = referralRate(sources);
  const growth = growthOf(sources, sumOf(cells.lived, 'years'), settings.cycleMonths);
  const existing = (name: string) => sumOf(cells.customers, name, ([is]) => Number(is) === 1);
  const tried = sumOf(cells.conversions, 'recommendations');
  const worked = sumOf(cells.conversions, 'recommendations', ([is]) => Number(is) === 1);
  return [
    ...detail('referralRate', bounded(rate), 'share'),
    ...(sources.unknown > 0 ? detail('rateNone', rate.none, 'share') : []),
    ...(sources.unknown > 0 ? detail('rateAll', rate.all, 'share') : []),
    ...(existing('customers') > 0
      ? detail(
          'recommenderRate',
          wilsonInterval({ successes: existing('recommended'), trials: existing('customers') }),
          'share',
        )
      : []),
    ...(tried > worked ? detail('conversion', wilsonInterval({ successes: worked, trials: tried }), 'share') : []),
    ...detail('kFactor', growth?.factor ?? null, 'ratio'),
    ...detail('multiplier', growth?.multiplier ?? null, 'ratio'),
    ...sayDoDetail(input),
    ...premiumDetails(input),
  ];
}

/** A reward above the welcome is generous to those who recommend and wrongs no newcomer: there is no reverse. */
function outcomeOf({ gap }: Contrast, relevant: number): Outcome {
  const judged = judgeGap(gap, relevant);
  return judged === 'reversed' || (judged === 'inconclusive' && gap.high < relevant) ? 'clear' : judged;
}

function thanksChart({ target, other }: Contrast): Chart {
  const point = (series: string, x: string, { value, low, high }: Estimate) => ({ series, x, value, low, high });
  const points = [point('existing', 'reward', target), point('newcomer', 'welcome', other)];
  return { id: 'thanks', kind: 'bars', unit: 'money', points, benchmark: [] };
}

function rateChart(sources: Sources): Chart {
  const { asKnown, none, all } = referralRate(sources);
  const point = (x: string, { value, low, high }: Estimate) => ({ series: 'rate', x, value, low, high });
  const points =
    sources.unknown > 0
      ? [point('none', none), point('asKnown', asKnown), point('all', all)]
      : [point('asKnown', asKnown)];
  return { id: 'rate', kind: 'bars', unit: 'share', points, benchmark: [] };
}

function caveatsOf(sources: Sources): readonly Note[] {
  const share = sources.unknown / Math.max(1, sources.recommended + sources.other + sources.unknown);
  return [
    ...(sources.unknown > 0 ? [note('unknownSource', { share, count: sources.unknown })] : []),
    ...(onlyRecommendations(sources) ? [note('onlyRecommendations', { count: sources.unlisted })] : []),
    note('boughtRecommendations'),
    note('noReferralValue'),
  ];
}

/** Why rewards and welcomes cannot be compared; null where they can. */
function notCompared({ cells, inventory, settings, audit }: Input): Note | null {
  const asOf = audit.asOf;
  // An offer tells of a welcome only where contracts say who came by it.
  const byOffer = holds(inventory, 'offer', 'audience') && holds(inventory, 'contract', 'acquisition_offer_id');
  const welcome = byOffer || holds(inventory, 'contract', 'discount_end');
  if (!holds(inventory, 'referral', 'reward')) return note('rewardUnknown', { asOf });
  if (!welcome) return note('welcomeUnknown', { asOf });
  const brought = sumOf(cells.newcomers, 'brought');
  if (brought < settings.minimumBrought)
    return note('fewBrought', { asOf, needed: settings.minimumBrought, found: brought });
  return null;
}

/** What customers do: how many newcomers they bring, and how that is thanked beside the welcome of newcomers. null without sources. */
export function deedsVerdict(input: Input): Verdict | null {
  const { cells, settings, audit, inventory } = input;
  if ((inventory['referral']?.rows ?? 0) === 0) return null;
  const sources = sourcesOf(cells.newcomers);
  const known = knownSources(sources);
  const counts = {
    newcomers: known + sources.unknown,
    knownSource: known,
    recommended: sources.recommended,
    brought: sumOf(cells.newcomers, 'brought'),
    rewarded: sumOf(cells.newcomers, 'rewarded'),
  };
  const base = {
    reference: 'deeds',
    counts,
    excluded: { unlisted: onlyRecommendations(sources) ? 0 : sources.unlisted },
  };
  const values = { asOf: audit.asOf, needed: settings.minimumKnownSource, found: known };
  if (known < settings.minimumKnownSource) return inconclusive('fewKnownSource', values, base);
  const details = rateDetails(input, sources);
  const told = { ...base, grade: 'C' as const, details, caveats: caveatsOf(sources), charts: [rateChart(sources)] };
  const refused = notCompared(input);
  if (refused !== null) return inconclusive(refused.id, refused.values, told);
  const thanks = thanksOf(input);
  const outcome = outcomeOf(thanks, settings.relevantGap);
  const { value, low, high } = thanks.gap;
  return verdict({
    ...told,
    outcome,
    effect: quantity(thanks.gap, 'money'),
    naive: quantity(thanks.naiveGap, 'money'),
    details: [...details, ...detail('reward', thanks.target, 'money'), ...detail('welcome', thanks.other, 'money')],
    affected: sumOf(cells.customers, 'unthanked'),
    adjustedFor: ['contract.product_id'],
    overlap: thanks.overlap,
    caveats: [...caveatsOf(sources), note('emptyReward')],
    reason:
      outcome === 'inconclusive'
        ? note('wideGap', { asOf: audit.asOf, low, high, value, relevant: settings.relevantGap })
        : null,
    overturn: note('overturnDeeds', { asOf: audit.asOf, months: audit.windowMonths }),
    charts: [thanksChart(thanks), rateChart(sources)],
  });
}
