import { z } from 'zod';
import type { Role } from '#domain/role.ts';
import type { PointQuery } from '#warehouse/point-query.ts';
import type { DataStore } from '../data/data-store.ts';

const Row = z.object({ customer_id: z.string() });

const searchQuery = (search: string, restrictedToo: boolean): PointQuery<z.infer<typeof Row>> => ({
  name: 'customers found',
  reads: ['customer', 'contract', 'closed_customer'],
  sql: `SELECT DISTINCT customer_id
FROM (
  SELECT customer_id FROM customer WHERE startsWith(customer_id, {search:String})
  UNION ALL
  SELECT customer_id FROM contract WHERE startsWith(customer_id, {search:String})
  UNION ALL
  SELECT customer_id FROM contract WHERE contract_id = {search:String}
)
WHERE customer_id <> '' AND ({restrictedToo:Bool} OR customer_id NOT IN (SELECT customer_id FROM closed_customer WHERE is_restricted))
ORDER BY length(customer_id), customer_id
LIMIT 10`,
  params: { search, restrictedToo },
  row: Row,
});

/** Numbers of customers; who is restricted is found by data protection only (Art. 18 GDPR). */
export async function findCustomerIds(
  data: DataStore,
  search: string,
  roles: readonly Role[],
): Promise<readonly string[]> {
  const found = await data.pointed(searchQuery(search, roles.includes('dataProtection')));
  return found.map(({ customer_id }) => customer_id);
}
