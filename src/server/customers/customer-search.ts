import { z } from 'zod';
import type { Role } from '#domain/role.ts';
import type { Query } from '#warehouse/query.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';

const Row = z.object({ customer_id: z.string() });

const searchQuery = (search: string, restrictedToo: boolean): Query<z.infer<typeof Row>> => ({
  name: 'customers found',
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
  warehouse: Warehouse,
  search: string,
  roles: readonly Role[],
): Promise<readonly string[]> {
  const found = await warehouse.rows(searchQuery(search, roles.includes('dataProtection')));
  return found.map(({ customer_id }) => customer_id);
}
