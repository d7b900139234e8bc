import { POOLED_LINES, PRICE_REGRESSION_ROWS, PRICE_TERMS } from '#facts/price-regression.ts';
import type { CellSpec, Subjects } from '../cells.ts';

/**
 * One row per priced contract and source of its newcomer price (see the facts). `headline` marks the source that the verdict rests on:
 * a quote before exact matches that cover most customers, these before a tariff sheet, that before patchy matches.
 */
export const penaltySubjects: Subjects = {
  name: 'loyalty-penalty',
  cluster: 'customer_id',
  id: 'contract_id',
  sql: `
SELECT
  g.*,
  g.role = 'existing' AND g.source = h.headline_source AS headline
FROM fact_price_gap AS g
LEFT JOIN (
  SELECT reference, argMax(source, (preference, source)) AS headline_source
  FROM (
    SELECT
      reference, source,
      countIf(role = 'existing') / (SELECT greatest(count(), 1) FROM fact_priced_contract WHERE role = 'existing') AS coverage,
      multiIf(
        source = 'sheet' AND coverage >= 0.4 AND countIf(quality = 'q4') < 0.5 * count(), 4,
        source = 'match' AND coverage >= 0.8 AND countIf(role = 'matched') >= {minimumNewcomers:Float64}, 3,
        source = 'sheet' AND coverage >= 0.4, 2,
        source = 'match' AND coverage >= 0.4 AND countIf(role = 'matched') >= {minimumNewcomers:Float64}, 1,
        0) AS preference
    FROM fact_price_gap
    GROUP BY reference, source
  )
  WHERE preference > 0
  GROUP BY reference
) AS h ON h.reference = g.reference`,
};

/** One row per priced contract and fit of the price regression. */
const regressionSubjects: Subjects = {
  name: 'loyalty-penalty regression',
  cluster: 'customer_id',
  id: 'contract_id',
  sql: PRICE_REGRESSION_ROWS,
};

/** Priced contracts by who stands where. */
const standingSubjects: Subjects = {
  name: 'loyalty-penalty standing',
  cluster: 'customer_id',
  id: 'contract_id',
  sql: `
SELECT p.contract_id AS contract_id, p.customer_id AS customer_id, p.role AS role, toString(p.contract_year) AS tenure_band, p.price AS price, l.pooled AS line
FROM fact_priced_contract AS p
INNER JOIN (${POOLED_LINES}) AS l ON l.name = p.line`,
};

/** Running contracts without a price that could be compared. */
const excludedSubjects: Subjects = {
  name: 'loyalty-penalty excluded',
  cluster: 'customer_id',
  id: 'contract_id',
  sql: `
SELECT contract_id, customer_id, if(price_year > 0, 'implausiblePrice', 'noPrice') AS fit
FROM fact_contract
WHERE running AND contract_id NOT IN (SELECT contract_id FROM fact_priced_contract)`,
};

const PRODUCTS = [...PRICE_TERMS, 'log_price'];

/** Names of the sums of products, "a_x_b" for a before or at b. */
const productSums: Readonly<Record<string, string>> = Object.fromEntries(
  PRODUCTS.flatMap((a, i) => PRODUCTS.slice(i).map((b) => [`${a}_x_${b}`, `${a} * ${b}`] as const)),
);

const existing = "role = 'existing'";

/** Gaps by source; small whatever the number of customers. */
export const gapCells: CellSpec = {
  by: ['reference', 'source', 'tenure_band', 'line'],
  sums: {
    existing: existing,
    matched: "role = 'matched'",
    newcomers: "role = 'newcomer'",
    price: `if(${existing}, price, 0)`,
    twin: `if(${existing}, twin, 0)`,
    own_gap: 'relative_gap',
    gap: 'relative_gap + pull_relative',
    gap_first_year: `if(${existing} AND twin_first_year > 0, price / twin_first_year - 1, 0)`,
    gap_horizon: `if(${existing} AND twin_horizon > 0, price / twin_horizon - 1, 0)`,
    money: 'money_gap + pull_money',
    overpaid: 'if(money_gap > 0, money_gap, 0)',
    underpaid: 'if(money_gap < 0, money_gap, 0)',
    above: `${existing} AND relative_gap > {clearlyMore:Float64}`,
    below: `${existing} AND relative_gap < -{clearlyMore:Float64}`,
    headline: 'headline',
    quoted: `${existing} AND quality = 'q1'`,
    on_sheet: `${existing} AND quality = 'q4'`,
    close_product: `${existing} AND NOT own_product`,
    affected: 'headline AND relative_gap > {clearlyMore:Float64}',
    existing_to_reference: `if(${existing}, price / reference_price - 1, 0)`,
    newcomer_to_reference: "if(role = 'newcomer', price / reference_price - 1, 0)",
    newcomer_gap: "if(role = 'newcomer' AND twin > 0, price / twin - 1, 0)",
  },
};

/** Sums of the price regression: its cross products by product line. */
export const regressionCells: CellSpec = { subjects: regressionSubjects, by: ['fit', 'line'], sums: productSums };

/** Who stands where: contracts and prices by role and completed contract year. */
export const standingCells: CellSpec = {
  subjects: standingSubjects,
  by: ['line', 'role', 'tenure_band'],
  sums: { contracts: '1', price: 'price' },
};

/** Running contracts that could not be compared, by reason. */
export const excludedCells: CellSpec = { subjects: excludedSubjects, by: ['fit'], sums: { contracts: '1' } };
