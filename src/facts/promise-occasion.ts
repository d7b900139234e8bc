export const SINCE = `addMonths({asOf:Date}, -toInt32({windowMonths:Float64}))`;
const NOW = `toDateTime64({asOf:Date} + 1, 3, 'UTC')`;
/** Anonymous numbers of respondents who answer for the company. */
export const MANAGEMENT = `'^(management|manager|mgmt|leitung|führung|fuehrung|geschäftsführ|geschaeftsfuehr|vorstand|board)'`;

/** What proves a promise. */
type Measure = 'case_closed' | 'contact_answered' | 'mention_replied' | 'approval_decided' | 'rating';
/** Where the rows of a measure are read: a table, or a SELECT in brackets. What is left out has no occasions. */
type Sources = Partial<Readonly<Record<Measure, string>>>;

/** Whole tables are read only where such a promise is given. */
const ifGiven = (table: string, measure: Measure) =>
  `(SELECT * FROM ${table} WHERE (SELECT countIf(measure = '${measure}') FROM promise) > 0)`;

interface Occasions {
  readonly measure: Measure;
  readonly source: string;
  /** When the promise falls due from. */
  readonly at: string;
  readonly columns: string;
  readonly where: string;
}

/** Rows of the window beside the promises that they fall under. */
const given = ({ measure, source, at, columns, where }: Occasions) => `(
      SELECT ${columns}, ${at} AS due_at
      FROM ${source}
      WHERE ${at} >= ${SINCE} AND ${at} < ${NOW} AND ${where}
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
const recorded = (table: string, begin: string, end: string) => `(
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
    )`;

/** Settled within the time, later or not at all, or not yet due; 'untold' where its end would not be on record. */
const inTime = (begin: string, end: string, span: string) => `multiIf(
        ${end} IS NULL AND (toInt32(toDate32(${begin} + toIntervalSecond(toUInt32(p.bar)))) < ${span}.1 OR toInt32(toDate32(${begin})) > ${span}.2), 'untold',
        ifNull(${end} < ${NOW}, false) AND dateDiff('second', ${begin}, ifNull(${end}, ${begin})) <= p.bar, 'kept',
        dateDiff('second', ${begin}, ifNull(least(${end}, ${NOW}), ${NOW})) > p.bar, 'broken',
        'pending')`;

/** The day on which an occasion turns out kept or broken. */
const dueOn = `toDate32(o.due_at + toIntervalSecond(toUInt32(p.bar)))`;

/** Seconds that it took; NULL while it is open, or where its end is not on record. */
const took = (begin: string, end: string) =>
  `if(ifNull(${end} < ${NOW}, false), toNullable(toFloat64(dateDiff('second', ${begin}, ${end}))), NULL)`;

interface Told {
  readonly id: string;
  readonly who: string;
  readonly state: string;
  readonly customer: string;
  readonly due: string;
  readonly seconds: string;
  readonly topic: string;
}

const occasion = ({ id, who, state, customer, due, seconds, topic }: Told, from: string) => `
    SELECT p.promise_id AS promise_id, p.promised AS promised, p.is_promised_always AS is_promised_always, p.measure AS measure, p.bar AS bar,
      ${id} AS occasion_id, ${who} AS who, toDate32(o.due_at) AS on_day, ${state} AS state, ${customer} AS customer, ${due} AS due_on,
      ${seconds} AS seconds, ${topic} AS topic
    FROM ${from}`;

const OCCASION_SQL: Readonly<Record<Measure, (source: string) => string>> = {
  case_closed: (source) =>
    occasion(
      {
        id: 'o.case_id',
        who: 'o.customer_id',
        state: inTime('o.due_at', 'o.closed_at', 'closings'),
        customer: 'o.customer_id',
        due: dueOn,
        seconds: took('o.due_at', 'o.closed_at'),
        topic: `ifNull(toString(o.topic), '')`,
      },
      `${given({ measure: 'case_closed', source, at: 'opened_at', columns: 'case_id, customer_id, topic, closed_at', where: 'true' })}
      AND (p.about = '' OR p.about = ifNull(o.topic, ''))`,
    ),
  contact_answered: (source) =>
    occasion(
      {
        id: 'o.contact_id',
        who: 'ifNull(o.customer_id, o.contact_id)',
        state: `multiIf(o.wait_s IS NULL, 'gaveUp', o.is_answered AND o.wait_s <= p.bar, 'kept', o.wait_s > p.bar, 'broken', 'pending')`,
        customer: `ifNull(o.customer_id, '')`,
        due: dueOn,
        seconds: 'o.wait_s',
        topic: `ifNull(toString(o.topic), '')`,
      },
      `${given({
        measure: 'contact_answered',
        source,
        at: 'started_at',
        columns:
          'contact_id, customer_id, topic, channel, wait_s, ifNull(answered, NOT ifNull(abandoned, false)) AS is_answered',
        where: `(wait_s IS NOT NULL OR abandoned OR NOT answered) AND (direction IS NULL OR direction = 'in')`,
      })}
      AND (p.about = '' OR p.about = ifNull(o.topic, '')) AND (p.way = '' OR p.way = ifNull(o.channel, ''))`,
    ),
  mention_replied: (source) =>
    occasion(
      {
        id: 'ifNull(o.mention_id, toString(o.due_at))',
        who: 'ifNull(o.mention_id, toString(o.due_at))',
        state: inTime('o.due_at', 'o.replied_at', 'replies'),
        customer: `''`,
        due: dueOn,
        seconds: took('o.due_at', 'o.replied_at'),
        topic: `''`,
      },
      `${given({ measure: 'mention_replied', source, at: 'at', columns: 'mention_id, source, replied_at', where: `(by IS NULL OR by != 'firm')` })}
      AND (p.way = '' OR p.way = o.source)`,
    ),
  approval_decided: (source) =>
    occasion(
      {
        id: 'o.case_id',
        who: 'o.case_id',
        state: inTime('o.due_at', 'o.decided_at', 'decisions'),
        customer: `''`,
        due: dueOn,
        seconds: took('o.due_at', 'o.decided_at'),
        topic: `''`,
      },
      given({
        measure: 'approval_decided',
        source,
        at: 'requested_at',
        columns: 'case_id, decided_at',
        where: 'true',
      }),
    ),
  rating: (source) =>
    occasion(
      {
        id: `concat(o.person, ' ', toString(o.due_at))`,
        who: 'o.person',
        state: `if(o.value >= p.bar, 'kept', 'broken')`,
        customer: `''`,
        due: 'toDate32(o.due_at)',
        seconds: 'CAST(NULL AS Nullable(Float64))',
        topic: `''`,
      },
      `${given({
        measure: 'rating',
        source,
        at: 'at',
        columns: 'assumeNotNull(coalesce(customer_id, respondent_id)) AS person, item, channel, value',
        where: `NOT (customer_id IS NULL AND match(lower(ifNull(respondent_id, '')), ${MANAGEMENT}))`,
      })}
      AND (p.about = '' OR p.about = o.item) AND (p.way = '' OR p.way = ifNull(o.channel, ''))`,
    ),
};

const isMeasure = (name: string): name is Measure => name in OCCASION_SQL;

/** What is promised, in seconds or points, and whether anything measures it. */
const PROMISES = `SELECT
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
WHERE valid_from <= {asOf:Date}`;

/**
 * CTE `occasions`: one row per promise and occasion on which it was due, whether it was kept ('pending' where that is still
 * open, 'untold' where ends were not written down yet or no longer, 'gaveUp' where somebody hung up after a wait that is not on record), and
 * the customer it was given to, empty where nobody, or a rating itself, is behind it. Needs `promises` with the spans.
 */
export const occasionsOf = (sources: Sources) => `occasions AS (${Object.entries(sources)
  .flatMap(([measure, source]) => (isMeasure(measure) ? [OCCASION_SQL[measure](source)] : []))
  .join('\n    UNION ALL')}
  )`;

/** Between which days the house writes ends down: seen from all of its rows, also where those of one customer are asked. */
const SPANS = [
  ['closings', recorded('`case`', 'opened_at', 'closed_at')],
  ['replies', recorded('mention', 'at', 'replied_at')],
  ['decisions', recorded('approval', 'requested_at', 'decided_at')],
] as const;

/** Promises with the spans beside each, to be kept for questions about one customer. */
export const PROMISES_TO_KEEP = `SELECT
  p.*,
  ${SPANS.map(([name, span]) => `assumeNotNull(${span}) AS ${name}`).join(',\n  ')}
FROM (${PROMISES}) AS p
ORDER BY promise_id, since`;

/** CTEs `promises` and `occasions`, those of everybody. */
export const OCCASIONS = `
  ${SPANS.map(([name, span]) => `${span} AS ${name}`).join(',\n  ')},
  promises AS (
    ${PROMISES}
  ),
  ${occasionsOf({
    case_closed: ifGiven('`case`', 'case_closed'),
    contact_answered: ifGiven('contact', 'contact_answered'),
    mention_replied: ifGiven('mention', 'mention_replied'),
    approval_decided: ifGiven('approval', 'approval_decided'),
    rating: ifGiven('survey', 'rating'),
  })}`;
