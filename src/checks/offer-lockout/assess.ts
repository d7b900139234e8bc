import type { EvidenceGrade, Outcome } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { type Cells, sumOf } from '../cells.ts';
import { holds } from '../inventory.ts';
import { inconclusive, type MoneySplit, NO_MONEY, type Note, quantity, type Verdict, verdict } from '../verdict.ts';
import { census } from './census.ts';
import { type Offer, offersOf } from './offers.ts';
import { chartsOf, detailsOf, strataOf } from './parts.ts';
import type { LockoutInput, LockoutSettings } from './settings.ts';

const note = (id: string, values: Note['values'] = {}): Note => ({ id, values });

function outcomeOf(worse: Estimate, better: number, { tolerated }: LockoutSettings): Outcome {
  if (worse.value >= tolerated) return 'finding';
  if (worse.high >= tolerated) return 'inconclusive';
  return better >= tolerated ? 'reversed' : 'clear';
}

function caveatsOf({ cells, audit }: LockoutInput, offers: readonly Offer[], money: MoneySplit) {
  const closed = offers.filter((offer) => offer.closed);
  const sum = (name: string) => sumOf(cells.customers, name);
  const caveats: Note[] = [note('census')];
  const unclear = offers.filter((offer) => offer.unclear);
  if (unclear.length > 0) caveats.push(note('unclearRules', { count: unclear.length, first: unclear[0]?.id ?? '' }));
  if (closed.some((offer) => offer.takenAtWord)) caveats.push(note('reachUnknown'));
  if (closed.some((offer) => offer.worth === null))
    caveats.push(note('worthUnknown', { count: closed.filter((offer) => offer.worth === null).length }));
  const hidden = sum('on_request');
  if (hidden > 0 && sum('customers') >= audit.minimumCell)
    caveats.push(note('onlyOnRequest', { share: hidden / sum('customers') }));
  if (closed.length > 1) caveats.push(note('notAdded'));
  if (closed.length > 0 && money.transfer === null) caveats.push(noMoney(cells.customers, audit.minimumMoneyUnits));
  return [...caveats, note('otherReasons')];
}

function noMoney(customers: Cells, needed: number): Note {
  const found = sumOf(customers, 'recent');
  return found === 0 ? note('noWorth') : note('moneyFew', { needed, found });
}

function moneyOf({ cells, audit }: LockoutInput, outcome: Outcome): MoneySplit {
  const sum = (name: string) => sumOf(cells.customers, name);
  if (outcome !== 'finding' || sum('recent') < audit.minimumMoneyUnits) return NO_MONEY;
  return { ...NO_MONEY, transfer: census(sum('missed_2'), sum('missed_3'), sum('missed_1')) };
}

/** Without contracts nobody can be counted; the offers themselves still say whom they are for. */
function offersAlone(input: LockoutInput, offers: readonly Offer[]): Verdict {
  const { audit, settings } = input;
  const forNewcomers = offers.filter((offer) => !offer.onlyExisting);
  const closed = forNewcomers.filter((offer) => offer.closed);
  const returned = offers.filter((offer) => offer.onlyExisting);
  const share = forNewcomers.length === 0 ? 0 : closed.length / forNewcomers.length;
  const counts = { offers: offers.length, closedOffers: closed.length, offersInReturn: returned.length };
  const values = { asOf: audit.asOf, closed: closed.length, offers: forNewcomers.length, months: audit.windowMonths };
  const shared = {
    grade: 'D',
    effect: quantity(census(share, share, share), 'share'),
    strata: strataOf(offers, audit.minimumCell, share >= settings.tolerated && returned.length === 0),
    counts,
    charts: chartsOf(offers),
  } as const;
  if (closed.length > 0 && returned.length > 0) return inconclusive('needsContracts', values, shared);
  const outcome = share >= settings.tolerated ? 'finding' : 'clear';
  return verdict({
    ...shared,
    outcome,
    caveats: [note('offersOnly')],
    overturn: note(outcome === 'finding' ? 'overturnFinding' : 'overturnClear', values),
  });
}

function countsOf({ cells: { customers } }: LockoutInput, offers: readonly Offer[]) {
  return {
    customers: sumOf(customers, 'customers'),
    lockedOut: sumOf(customers, 'locked'),
    offers: offers.length,
    closedOffers: offers.filter((offer) => offer.closed).length,
    offersInReturn: offers.filter((offer) => offer.onlyExisting).length,
  };
}

/** Pure: counts of customers and offers in, the verdict on locked offers out. */
export function assessLockout(input: LockoutInput): readonly Verdict[] {
  const { cells, settings, audit, inventory } = input;
  const offers = offersOf(cells.offers);
  const { asOf, windowMonths: months, minimumCell } = audit;
  if (offers.length === 0) {
    const last = String(cells.record.tuples[0]?.[0] ?? asOf);
    const known = sumOf(cells.record, 'offers');
    if (known === 0) return [inconclusive('noOfferBegun', { asOf })];
    return [
      last > asOf ? inconclusive('noWorthyOffer', { asOf, months }) : inconclusive('noOffer', { asOf, months, last }),
    ];
  }
  if (!holds(inventory, 'contract', 'start_date')) return [offersAlone(input, offers)];
  const counts = countsOf(input, offers);
  const affected = sumOf(cells.customers, 'affected');
  if (counts.customers < minimumCell)
    return [inconclusive('fewCustomers', { asOf, needed: minimumCell, found: counts.customers }, { counts, affected })];
  const share = (name: string) => sumOf(cells.customers, name) / counts.customers;
  const worse = census(share('affected'), share('worse_3'), share('worse_1'));
  const outcome = outcomeOf(worse, share('better'), settings);
  const money = moneyOf(input, outcome);
  const grade: EvidenceGrade =
    holds(inventory, 'offer', 'reachable_for_existing') && !offers.some((o) => o.unclear || o.takenAtWord) ? 'C' : 'D';
  const ignoring = counts.closedOffers > 0 ? 1 : 0;
  const values = { asOf, months, closed: counts.closedOffers, offers: counts.offers, better: share('better') };
  return [
    verdict({
      outcome,
      grade,
      effect: quantity(worse, 'share'),
      naive: quantity(census(ignoring, ignoring, ignoring), 'share'),
      strata: strataOf(offers, minimumCell, outcome === 'finding'),
      details: detailsOf(input, offers),
      counts,
      affected,
      money,
      adjustedFor: holds(inventory, 'offer', 'eligibility') ? ['offer.eligibility'] : [],
      caveats: caveatsOf(input, offers, money),
      reason:
        outcome === 'inconclusive'
          ? note('rulesLeaveOpen', { asOf, low: worse.low, high: worse.high, tolerated: settings.tolerated })
          : null,
      overturn: note(outcome === 'finding' ? 'overturnFinding' : 'overturnClear', values),
      charts: chartsOf(offers),
    }),
  ];
}
