import type { Fact } from '#facts/fact.ts';
import { observedSpellFact } from '#facts/observed-spell.ts';
import { entryDay, entryTone, TONES, tonedContactFact } from '#facts/toned-contact.ts';
import type { CellSpec, Subjects } from '../cells.ts';
import { INVOICE_GAPS, LONGEST_DROUGHT, RACE_MONTHS } from './settings.ts';

const YEAR = 365;
const day = entryDay('e');
const MOST_PRODUCTS = 8;

/** The phases of a customer's life that are compared, and the halves of the window, so that neither is mostly older than the other. */
const PHASES = ['existing', 'newcomer'] as const;
export const HALVES = ['recent', 'earlier'] as const;

const boundsOf = { existing: ['existing_from', 'last_day'], newcomer: ['start_day + 1', 'newcomer_to'] } as const;
const halfOf = { recent: ['recent_day', 'log_to'], earlier: ['first_day', 'recent_day - 1'] } as const;

const spans = PHASES.flatMap((phase) =>
  HALVES.map((half) => {
    const [from, to] = boundsOf[phase];
    const [first, last] = halfOf[half];
    const name = `${phase}_${half}`;
    return `
  greatest(${from}, ${first}) AS ${name}_from,
  least(${to}, ${last}) AS ${name}_to,
  is_${phase} * greatest(0, ${name}_to - ${name}_from + 1) / ${YEAR}.25 AS ${name}_years,
  if(${name}_years > 0, arrayCount(d -> d BETWEEN ${name}_from AND ${name}_to, giving_days), 0) AS ${name}_giving,
  if(${name}_years > 0, arrayCount(d -> d BETWEEN ${name}_from AND ${name}_to, untold_days), 0) AS ${name}_untold`;
  }),
).join(',');

// The timeline is taken apart once: each count then looks at the days of its own tone alone, and few contacts are gifts.
const TONE_DAYS = Object.entries({
  giving: [TONES.giving],
  selling: [TONES.selling],
  neutral: [TONES.neutral, TONES.untold],
  untold: [TONES.untold],
  burden: [TONES.burden, TONES.invoice],
  invoice: [TONES.invoice],
  dunning: [TONES.dunning],
})
  .map(
    ([name, tones]) => `
      arrayMap(e -> ${day}, arrayFilter(e -> ${entryTone('e')} IN (${tones.join(', ')}), t.timeline)) AS ${name}_days`,
  )
  .join(',');

const toneCounts = PHASES.map((phase) => {
  const [from, to] = boundsOf[phase];
  const count = (days: string) =>
    `if(${phase}_years > 0, arrayCount(d -> d BETWEEN greatest(${from}, first_day) AND least(${to}, log_to), ${days}), 0)`;
  return `
  ${phase}_recent_years + ${phase}_earlier_years AS ${phase}_years,
  ${phase}_recent_giving + ${phase}_earlier_giving AS ${phase}_giving,
  ${count('burden_days')} AS ${phase}_burden,
  ${count('dunning_days')} AS ${phase}_dunning,
  ${count('selling_days')} AS ${phase}_selling,
  ${count('neutral_days')} AS ${phase}_neutral`;
}).join(',');

const gapSums = Object.fromEntries(
  INVOICE_GAPS.map((months) => [`gap_${months}`, `arrayCount(g -> g = ${months}, invoice_gaps)`]),
);

const heardOf = (...tones: readonly string[]) =>
  `(${tones.map((name) => `arrayExists(d -> d > start_day, ${name}_days)`).join(' OR ')})`;
const raceMonth = (name: string) =>
  `least(${RACE_MONTHS}, greatest(1, ceil((if(${name} > 0, ${name}, last_day) - start_day) / 30.4375)))`;

/**
 * One row per stay of a party, or, where the store knows no contracts, per party from its first to its last contact. Newcomers' days
 * are the first after signature, existing customers' days those from a year of tenure on, both within the look-back window and the time
 * the log covers. Whoever signed before the log began, or on a day of migration, is never a newcomer.
 */
export const droughtFact: Fact = {
  name: 'fact_drought',
  reads: ['contact', 'contract', 'customer', 'product'],
  after: [tonedContactFact, observedSpellFact],
  orderBy: ['party'],
  sql: `
WITH
  (
    SELECT (quantileExactLow(0.001)(logged), max(logged))
    FROM (SELECT arrayJoin(arrayMap(e -> ${day}, timeline)) AS logged FROM fact_toned_contact)
  ) AS log_span,
  (SELECT count() FROM fact_contract) AS contracts_known,
  log_span.1 AS log_from,
  log_span.2 AS log_to,
  log_to - log_from >= ${YEAR} AS log_year,
  greatest(log_from, toInt32(addMonths(toDate32({asOf:Date}), -toInt32({windowMonths:Float64}))) + 1) AS first_day,
  greatest(first_day, log_to - ${YEAR - 1}) AS recent_day,
  product AS (
    SELECT
      product_id,
      if(max(line) = product_id, max(twin_product_id), max(line)) AS product,
      count() AS contracts
    FROM fact_contract
    GROUP BY product_id
  ),
  (
    SELECT groupArray(product)
    FROM (SELECT product FROM product GROUP BY product ORDER BY sum(contracts) DESC, product LIMIT ${MOST_PRODUCTS})
  ) AS products,
  consent AS (
    SELECT
      customer_id,
      multiIf(
        max(consent_email) IS NULL AND max(consent_phone) IS NULL, 'unknown',
        max(ifNull(consent_email, false) OR ifNull(consent_phone, false)), 'yes',
        'no') AS consent
    FROM customer
    GROUP BY customer_id
  ),
  alone AS (SELECT party FROM fact_contract GROUP BY party HAVING count() = 1),
  stay AS (
    SELECT
      s.party AS party,
      s.customer_id AS customer_id,
      s.running AS running,
      if(has(products, p.product), p.product, '*') AS product,
      toInt32(s.start) AS start_day,
      least(toInt32(s.last_day), log_to) AS last_day,
      toInt32(if(s.spell = 1, greatest(s.start, addMonths(s.party_since, toInt32({existingMonths:Float64}))), addMonths(s.start, toInt32({existingMonths:Float64})))) AS existing_from,
      s.spell = 1 AND NOT s.migrated AND s.party_since >= s.start AS is_newcomer,
      toUInt8(1) AS is_existing,
      s.party IN (SELECT party FROM alone) AS counts_invoices
    FROM fact_observed_spell AS s
    LEFT JOIN product AS p ON p.product_id = s.product_id
    UNION ALL
    SELECT
      party,
      party AS customer_id,
      ${entryDay('timeline[-1]')} > log_to - ${YEAR} AS running,
      '' AS product,
      ${entryDay('timeline[1]')} AS start_day,
      ${entryDay('timeline[-1]')} - 1 AS last_day,
      start_day + ${YEAR} AS existing_from,
      start_day > log_from + ${YEAR} AS is_newcomer,
      toUInt8(1) AS is_existing,
      true AS counts_invoices
    FROM fact_toned_contact
    WHERE contracts_known = 0
  ),
  heard AS (
    SELECT
      s.party AS party,
      s.customer_id AS customer_id,
      s.product AS product,
      s.running AS running,
      s.start_day AS start_day,
      s.last_day AS last_day,
      s.existing_from AS existing_from,
      s.is_newcomer AS is_newcomer,
      s.is_existing AS is_existing,
      s.counts_invoices AS counts_invoices,
      ifNull(c.consent, 'unknown') AS consent,
      t.by_kind AS by_kind,
      t.toneless AS toneless,
      length(t.timeline) AS entries,${TONE_DAYS}
    FROM stay AS s
    LEFT JOIN fact_toned_contact AS t ON t.party = s.party
    LEFT JOIN consent AS c ON c.customer_id = s.customer_id
  )
SELECT
  party,
  customer_id,
  product,
  consent,
  contracts_known > 0 AS by_contract,
  log_year,
  toString(toDate32(log_from)) AS log_start,
  toString(toDate32(log_to)) AS log_end,
  is_newcomer,
  least(start_day + toInt32({newcomerDays:Float64}), last_day) AS newcomer_to,${spans},${toneCounts},
  is_newcomer * greatest(0, least(start_day - 1, log_to) - greatest(start_day - 90, first_day) + 1) / ${YEAR}.25 AS before_years,
  arrayCount(d -> before_years > 0 AND d BETWEEN greatest(start_day - 90, first_day) AND start_day - 1, giving_days) AS before_giving,
  by_kind,
  toneless,
  entries,
  running AND existing_from <= log_to AND log_year AS is_judged,
  log_to - greatest(arrayLast(d -> d <= log_to, giving_days), start_day, log_from) AS dry_days,
  is_judged AND dry_days >= ${YEAR} AS is_dry,
  least(${LONGEST_DROUGHT}, intDiv(dry_days, 30.4375)) AS dry_months,
  is_judged AND start_day >= log_from AS since_known,
  since_known AND NOT ${heardOf('neutral', 'selling', 'giving')} AND ${heardOf('burden', 'dunning')} AS only_burden,
  is_newcomer AND start_day >= log_from AND last_day > start_day AS in_race,
  arrayFirst(d -> d > start_day, burden_days) AS first_burden,
  arrayFirst(d -> d > start_day, giving_days) AS first_giving,
  if(first_burden > last_day, 0, first_burden) AS burden_seen,
  if(first_giving > last_day, 0, first_giving) AS giving_seen,
  ${raceMonth('burden_seen')} AS burden_month,
  ${raceMonth('giving_seen')} AS giving_month,
  burden_seen > 0 AND burden_seen - start_day <= ${RACE_MONTHS} * 30.4375 AS burden_came,
  giving_seen > 0 AND giving_seen - start_day <= ${RACE_MONTHS} * 30.4375 AS giving_came,
  if(counts_invoices, arrayMap(d -> toInt32(round(d / 30.4375)), arrayPopFront(arrayDifference(arrayFilter(d -> d >= first_day, invoice_days)))), []) AS invoice_gaps
FROM heard`,
};

export const droughtSubjects: Subjects = {
  name: 'contact-drought',
  cluster: 'party',
  id: 'customer_id',
  sql: `SELECT * FROM ${droughtFact.name}`,
};

const phaseSums = Object.fromEntries(
  PHASES.flatMap((phase) => [
    ...HALVES.flatMap((half) => ['years', 'giving', 'untold'].map((what) => `${phase}_${half}_${what}`)),
    ...['burden', 'dunning', 'selling', 'neutral'].map((what) => `${phase}_${what}`),
  ]).map((name) => [name, name]),
);

export const droughtCells = {
  phases: {
    by: ['product', 'consent'],
    where: 'existing_years > 0 OR newcomer_years > 0',
    sums: {
      ...phaseSums,
      existing: 'existing_years > 0',
      newcomers: 'newcomer_years > 0',
      before_years: 'before_years',
      before_giving: 'before_giving',
    },
  },
  log: {
    by: ['by_contract', 'log_year', 'log_start', 'log_end'],
    replicates: 1,
    sums: { stays: '1', entries: 'entries', by_kind: 'by_kind', toneless: 'toneless', before_log: 'NOT is_newcomer' },
  },
  droughts: {
    by: ['dry_months'],
    where: 'is_judged',
    replicates: 1,
    sums: { customers: '1', affected: 'is_dry', since_known: 'since_known', only_burden: 'only_burden' },
  },
  burdenRace: {
    by: ['burden_month', 'burden_came'],
    where: 'in_race',
    replicates: 1,
    sums: { stays: '1' },
  },
  givingRace: {
    by: ['giving_month', 'giving_came'],
    where: 'in_race',
    replicates: 1,
    sums: { stays: '1' },
  },
  invoices: { by: ['product'], where: 'length(invoice_gaps) > 0', replicates: 1, sums: gapSums },
} satisfies Record<string, CellSpec>;
