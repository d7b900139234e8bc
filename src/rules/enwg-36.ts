import { centsSql, exactSql, periodsSql, writtenSql, yearCentsSql } from './exact-cents.ts';
import { heldContractsSql, SCOPE_RESULT } from './held-contracts.ts';
import type { RulePack } from './rule-pack.ts';

// Emergency supply (section 38) may cost something else; only basic supply is meant.
const BASIC_SUPPLY = `if(match(concat(name, ' ', line), 'grundversorg|basic.?supply') AND NOT match(concat(name, ' ', line), 'ersatzversorg'), '', 'notBasicSupply')`;

const costSql = (basePrice: string, unitPrice: string) =>
  centsSql(`${exactSql(basePrice)} * ${periodsSql('period')} + ${unitPrice} * ${writtenSql('volume')}`);

// Contracts that owe base and unit prices are alike whatever they use; those with one price only, where they use the same.
const sql = `
WITH
  ${heldContractsSql({ consumersOnly: false, unnamed: BASIC_SUPPLY })},
  standing AS (
    SELECT
      *,
      ifNull(base_price, 0) AS base,
      if(unit_price IS NULL, 0, ${writtenSql('unit_price')}) AS unit,
      base_price IS NOT NULL OR unit_price IS NOT NULL AS parts,
      multiIf(scope != '', scope, region = '', 'regionMissing', NOT parts AND ifNull(price, 0) <= 0, 'noPrice', '') AS barred,
      sipHash128(product_id, region, risk_class, period, basis, parts, if(parts, '', ifNull(toString(volume), ''))) AS alike,
      if(parts, (toString(base), toString(unit)), (toString(ifNull(price, 0)), '')) AS conditions
    FROM held
    WHERE running
  ),
  groups AS (
    SELECT
      alike,
      max(start) AS newest_start,
      count() AS contracts,
      argMax((conditions, base, unit, price), (start, contract_id)) AS newest
    FROM standing
    WHERE barred = ''
    GROUP BY alike
  ),
  newest AS (
    SELECT s.alike AS alike, uniqExact(s.conditions) AS sets
    FROM standing AS s
    INNER JOIN groups AS g ON g.alike = s.alike AND g.newest_start = s.start
    WHERE s.barred = ''
    GROUP BY alike
  )
SELECT
  s.contract_id AS subject_id,
  s.customer_id AS customer_id,
  s.product_id AS product_id,
  s.region AS region,
  s.channel AS channel,
  s.risk_class AS risk_class,
  if(s.barred = '', ifNull(g.contracts, 0), 0) AS cases,
  if(s.barred = '', g.newest_start, NULL) AS judged_on,
  multiIf(s.barred NOT IN ('', 'regionMissing'), NULL, NOT s.parts, ${yearCentsSql('s.price', 's.period')}, s.volume IS NULL, NULL, ${costSql('s.base', 's.unit')}) AS price_cents,
  multiIf(result NOT IN ('passes', 'fails'), NULL, NOT s.parts, ${yearCentsSql('g.newest.4', 's.period')}, s.volume IS NULL, NULL, ${costSql('g.newest.2', 'g.newest.3')}) AS twin_cents,
  if(result IN ('passes', 'fails') AND price_cents IS NOT NULL AND twin_cents IS NOT NULL, greatest(assumeNotNull(price_cents) - assumeNotNull(twin_cents), 0), NULL) AS over_cents,
  if(result IN ('passes', 'fails'), s.product_id, '') AS twin_product_id,
  if(result IN ('passes', 'fails'), 'q2', '') AS quality,
  multiIf(s.scope != '', ${SCOPE_RESULT}, reason IN ('sameConditions'), 'passes', reason = 'otherConditions', 'fails', 'unjudged') AS result,
  multiIf(
    s.barred != '', s.barred,
    g.contracts = 1, 'noPeer',
    n.sets > 1, 'newestDisagree',
    s.conditions = g.newest.1, 'sameConditions',
    'otherConditions') AS reason
FROM standing AS s
LEFT JOIN groups AS g ON g.alike = s.alike
LEFT JOIN newest AS n ON n.alike = s.alike`;

/** Germany: prices and conditions of basic supply do not depend on when the contract came about. */
export const enwg36: RulePack = {
  id: 'enwg-36',
  version: '1.0.0',
  country: 'DE',
  law: 'Energiewirtschaftsgesetz (EnWG), § 36 Abs. 1 Satz 2',
  validFrom: '2022-07-29',
  validTo: null,
  sources: [
    { id: 'P28', place: 'cleverreach Osterpaket Teil 3; forum.energienetz 21250' },
    { id: null, place: 'lexetius.de' },
  ],
  subject: 'contract',
  periodMonths: 12,
  fact: {
    name: 'fact_rule_enwg_36',
    reads: ['contract', 'customer', 'product'],
    after: [],
    orderBy: ['subject_id'],
    sql,
  },
  words: {
    en: {
      title: 'One price for basic supply, whenever the contract began (section 36 (1) EnWG)',
      question:
        'Does this contract have the very conditions of the one that began last with the same product, network area and price group?',
      limits: [
        'Only basic supply: products whose name or line says so, or those that you name. Emergency supply and special contracts are outside.',
        'The region of the contract stands for the network area.',
        'Compared are base price and unit price, or the price where neither is kept; other conditions are not.',
        'A difference counts in both directions; the money is only what is paid too much.',
      ],
    },
    de: {
      title: 'Ein Preis der Grundversorgung, wann immer der Vertrag begann (§ 36 Abs. 1 EnWG)',
      question:
        'Hat dieser Vertrag genau die Bedingungen des zuletzt begonnenen mit gleichem Produkt, Netzgebiet und gleicher Preisgruppe?',
      limits: [
        'Nur Grundversorgung: Produkte, deren Name oder Sparte es sagt, oder die Sie nennen. Ersatzversorgung und Sonderverträge bleiben außen vor.',
        'Die Region des Vertrags steht für das Netzgebiet.',
        'Verglichen werden Grund- und Arbeitspreis oder, wo beide fehlen, der Preis; andere Bedingungen nicht.',
        'Ein Unterschied zählt in beide Richtungen; als Geld nur, was zu viel gezahlt wird.',
      ],
    },
  },
};
