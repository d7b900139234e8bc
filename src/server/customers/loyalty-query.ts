import { z } from 'zod';
import { LOYALTIES, loyaltySql, percentSql } from '#facts/loyalty-answer.ts';
import { BY_OWN_HAND, TONES, toneSql } from '#facts/toned-contact.ts';
import type { PointQuery } from '#warehouse/point-query.ts';
import { identifier } from '#warehouse/query.ts';

const AnswerRow = z.object({
  loyalty: z.enum(LOYALTIES),
  question: z.string(),
  points: z.number(),
  scale: z.number(),
  answered_on: z.string(),
});
export type AnswerRow = z.infer<typeof AnswerRow>;

/** The last answer of one customer to each question that counts for a loyalty. */
export const loyaltyAnswersQuery = (customerId: string, asOf: string): PointQuery<AnswerRow> => ({
  name: 'answers of a customer',
  reads: ['survey'],
  sql: `SELECT
  loyalty,
  question,
  argMax(value, at) AS points,
  argMax(scale_max, at) AS scale,
  toString(toDate32(max(at))) AS answered_on
FROM (
  SELECT ${loyaltySql('item')} AS loyalty, toString(item) AS question, toFloat64(value) AS value, toFloat64(scale_max) AS scale_max, at
  FROM survey
  WHERE customer_id = {customerId:String} AND at < {asOf:Date} + 1 AND loyalty != '' AND ${percentSql} BETWEEN 0 AND 100
)
GROUP BY loyalty, question
ORDER BY loyalty, max(at) DESC, question
LIMIT 4 BY loyalty`,
  params: { customerId, asOf },
  row: AnswerRow,
});

const Counted = z.coerce.number();
const LastDay = z.string().nullable();
const DeedsRow = z.object({
  contacts: Counted,
  last_contact: LastDay,
  gifts: Counted,
  last_gift: LastDay,
  visits: Counted,
  last_visit: LastDay,
  recommendations: Counted,
  told: Counted,
  thanked: Counted,
});
export type DeedsRow = z.infer<typeof DeedsRow>;

const AT_OUR_PLACE_OR_THEIRS = 'visit|besuch|meeting|shop|laden|store|branch|filiale|persönlich';
const times = (what: string, count: string, last: string) =>
  `countIf(${what} AND day > addMonths({asOf:Date}, -12)) AS ${count}, toString(maxOrNullIf(day, ${what})) AS ${last}`;

/** What is on record of us doing for the four ties; one row. */
export const deedsQuery = (customerId: string, asOf: string, recommenders: string): PointQuery<DeedsRow> => ({
  name: 'what is done for the ties of a customer',
  reads: ['contact'],
  sql: `SELECT c.*, r.*
FROM (
  SELECT
    ${times('by_us', 'contacts', 'last_contact')},
    ${times('is_gift', 'gifts', 'last_gift')},
    ${times('is_visit', 'visits', 'last_visit')}
  FROM (
    SELECT
      toDate32(started_at) AS day,
      ifNull(${BY_OWN_HAND}, false) AS by_us,
      by_us AND ${toneSql} = ${TONES.giving} AS is_gift,
      match(lowerUTF8(ifNull(toString(channel), '')), '${AT_OUR_PLACE_OR_THEIRS}') AS is_visit
    FROM contact
    WHERE customer_id = {customerId:String} AND started_at < {asOf:Date} + 1
  )
) AS c
CROSS JOIN (
  SELECT sum(recommendations) AS recommendations, sum(told) AS told, sum(thanked) AS thanked
  FROM ${identifier(recommenders)}
  WHERE customer_id = {customerId:String}
) AS r
ORDER BY contacts`,
  params: { customerId, asOf },
  row: DeedsRow,
});
