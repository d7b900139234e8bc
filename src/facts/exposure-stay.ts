import { monthOfSql, monthStartSql, WINDOW_MONTHS } from './exposure-window.ts';
import type { Fact } from './fact.ts';
import { observedSpellFact, spellRecordFact } from './observed-spell.ts';

/** Months before the window in which decisions to leave are still kept, because others may have seen them. */
export const MONTHS_BEFORE = 24;

// A notice in the last days of a month belongs to the next one: whatever was to be known of the month before was known by then.
const NOTICE_GRACE_DAYS = 3;

/** One bit every twelve months. */
const EVERY_YEAR = 1 + 2 ** 12 + 2 ** 24 + 2 ** 36;

/**
 * One row per stay that reaches into the exposure window or ended by the customer's own decision within two years before it: the month in
 * which the decision fell (notice where it is known, else the end; nothing after a notice can be its reason), and the months in which
 * it was there from the first day on (`first_month` to `last_month`, none where the first lies behind the last).
 */
export const exposureStayFact: Fact = {
  name: 'fact_exposure_stay',
  reads: ['contract', 'customer', 'product'],
  after: [observedSpellFact, spellRecordFact],
  orderBy: ['party', 'spell'],
  sql: `
WITH
  notices AS (
    SELECT f.party AS party, assumeNotNull(f.end) AS end, max(c.notice_date) AS notice
    FROM fact_contract AS f
    INNER JOIN (SELECT contract_id, notice_date FROM contract WHERE notice_date IS NOT NULL) AS c ON c.contract_id = f.contract_id
    WHERE f.end IS NOT NULL
    GROUP BY f.party, end
  ),
  described AS (
    SELECT
      party,
      argMin((line, segment, region, channel), (start, contract_id)) AS first_contract,
      groupBitOr(bitShiftLeft(toUInt64(${EVERY_YEAR}), positiveModulo(${monthOfSql('start')}, 12))) AS renewal_months
    FROM fact_contract
    GROUP BY party
  ),
  -- Ends that all fall on one day are a picture of that day, not a history: no month of leaving is known.
  (SELECT max(one_day_share > 0.5 AND ends >= 20) FROM fact_spell_record) AS is_snapshot,
  (SELECT groupArray(name) FROM (SELECT line AS name FROM fact_contract GROUP BY name ORDER BY count() DESC, name LIMIT 3)) AS lines
SELECT
  s.party AS party,
  s.spell AS spell,
  s.customer_id AS customer_id,
  s.start AS start,
  s.party_since AS party_since,
  s.running AS running,
  if(has(lines, d.first_contract.1), d.first_contract.1, '*') AS line,
  d.first_contract.2 AS segment,
  d.first_contract.3 AS region,
  d.first_contract.4 AS channel,
  d.renewal_months AS renewal_months,
  s.left_voluntarily AS left_voluntarily,
  s.last_day AS last_day,
  ifNull(n.notice <= s.end AND n.notice > s.start, false) AS has_notice,
  toInt32(${monthOfSql('s.start')}) AS start_month,
  toInt32(${monthOfSql('s.last_day')}) AS end_month,
  toInt32(multiIf(
    NOT s.left_voluntarily, -1000,
    has_notice, least(${monthOfSql(`addDays(assumeNotNull(n.notice), ${NOTICE_GRACE_DAYS})`)}, end_month),
    end_month)) AS decided_month,
  toInt32(if(is_snapshot, 1000, greatest(0, start_month + 1, ifNull(${monthOfSql('s.record_start')} + 1, 0)))) AS first_month,
  toUInt8(is_snapshot) AS snapshot,
  toInt32(multiIf(s.left_voluntarily, decided_month, s.running OR s.end_kind = 'running', ${WINDOW_MONTHS} - 1, least(end_month, ${WINDOW_MONTHS} - 1))) AS last_month
FROM fact_observed_spell AS s
LEFT JOIN notices AS n ON n.party = s.party AND n.end = s.end
INNER JOIN described AS d ON d.party = s.party
WHERE NOT s.before_records AND s.last_day >= ${monthStartSql(`(-${MONTHS_BEFORE})`)}`,
};
