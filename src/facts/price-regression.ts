import type { Fact } from './fact.ts';
import { pricedContractFact, segmentShared } from './price-gap.ts';

/** Each completed contract year has a level of its own up to this one; wider bands would lean towards their younger half. */
export const LAST_YEAR = 13;
const YEARS = Array.from({ length: LAST_YEAR + 1 }, (_, year) => `year_${year}` as const);

/** Explaining columns of the price regression, in the order of its sums: contract years against newcomers, volume, numeric risk class. */
export const PRICE_TERMS: readonly string[] = ['year_between', ...YEARS, 'volume', 'risk'];

const RISK_NUMBER = `extract(risk_class, '[0-9]+(?:[.][0-9]+)?')`;
const RAW: Readonly<Record<string, string>> = {
  log_price: 'log(list_price)',
  year_between: "role = 'between'",
  ...Object.fromEntries(YEARS.map((name, year) => [name, `role = 'existing' AND contract_year = ${year}`])),
  volume: 'if(volume > 0, log(volume), 0)',
  risk: `toFloat64OrZero(${RISK_NUMBER})`,
};
const TERMS = [...PRICE_TERMS, 'log_price'];

const columns = (make: (term: string) => string) => TERMS.map(make).join(',\n    ');

/** SELECT of the lines with the group they are regressed in: a line too small shares its slopes with the other small ones. */
export const POOLED_LINES = `
SELECT line AS name, if(count() >= 500 AND countIf(role = 'newcomer') >= 30, line, '') AS pooled
FROM fact_priced_contract
GROUP BY line`;

// Whose volume is not on record is not like those whose volume is: an empty one counts as nothing else.
const GROUP = 'twin_product_id, region, channel, payment_mode, party_kind, ifNull(volume > 0, false)';

// Within risk classes where four in five existing customers have newcomers of their class; else also with the class as a number.
const FITS = `(
    SELECT if(sumIf(existing, newcomers > 0) >= 0.8 * sum(existing), ['exact'], ['exact', 'linear'])
    FROM (
      SELECT countIf(role = 'existing') AS existing, countIf(role = 'newcomer') AS newcomers
      FROM fact_priced_contract
      GROUP BY ${GROUP}, risk_class
    )
  )`;

const ROWS = `
SELECT
  contract_id, customer_id, role, contract_year, price, pooled AS line, fit,
  cityHash64(${GROUP}, if(fit = 'exact', risk_class, if(${RISK_NUMBER} = '', '', 'number')), if(${segmentShared(GROUP)}, segment, '')) AS stratum,
  ${columns((term) => `toFloat64(${RAW[term]}) AS raw_${term}`)}
FROM (
  SELECT p.*, l.pooled AS pooled, arrayJoin(${FITS}) AS fit
  FROM fact_priced_contract AS p
  INNER JOIN (${POOLED_LINES}) AS l ON l.name = p.line
)`;

/**
 * Means of the price regression's terms among contracts of the same product, region, channel and payment (fit `linear`: the risk class
 * enters as a number) or also of the same risk class (fit `exact`).
 */
export const priceMeanFact: Fact = {
  name: 'fact_price_mean',
  reads: [],
  after: [pricedContractFact],
  orderBy: ['fit', 'stratum'],
  sql: `
SELECT fit, stratum, count() AS members,
  ${columns((term) => `toFloat64(sum(toDecimal128(raw_${term}, 8))) / members AS mean_${term}`)}
FROM (${ROWS})
GROUP BY fit, stratum`,
};

/**
 * The hedonic price regression's rows: every term less its mean among like contracts. Regressing these is the same as a regression
 * with a level of its own for each group of like contracts (Frisch-Waugh-Lovell), at the cost of a few sums.
 */
export const PRICE_REGRESSION_ROWS = `
SELECT
  r.contract_id AS contract_id, r.customer_id AS customer_id, r.role AS role, r.contract_year AS contract_year, r.price AS price,
  r.line AS line, r.fit AS fit,
  ${columns((term) => `r.raw_${term} - m.mean_${term} AS ${term}`)}
FROM (${ROWS}) AS r
INNER JOIN fact_price_mean AS m ON m.fit = r.fit AND m.stratum = r.stratum`;
