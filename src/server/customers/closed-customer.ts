import type { Warehouse } from '#warehouse/warehouse.ts';
import { closedQuery } from './customer-query.ts';

/** Whether a customer's data are restricted, and whether they objected to profiling. */
export async function closedCustomer(warehouse: Warehouse, customerId: string) {
  const [closed] = await warehouse.rows(closedQuery(customerId));
  return { restricted: closed?.is_restricted === true, objection: closed?.objects === true };
}
