import type { Fact } from './fact.ts';
import { partySpellFact } from './party-spell.ts';

/** Months from one day to another, the part of the last one by its days; whole months to the day are whole numbers. */
const monthsSql = (from: string, to: string) => {
  const whole = `age('month', ${from}, ${to})`;
  const last = `addMonths(${from}, ${whole})`;
  return `${whole} + dateDiff('day', ${last}, ${to}) / dateDiff('day', ${last}, addMonths(${from}, ${whole} + 1))`;
};

// Switches inside the house come in waves and tell nothing about how ends were recorded.
const ENDED = `end IS NOT NULL AND end_kind != 'switch_internal'`;

const daysBefore = (day: string) =>
  `sum(greatest(0, dateDiff('day', start, least(coalesce(end, toDate32({asOf:Date})), assumeNotNull(${day})))))`;
const daysAfter = (day: string) =>
  `sum(greatest(0, dateDiff('day', greatest(start, assumeNotNull(${day})), coalesce(end, toDate32({asOf:Date})))))`;

/**
 * One row: what the contracts themselves tell about how they were recorded.
 *
 * `record_start`: the day before ends are on record, NULL where they always were. A store filled from a newer system knows only those
 * who were still there on that day; their earlier months would make everybody look loyal. Taken as given when the time before the lowest
 * half per cent of the ends should have seen five more, and five times as many, as it did (a stray early end does not hide the day), or
 * else when the time before the very first end should have seen five; both at the rate of the time after.
 * `migration_days`: days on which more than 15 % of all spells began, unless the date is as busy every year or every day is like it.
 * `one_day_share`: share of the ends that fall on one single day; near 1 the ends are a snapshot, not a history.
 */
export const spellRecordFact: Fact = {
  name: 'fact_spell_record',
  reads: ['contract', 'customer', 'product'],
  after: [partySpellFact],
  orderBy: ['ends'],
  sql: `
WITH
  (SELECT (min(end), toDate32(quantileExactLow(0.005)(assumeNotNull(toInt32(end))))) FROM fact_contract WHERE ${ENDED}) AS first_ends,
  (
    SELECT
      countIf(${ENDED} AND ifNull(end < first_ends.2, false)) AS stray,
      ${daysBefore('first_ends.2')} * (countIf(${ENDED}) - stray) / greatest(1, ${daysAfter('first_ends.2')}) > 5 + 5 * stray
    FROM fact_contract
  ) AS strays,
  if(strays.2, first_ends.2, assumeNotNull(first_ends.1)) AS first_end,
  (
    SELECT groupArray(start)
    FROM (
      SELECT
        start,
        count() AS n,
        sum(n) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS total,
        count() OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS days,
        sum(n) OVER (PARTITION BY toMonth(start), toDayOfMonth(start)) AS same_date
      FROM fact_party_spell
      GROUP BY start
    )
    WHERE n >= 30 AND n > 0.15 * total AND n * (days - 1) >= 5 * (total - n) AND n > 0.5 * same_date
  ) AS found_days,
  (SELECT max(n) FROM (SELECT count() AS n FROM fact_contract WHERE ${ENDED} GROUP BY end)) AS busiest
SELECT
  countIf(${ENDED}) AS ends,
  countIf(${ENDED} AND ifNull(end < first_end, false)) AS ends_before,
  ${daysBefore('first_end')} AS days_before,
  ${daysAfter('first_end')} AS days_after,
  if(
    ends >= 20 AND days_after > 0.05 * (days_before + days_after)
      AND days_before * (ends - ends_before) / days_after > 5 + 5 * ends_before,
    toNullable(first_end - 1),
    NULL) AS record_start,
  arraySort(found_days) AS migration_days,
  busiest / greatest(ends, 1) AS one_day_share
FROM fact_contract`,
};

/**
 * One row per spell with its time under observation, in months of tenure. `entry_months` is above 0 where a spell is seen only from the
 * start of the records on; `exit_month` is the month in which it ended or the day of the audit fell. The parts tell how much of the first
 * and last month was seen, so that counts per month are at risk for no longer than they were. Migrated spells (true start unknown) and
 * spells that ended before the records begin are marked and carry no months. The largest twelve channels, offers and eight products keep
 * their names; the others are '*'.
 */
export const observedSpellFact: Fact = {
  name: 'fact_observed_spell',
  reads: ['contract', 'customer', 'product'],
  after: [spellRecordFact],
  orderBy: ['party', 'spell'],
  sql: `
WITH
  (SELECT groupArray(name) FROM (SELECT channel AS name FROM fact_party_spell WHERE channel != '' GROUP BY name ORDER BY count() DESC, name LIMIT 12)) AS channels,
  (SELECT groupArray(name) FROM (SELECT offer AS name FROM fact_party_spell WHERE offer != '' GROUP BY name ORDER BY count() DESC, name LIMIT 12)) AS offers,
  (SELECT groupArray(name) FROM (SELECT product_id AS name FROM fact_party_spell GROUP BY name ORDER BY count() DESC, name LIMIT 8)) AS products
SELECT
  s.* EXCEPT (last_ended, contracts_in_spell),
  r.record_start AS record_start,
  has(r.migration_days, s.start) AS migrated,
  ifNull(s.end <= r.record_start, false) AS before_records,
  coalesce(s.end, toDate32({asOf:Date})) AS last_day,
  greatest(s.start, ifNull(r.record_start, s.start)) AS entered,
  NOT migrated AND NOT before_records AND (last_day > entered OR end IS NOT NULL) AS in_curves,
  if(in_curves AND entered > s.start, ${monthsSql('s.start', 'entered')}, 0) AS entry_months,
  if(in_curves, ${monthsSql('s.start', 'last_day')}, 0) AS exit_months,
  toUInt16(ceil(entry_months)) AS entry_month,
  toUInt16(greatest(1, ceil(exit_months))) AS exit_month,
  end_kind IN ('voluntary', 'unknown') AS left_voluntarily,
  end_kind IN ('provider', 'non_payment', 'death', 'move', 'expired') AS left_otherwise,
  multiIf(NOT in_curves OR entry_month = 0, 0, entry_month < exit_month, entry_month - entry_months, left_voluntarily OR left_otherwise, 1, exit_months - entry_months) AS entry_part,
  if(in_curves AND NOT (left_voluntarily OR left_otherwise) AND (entry_month = 0 OR entry_month < exit_month), exit_month - exit_months, 0) AS unseen_part,
  multiIf(s.channel = '', '', has(channels, s.channel), s.channel, '*') AS top_channel,
  multiIf(s.offer = '', '', has(offers, s.offer), s.offer, '*') AS top_offer,
  if(has(products, s.product_id), s.product_id, '*') AS top_product
FROM fact_party_spell AS s
CROSS JOIN fact_spell_record AS r`,
};
