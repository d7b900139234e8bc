/** Words by which an item is taken for the willingness to recommend, or else for the overall judgement; lower case. */
const RECOMMEND = `'recommend|empfehl|nps'`;
const OVERALL = `'overall|gesamt|satisf|zufrieden'`;
/** Touchpoints that are told apart, the most rated ones. */
const TOUCHPOINTS = 40;

/** -1 disappointing, 0 okay, 1 delighting: 1-2, 3-4 and 5 of five; 0-6, 7-8 and 9-10 of ten; other scales by the nearer of the two. */
const CLASS = `multiIf(
        scale_max <= 7, multiIf(value <= 0.4 * scale_max, -1, value >= 0.95 * scale_max, 1, 0),
        value <= 0.6 * scale_max, -1,
        value >= 0.9 * scale_max, 1,
        0)`;

/** Steps up to single answers, the item of the overall judgement and the touchpoints; all of it from the survey alone. */
export const ASKED = `
  asked AS (
    SELECT
      assumeNotNull(coalesce(customer_id, concat('respondent ', respondent_id))) AS person,
      at,
      lower(toString(item)) AS question,
      multiIf(touchpoint_id IS NOT NULL, 0, match(question, ${RECOMMEND}), 1, match(question, ${OVERALL}), 2, 9) AS rank,
      ifNull(touchpoint_id, '') AS touchpoint,
      toInt8(${CLASS}) AS felt,
      if(scale_max = 10, value, 10 * (value - 1) / (scale_max - 1)) AS points
    FROM survey
    WHERE at >= addMonths({asOf:Date}, -toInt32({surveyMonths:Float64}))
      AND at < {asOf:Date} + 1
      AND (customer_id IS NOT NULL OR respondent_id IS NOT NULL)
      AND scale_max > 1
  ),
  (SELECT groupArray(question) FROM (SELECT question FROM asked WHERE rank IN (1, 2) GROUP BY question, rank ORDER BY rank, count() DESC, question LIMIT 1)) AS judgement,
  (SELECT groupArray(touchpoint) FROM (SELECT touchpoint FROM asked WHERE rank = 0 GROUP BY touchpoint ORDER BY count() DESC, touchpoint LIMIT ${TOUCHPOINTS})) AS touchpoints`;
