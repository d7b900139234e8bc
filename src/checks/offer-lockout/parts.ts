import type { Outcome } from '#domain/verdict-terms.ts';
import { sumOf } from '../cells.ts';
import { holds } from '../inventory.ts';
import { type Chart, type Detail, quantity, type Stratum } from '../verdict.ts';
import { census } from './census.ts';
import type { Offer } from './offers.ts';
import { type LockoutInput, SHOWN_OFFERS } from './settings.ts';

export function detailsOf({ cells, inventory, audit }: LockoutInput, offers: readonly Offer[]): readonly Detail[] {
  const sum = (name: string) => sumOf(cells.customers, name);
  const of = (key: string, value: number, unit: Detail['quantity']['unit'], low = value, high = value): Detail => ({
    key,
    quantity: quantity(census(value, low, high), unit),
  });
  const share = (name: string) => sum(name) / sum('customers');
  const details = [
    of('lockedOut', share('locked'), 'share', share('locked_3'), share('locked_1')),
    of('lockedOutToday', share('locked_now'), 'share'),
    of('onlyOnRequest', share('on_request'), 'share'),
    of('onlyAtTermEnd', share('at_term_end'), 'share'),
  ];
  if (sum('valued') >= audit.minimumMoneyUnits)
    details.push(
      of('bestMissed', sum('best') / sum('valued'), 'money'),
      of('summedMissed', sum('summed') / sum('valued'), 'money'),
    );
  if (sum('of_newcomer') > 0 && offers.every((offer) => offer.worth !== null))
    details.push(of('parity', sum('open') / sum('of_newcomer'), 'ratio'));
  const known = holds(inventory, 'recognition', 'customer_id') || holds(inventory, 'concession', 'customer_id');
  if (known && sum('regulars') >= audit.minimumCell)
    details.push(of('nothingForRegulars', sum('forgotten') / sum('regulars'), 'share'));
  return details;
}

function stratumOutcome(offer: Offer, accused: boolean): Outcome {
  return offer.closed && accused ? 'finding' : 'clear';
}

/** Lock-out rate of each offer: of the existing customers who meet all it asks besides being new, the share that cannot get it. */
export function strataOf(offers: readonly Offer[], minimumCell: number, accused: boolean): readonly Stratum[] {
  return offers.slice(0, SHOWN_OFFERS).map((offer): Stratum => {
    const counted = offer.eligible >= minimumCell;
    const rate = offer.closed ? 1 : 0;
    return {
      key: `offer:${offer.id}`,
      effect: counted ? quantity(census(rate, rate, rate), 'share') : null,
      outcome: counted ? stratumOutcome(offer, accused) : 'inconclusive',
      counts: counted ? { eligible: offer.eligible, lockedOut: rate * offer.eligible } : {},
    };
  });
}

/** What each offer is worth to a newcomer and to an existing customer who meets what it asks. */
export function chartsOf(offers: readonly Offer[]): readonly Chart[] {
  const points = offers.slice(0, SHOWN_OFFERS).flatMap(({ id, worth, closed, onlyExisting }) =>
    worth === null
      ? []
      : [
          { series: 'newcomer', x: id, value: onlyExisting ? 0 : worth, low: null, high: null },
          { series: 'existing', x: id, value: closed ? 0 : worth, low: null, high: null },
        ],
  );
  return points.length === 0 ? [] : [{ id: 'offers', kind: 'bars', unit: 'money', points, benchmark: [] }];
}
