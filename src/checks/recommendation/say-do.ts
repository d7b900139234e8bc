import { wilsonInterval } from '#statistics/intervals/wilson-interval.ts';
import { sumOf } from '../cells.ts';
import { holds } from '../inventory.ts';
import { type Detail, quantity } from '../verdict.ts';
import type { Input } from './input.ts';

const MINIMUM_PROMOTERS = 30;

/** Promoters, known as customers, who have no known recommendation: what is said less what is done. */
export function sayDoDetail({ cells: { answers }, inventory }: Input): readonly Detail[] {
  const promoters = sumOf(answers, 'known_promoters');
  if (promoters < MINIMUM_PROMOTERS || !holds(inventory, 'referral', 'referrer_customer_id')) return [];
  const successes = sumOf(answers, 'silent', ([role]) => role !== '');
  return [{ key: 'sayDoGap', quantity: quantity(wilsonInterval({ successes, trials: promoters }), 'share') }];
}
