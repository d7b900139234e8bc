export const SINCE = `addMonths({asOf:Date}, -toInt32({windowMonths:Float64}))`;
const NOW = `toDateTime64({asOf:Date} + 1, 3, 'UTC')`;
/** Anonymous numbers of respondents who answer for the company. */
export const MANAGEMENT = `'^(management|manager|mgmt|leitung|führung|fuehrung|geschäftsführ|geschaeftsfuehr|vorstand|board)'`;

interface Occasions {
  readonly measure: string;
  readonly table: string;
  /** When the promise falls due from. */
  readonly at: string;
  readonly columns: string;
  readonly where: string;
}

/** Rows of the window beside the promises that they fall under; read only where such a promise is given. */
const given = ({ measure, table, at, columns, where }: Occasions) => `(
      SELECT ${columns}, ${at} AS due_at
      FROM ${table}
      WHERE (SELECT countIf(measure = '${measure}') FROM promise) > 0
        AND ${at} >= ${SINCE} AND ${at} < ${NOW} AND ${where}
    ) AS o
    CROSS JOIN (SELECT * FROM promises WHERE is_testable AND measure = '${measure}') AS p
    WHERE toDate32(o.due_at) >= p.since AND toDate32(o.due_at) <= p.until`;

/** Settled within the time, later or not at all, or not yet due. */
const inTime = (begin: string, end: string) => `multiIf(
        ifNull(${end} < ${NOW}, false) AND dateDiff('second', ${begin}, ifNull(${end}, ${begin})) <= p.bar, 'kept',
        dateDiff('second', ${begin}, ifNull(least(${end}, ${NOW}), ${NOW})) > p.bar, 'broken',
        'pending')`;

/** The day on which an occasion turns out kept or broken. */
const dueOn = `toDate32(o.due_at + toIntervalSecond(toUInt32(p.bar)))`;

/**
 * CTEs `promises` and `occasions`: one row per promise and occasion on which it was due, whether it was kept ('pending' where that is still
 * open), and the customer it was given to, empty where nobody, or a rating itself, is behind it.
 */
export const OCCASIONS = `
  promises AS (
    SELECT
      promise_id,
      toDate32(valid_from) AS since,
      toDate32(ifNull(valid_to, toDate32('2200-01-01'))) AS until,
      ifNull(toString(measure), 'not_testable') AS measure,
      ifNull(toString(unit), '') AS unit_name,
      ifNull(toString(topic), '') AS about,
      ifNull(toString(channel), '') AS way,
      ifNull(promised_share, 1) AS promised,
      promised_share IS NULL AS is_promised_always,
      ifNull(threshold, 0) * multiIf(
        measure = 'rating', 1,
        unit_name = 'seconds', 1,
        unit_name = 'minutes', 60,
        unit_name = 'hours', 3600,
        unit_name = 'days', 86400,
        measure = 'contact_answered', 1,
        3600) AS bar,
      measure != 'not_testable' AND threshold IS NOT NULL AND (measure = 'rating') = (unit_name = 'points' OR (unit_name = '' AND measure = 'rating')) AS is_testable
    FROM promise
    WHERE valid_from <= {asOf:Date}
  ),
  occasions AS (
    SELECT p.promise_id AS promise_id, p.promised AS promised, p.is_promised_always AS is_promised_always, o.case_id AS occasion_id,
      o.customer_id AS who, toDate32(o.due_at) AS on_day, ${inTime('o.due_at', 'o.closed_at')} AS state,
      o.customer_id AS customer, ${dueOn} AS due_on
    FROM ${given({ measure: 'case_closed', table: '`case`', at: 'opened_at', columns: 'case_id, customer_id, topic, closed_at', where: 'true' })}
      AND (p.about = '' OR p.about = ifNull(o.topic, ''))
    UNION ALL
    SELECT p.promise_id, p.promised, p.is_promised_always, o.contact_id, ifNull(o.customer_id, o.contact_id), toDate32(o.due_at),
      multiIf(o.is_answered AND o.wait_s <= p.bar, 'kept', o.wait_s > p.bar, 'broken', 'pending'), ifNull(o.customer_id, ''), ${dueOn}
    FROM ${given({
      measure: 'contact_answered',
      table: 'contact',
      at: 'started_at',
      columns:
        'contact_id, customer_id, topic, channel, wait_s, ifNull(answered, NOT ifNull(abandoned, false)) AS is_answered',
      where: `wait_s IS NOT NULL AND (direction IS NULL OR direction = 'in')`,
    })}
      AND (p.about = '' OR p.about = ifNull(o.topic, '')) AND (p.way = '' OR p.way = ifNull(o.channel, ''))
    UNION ALL
    SELECT p.promise_id, p.promised, p.is_promised_always, ifNull(o.mention_id, toString(o.due_at)), ifNull(o.mention_id, toString(o.due_at)), toDate32(o.due_at),
      ${inTime('o.due_at', 'o.replied_at')}, '', ${dueOn}
    FROM ${given({ measure: 'mention_replied', table: 'mention', at: 'at', columns: 'mention_id, source, replied_at', where: `(by IS NULL OR by != 'firm')` })}
      AND (p.way = '' OR p.way = o.source)
    UNION ALL
    SELECT p.promise_id, p.promised, p.is_promised_always, o.case_id, o.case_id, toDate32(o.due_at), ${inTime('o.due_at', 'o.decided_at')}, '', ${dueOn}
    FROM ${given({ measure: 'approval_decided', table: 'approval', at: 'requested_at', columns: 'case_id, decided_at', where: 'true' })}
    UNION ALL
    SELECT p.promise_id, p.promised, p.is_promised_always, concat(o.person, ' ', toString(o.due_at)), o.person, toDate32(o.due_at),
      if(o.value >= p.bar, 'kept', 'broken'), '', toDate32(o.due_at)
    FROM ${given({
      measure: 'rating',
      table: 'survey',
      at: 'at',
      columns: 'assumeNotNull(coalesce(customer_id, respondent_id)) AS person, item, channel, value',
      where: `NOT (customer_id IS NULL AND match(lower(ifNull(respondent_id, '')), ${MANAGEMENT}))`,
    })}
      AND (p.about = '' OR p.about = o.item) AND (p.way = '' OR p.way = ifNull(o.channel, ''))
  )`;
