import type { z } from 'zod';
import type { getCustomer, getCustomerLoyalties, getCustomerTies } from '#endpoints/customers.ts';

export type Customer = z.infer<typeof getCustomer.reply>;
export type Ties = z.infer<typeof getCustomerTies.reply>;
export type LoyaltiesReply = z.infer<typeof getCustomerLoyalties.reply>;
export type Contract = Customer['contracts'][number];
export type CustomerEvent = Customer['events'][number];
export type EventKind = CustomerEvent['kind'];
export const EVENT_KINDS = ['contact', 'case', 'priceEvent', 'concession', 'recognition'] as const;

export interface Standing {
  readonly running: number;
  /** Running contracts that can be compared. */
  readonly compared: number;
  /** Of these, those that cost more than a newcomer would pay. */
  readonly dearer: number;
  /** Sum over the compared contracts, a year; positive: more than a newcomer. null where nothing can be compared. */
  readonly moreThanNewcomer: number | null;
}

/** How the running contracts stand beside the same person arriving today. */
export function standingOf(contracts: readonly Contract[]): Standing {
  const running = contracts.filter((contract) => contract.running);
  const twins = running.flatMap(({ twin }) => (twin === null ? [] : [twin]));
  return {
    running: running.length,
    compared: twins.length,
    dearer: twins.filter(({ moreThanNewcomer }) => moreThanNewcomer > 0).length,
    moreThanNewcomer: twins.length === 0 ? null : twins.reduce((sum, twin) => sum + twin.moreThanNewcomer, 0),
  };
}

/** Running contracts first, then those that ended last. */
export function inOrder(contracts: readonly Contract[]): readonly Contract[] {
  return [...contracts].sort(
    (a, b) => Number(b.running) - Number(a.running) || (b.startsOn ?? '').localeCompare(a.startsOn ?? ''),
  );
}
