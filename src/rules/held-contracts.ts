/** SQL: whether {ruleLines} and {ruleProducts} leave a contract in; '' where it is in, otherwise the reason why not. */
const chosenSql = (unnamed: string) => `multiIf(
        NOT empty({ruleProducts:Array(String)}), if(has({ruleProducts:Array(String)}, product_id), '', 'otherProduct'),
        NOT empty({ruleLines:Array(String)}), multiIf(line = '', 'lineUnknown', has(arrayMap(x -> lower(x), {ruleLines:Array(String)}), line), '', 'otherProduct'),
        ${unnamed})`;

export interface Reach {
  /** Firms are no concern of the rule. */
  readonly consumersOnly: boolean;
  /** SQL over line, name and product_id for when the company names neither lines nor products: '' or the reason why not. */
  readonly unnamed: string;
}

/**
 * SQL of CTEs `products` and `held`: every contract that ran on some day of the period up to {asOf}, with its traits ('' where unknown), the
 * open product that took the place of a closed one, and `scope`: '' or why the rule does not reach it.
 */
export const heldContractsSql = ({ consumersOnly, unnamed }: Reach) => `products AS (
    SELECT
      a.product_id AS product_id,
      multiIf(
        NOT ifNull(a.open_for_new = false AND a.successor_id IS NOT NULL, false), a.product_id,
        NOT ifNull(b.open_for_new = false AND b.successor_id IS NOT NULL, false), a.successor_id,
        NOT ifNull(c.open_for_new = false AND c.successor_id IS NOT NULL, false), b.successor_id,
        c.successor_id) AS twin_product_id,
      ifNull(a.open_for_new = false, false) AS closed,
      lower(ifNull(toString(a.line), '')) AS line,
      lower(ifNull(a.name, '')) AS name
    FROM product AS a
    LEFT JOIN product AS b ON b.product_id = a.successor_id
    LEFT JOIN product AS c ON c.product_id = b.successor_id
  ),
  held AS (
    SELECT
      c.contract_id AS contract_id,
      c.customer_id AS customer_id,
      c.product_id AS product_id,
      coalesce(d.twin_product_id, c.product_id) AS twin_product_id,
      ifNull(d.closed, false) AS closed,
      ifNull(d.line, '') AS line,
      ifNull(d.name, '') AS name,
      ifNull(toString(coalesce(c.region, p.region)), '') AS region,
      ifNull(toString(c.channel), '') AS channel,
      ifNull(toString(c.risk_class), '') AS risk_class,
      c.volume AS volume,
      c.price AS price,
      c.base_price AS base_price,
      c.unit_price AS unit_price,
      ifNull(toString(c.price_period), '') AS period,
      ifNull(toString(c.price_basis), '') AS basis,
      coalesce(c.original_start_date, c.start_date) AS start,
      c.end_date AS end,
      end IS NULL OR end > {asOf:Date} AS running,
      c.min_term_end AS min_term_end,
      ${consumersOnly ? `if(ifNull(p.kind = 'company', false), 'companyCustomer', ${chosenSql(unnamed)})` : chosenSql(unnamed)} AS scope
    FROM contract AS c
    LEFT JOIN customer AS p ON p.customer_id = c.customer_id
    LEFT JOIN products AS d ON d.product_id = c.product_id
    WHERE start <= {asOf:Date} AND (end IS NULL OR end > addMonths({asOf:Date}, -{periodMonths:UInt16}))
  )`;

/** SQL: the result that belongs to a scope that is not ''. */
export const SCOPE_RESULT = `if(scope = 'lineUnknown', 'unjudged', 'outside')`;
