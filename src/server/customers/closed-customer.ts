import { AppError } from '#domain/app-error.ts';
import type { Role } from '#domain/role.ts';
import type { DataStore } from '../data/data-store.ts';
import { closedQuery } from './customer-query.ts';

/** Whether a customer's data are restricted, and whether they objected to profiling. */
export async function closedCustomer(data: DataStore, customerId: string) {
  const [closed] = await data.pointed(closedQuery(customerId));
  return { restricted: closed?.is_restricted === true, objection: closed?.objects === true };
}

/** Data that are restricted may only be kept and looked at by data protection (Art. 18 GDPR). @throws AppError forbidden */
export function refuseRestricted({ restricted }: { readonly restricted: boolean }, roles: readonly Role[]): void {
  if (restricted && !roles.includes('dataProtection'))
    throw new AppError('forbidden', 'the customer’s data are restricted');
}
