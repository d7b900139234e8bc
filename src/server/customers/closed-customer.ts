import { AppError } from '#domain/app-error.ts';
import type { Role } from '#domain/role.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { closedQuery } from './customer-query.ts';

/** Whether a customer's data are restricted, and whether they objected to profiling. */
export async function closedCustomer(warehouse: Warehouse, customerId: string) {
  const [closed] = await warehouse.rows(closedQuery(customerId));
  return { restricted: closed?.is_restricted === true, objection: closed?.objects === true };
}

/** Data that are restricted may only be kept and looked at by data protection (Art. 18 GDPR). @throws AppError forbidden */
export function refuseRestricted({ restricted }: { readonly restricted: boolean }, roles: readonly Role[]): void {
  if (restricted && !roles.includes('dataProtection'))
    throw new AppError('forbidden', 'the customer’s data are restricted');
}
