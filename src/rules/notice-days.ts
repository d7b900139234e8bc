// A notice for everyone, or for regions, lines and products; of any other narrowing we cannot say whom it reached.
const READABLE = `'region', 'line', 'product_id', 'product'`;
const namedSql = (key: string) => `arrayMap(x -> lower(x), if(JSONType(ifNull(scope, ''), '${key}') = 'Array',
        JSONExtract(ifNull(scope, ''), '${key}', 'Array(String)'),
        arrayFilter(x -> x != '', [JSONExtractString(ifNull(scope, ''), '${key}')])))`;
const everyone = `ifNull(scope, '') IN ('', '{}')`;
const readable = `(isValidJSON(ifNull(scope, '')) AND NOT empty(JSONExtractKeys(ifNull(scope, '')))
        AND empty(arrayFilter(k -> k NOT IN (${READABLE}), JSONExtractKeys(ifNull(scope, '')))))`;
const reaches = (names: string, value: string) => `(empty(${names}) OR has(${names}, lower(${value})))`;

interface NoticeKinds {
  /** Regular expression over contact.kind in lower case. */
  readonly contacts: string;
}

/**
 * SQL of CTEs `general` and `told`: for every contract of `held` the days up to {asOf} on which its holder was told (`days`), those on which it is
 * unclear whether (`unclear_days`), and whether the store holds any such notice at all (`any_notice`). Told means a contact from us of a matching
 * kind, or a notice event of kind best_tariff_notice that reached the contract.
 */
export const noticeDaysSql = ({ contacts }: NoticeKinds) => `general AS (
    SELECT groupArray((
      toDate32(at),
      ${everyone} OR ${readable},
      ${namedSql('region')},
      ${namedSql('line')},
      arrayConcat(${namedSql('product_id')}, ${namedSql('product')}))) AS notices
    FROM notice_event
    WHERE kind = 'best_tariff_notice' AND toDate32(at) <= {asOf:Date}
  ),
  personal AS (
    SELECT assumeNotNull(customer_id) AS customer_id, groupUniqArray(toDate32(started_at)) AS own_days
    FROM contact
    WHERE customer_id IS NOT NULL AND ifNull(direction != 'in', true) AND toDate32(started_at) <= {asOf:Date}
      AND match(lower(ifNull(toString(kind), '')), '${contacts}')
    GROUP BY customer_id
  ),
  told AS (
    SELECT
      h.*,
      arraySort(arrayDistinct(arrayConcat(
        if(p.customer_id IS NULL, [], p.own_days),
        arrayMap(n -> n.1, arrayFilter(n -> n.2 AND ${reaches('n.3', 'h.region')} AND ${reaches('n.4', 'h.line')} AND ${reaches('n.5', 'h.product_id')}, (SELECT notices FROM general)))))) AS days,
      arrayMap(n -> n.1, arrayFilter(n -> NOT n.2, (SELECT notices FROM general))) AS unclear_days,
      (SELECT count() FROM personal) + length((SELECT notices FROM general)) > 0 AS any_notice
    FROM held AS h
    LEFT JOIN personal AS p ON p.customer_id = h.customer_id
  )`;

/** SQL: the columns of a row that a duty to inform leaves empty, around its own result, reason and day. */
export const noticeRowSql = (from: string) => `
SELECT
  contract_id AS subject_id,
  customer_id,
  product_id,
  region,
  channel,
  risk_class,
  length(days) AS cases,
  told_on AS judged_on,
  CAST(NULL, 'Nullable(Int64)') AS price_cents,
  CAST(NULL, 'Nullable(Int64)') AS twin_cents,
  CAST(NULL, 'Nullable(Int64)') AS over_cents,
  '' AS twin_product_id,
  '' AS quality,
  multiIf(
    reason IN ('informed', 'inTime'), 'passes',
    reason IN ('neverInformed', 'overdue', 'tooEarly', 'tooLate'), 'fails',
    reason IN ('noNoticeData', 'noticeScopeUnclear', 'lineUnknown', 'termEndUnknown'), 'unjudged',
    'outside') AS result,
  reason
FROM (${from})`;

/** SQL of a reason: told within a year before {asOf}, where the duty has been running since {since}. */
export const yearlyReasonSql = (since: string) => `multiIf(
    addYears(${since}, 1) > {asOf:Date}, if(notEmpty(days) AND days[-1] >= ${since}, 'informed', 'firstYear'),
    NOT any_notice, 'noNoticeData',
    notEmpty(days) AND addYears(days[-1], 1) >= {asOf:Date}, 'informed',
    arrayExists(d -> addYears(d, 1) >= {asOf:Date}, unclear_days), 'noticeScopeUnclear',
    empty(days), 'neverInformed',
    'overdue')`;

/** SQL: the last day on which the holder was told; NULL where never. */
export const LAST_TOLD = 'if(empty(days), NULL, days[-1])';
