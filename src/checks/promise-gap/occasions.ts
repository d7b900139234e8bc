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

/** A day that does not come. */
const NEVER = 1_000_000;
/** Some weeks without any end on record are no gap. */
const GAP = 30;

/**
 * First and last day between which the table says when something was over, a few stray days aside: (0, no end) where that is always, and
 * an empty span where it never does.
 */
const recorded = (table: string, begin: string, end: string, name: string) => `(
    WITH quantileExactLowIf(0.001)(over_on, is_over) AS first_end, maxIf(over_on, is_over) AS last_end
    SELECT if(
      countIf(is_over) = 0,
      (toInt32(${NEVER}), toInt32(0)),
      (
        if(first_end <= min(began) + ${GAP}, toInt32(0), first_end),
        if(last_end >= max(began) - ${GAP}, toInt32(${NEVER}), last_end)))
    FROM (
      SELECT
        toInt32(toDate32(${begin})) AS began,
        ifNull(${end} < ${NOW}, false) AS is_over,
        toInt32(toDate32(ifNull(${end}, ${begin}))) AS over_on
      FROM ${table}
      WHERE ${begin} >= ${SINCE} AND ${begin} < ${NOW})
    ) AS ${name}`;

/** Settled within the time, later or not at all, or not yet due; 'untold' where its end would not be on record. */
const inTime = (begin: string, end: string, span: string) => `multiIf(
        ${end} IS NULL AND (toInt32(toDate32(${begin} + toIntervalSecond(toUInt32(p.bar)))) < ${span}.1 OR toInt32(toDate32(${begin})) > ${span}.2), 'untold',
        ifNull(${end} < ${NOW}, false) AND dateDiff('second', ${begin}, ifNull(${end}, ${begin})) <= p.bar, 'kept',
        dateDiff('second', ${begin}, ifNull(least(${end}, ${NOW}), ${NOW})) > p.bar, 'broken',
        'pending')`;

/** The day on which an occasion turns out kept or broken. */
const dueOn = `toDate32(o.due_at + toIntervalSecond(toUInt32(p.bar)))`;

/**
 * CTEs `promises` and `occasions`: one row per promise and occasion on which it was due, whether it was kept ('pending' where that is still
 * open, 'untold' where ends were not written down yet or no longer, 'gaveUp' where somebody hung up after a wait that is not on record), and
 * the customer it was given to, empty where nobody, or a rating itself, is behind it.
 */
export const OCCASIONS = `
  ${recorded('`case`', 'opened_at', 'closed_at', 'closings')},
  ${recorded('mention', 'at', 'replied_at', 'replies')},
  ${recorded('approval', 'requested_at', 'decided_at', 'decisions')},
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
      o.customer_id AS who, toDate32(o.due_at) AS on_day, ${inTime('o.due_at', 'o.closed_at', 'closings')} AS state,
      o.customer_id AS customer, ${dueOn} AS due_on
    FROM ${given({ measure: 'case_closed', table: '`case`', at: 'opened_at', columns: 'case_id, customer_id, topic, closed_at', where: 'true' })}
      AND (p.about = '' OR p.about = ifNull(o.topic, ''))
    UNION ALL
    SELECT p.promise_id, p.promised, p.is_promised_always, o.contact_id, ifNull(o.customer_id, o.contact_id), toDate32(o.due_at),
      multiIf(o.wait_s IS NULL, 'gaveUp', o.is_answered AND o.wait_s <= p.bar, 'kept', o.wait_s > p.bar, 'broken', 'pending'), ifNull(o.customer_id, ''), ${dueOn}
    FROM ${given({
      measure: 'contact_answered',
      table: 'contact',
      at: 'started_at',
      columns:
        'contact_id, customer_id, topic, channel, wait_s, ifNull(answered, NOT ifNull(abandoned, false)) AS is_answered',
      where: `(wait_s IS NOT NULL OR abandoned OR NOT answered) AND (direction IS NULL OR direction = 'in')`,
    })}
      AND (p.about = '' OR p.about = ifNull(o.topic, '')) AND (p.way = '' OR p.way = ifNull(o.channel, ''))
    UNION ALL
    SELECT p.promise_id, p.promised, p.is_promised_always, ifNull(o.mention_id, toString(o.due_at)), ifNull(o.mention_id, toString(o.due_at)), toDate32(o.due_at),
      ${inTime('o.due_at', 'o.replied_at', 'replies')}, '', ${dueOn}
    FROM ${given({ measure: 'mention_replied', table: 'mention', at: 'at', columns: 'mention_id, source, replied_at', where: `(by IS NULL OR by != 'firm')` })}
      AND (p.way = '' OR p.way = o.source)
    UNION ALL
    SELECT p.promise_id, p.promised, p.is_promised_always, o.case_id, o.case_id, toDate32(o.due_at), ${inTime('o.due_at', 'o.decided_at', 'decisions')}, '', ${dueOn}
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
