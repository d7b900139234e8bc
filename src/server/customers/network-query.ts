import { z } from 'zod';
import type { ColumnsQuery, Query } from '#warehouse/query.ts';

// Ends of contracts decide who left; who objected or is restricted is in no picture.
const SHOWN = `
  SELECT
    customer_id,
    max(start_date <= {asOf:Date} AND (end_date IS NULL OR end_date > {asOf:Date})) AS there
  FROM contract
  WHERE start_date <= {asOf:Date}
    AND customer_id NOT IN (SELECT customer_id FROM closed_customer)
  GROUP BY customer_id`;

const PAIRS = `
  SELECT least(customer_id_a, customer_id_b) AS a, greatest(customer_id_a, customer_id_b) AS b
  FROM tie
  WHERE customer_id_a != customer_id_b AND ifNull(\`from\` <= {asOf:Date}, true)
  GROUP BY a, b`;

const COUNTED = z.object({ ties: z.number() });

export const tiesCounted = (asOf: string): Query<z.infer<typeof COUNTED>> => ({
  name: 'ties counted',
  sql: `WITH shown AS (${SHOWN})
SELECT count() AS ties
FROM (${PAIRS})
WHERE a IN (SELECT customer_id FROM shown) AND b IN (SELECT customer_id FROM shown)
ORDER BY ties`,
  params: { asOf },
  row: COUNTED,
});

/** Ties with both ends shown; with `oneIn` above 1 only the ties of customers drawn by the hash of their number. */
export const tiesShown = (asOf: string, oneIn: number, limit: number): ColumnsQuery => ({
  name: 'ties shown',
  sql: `WITH shown AS (${SHOWN})
SELECT a, b, toUInt8(s.there) AS a_there, toUInt8(t.there) AS b_there
FROM (${PAIRS}) AS p
INNER JOIN shown AS s ON s.customer_id = p.a
INNER JOIN shown AS t ON t.customer_id = p.b
WHERE cityHash64(a) % {oneIn:UInt64} = 0
ORDER BY a, b
LIMIT {limit:UInt64}`,
  params: { asOf, oneIn, limit },
});
