import { periodMonthsSql } from '#facts/period.ts';
import type { CellSpec, Subjects } from '../cells.ts';

/** Words by which an item is taken for the sale, for what came after, or for buying again; compared in lower case. */
const AFTER = `'after|nachkauf|nach_kauf|nach dem kauf|service|betreuung|kundendienst|werkstatt'`;
const SALE = `'sale|verkauf|kauf|purchase'`;
const AGAIN = `'repurchase|wiederkauf'`;
/** An intention is no deed, and a question about one is none about the sale. */
const INTENT = `'inten|absicht|recommend|empfehl'`;

/** Product lines with names of their own; all others are '*'. */
const MOST_LINES = 12;

/**
 * Level of an answer: how many of three bars it passes (one step below the cut, the cut, one step above); 2 and more is satisfied.
 * A step is one point on scales to 10, a tenth of longer ones.
 */
const LEVEL = `
      multiIf(scale_max = 5, {satisfiedOfFive:Float64}, scale_max = 10, {satisfiedOfTen:Float64}, {satisfiedShare:Float64} * scale_max) AS bar,
      if(scale_max <= 10, 1, scale_max / 10) AS step,
      toInt8(value >= bar - step) + toInt8(value >= bar) + toInt8(value >= bar + step) AS level`;

/**
 * One row per customer who rated the sale: their answers on the sale and on what came after, the latest of each before they decided,
 * and whether they bought again at the same place within the window, which is open until the contracts on record reach beyond it. The first rated purchase counts. Where the survey itself asks for
 * the repurchase, that answer decides; else contracts do. An internal switch of product is no repurchase. `line` is that of the first purchase,
 * '' where none is known.
 */
export const afterSalesSubjects: Subjects = {
  name: 'after-sales-neglect',
  cluster: 'customer_id',
  id: 'customer_id',
  sql: `
WITH
  answers AS (
    SELECT
      assumeNotNull(coalesce(customer_id, concat('respondent ', respondent_id))) AS person,
      toDate32(at) AS on_day,
      at,
      lower(toString(item)) AS question,
      multiIf(match(question, ${INTENT}), '', match(question, ${AGAIN}), 'again', match(question, ${AFTER}), 'after', match(question, ${SALE}), 'sale', '') AS about,
      value,
      scale_max,${LEVEL}
    FROM survey
    WHERE (customer_id IS NOT NULL OR respondent_id IS NOT NULL)
      AND at < {asOf:Date} + 1
      AND about <> ''
  ),
  (SELECT countIf(about = 'again') > 0 FROM answers) AS is_asked,
  (SELECT groupArray(name) FROM (SELECT toString(line) AS name FROM fact_contract GROUP BY name ORDER BY count() DESC, name LIMIT ${MOST_LINES})) AS lines,
  (SELECT arrayStringConcat(arraySort(groupUniqArrayIf(question, about = 'sale')), ', ') FROM answers) AS sale_items,
  (SELECT arrayStringConcat(arraySort(groupUniqArrayIf(question, about = 'after')), ', ') FROM answers) AS after_items,
  -- Nobody who came back after the last start on record is in the file.
  (SELECT least(max(start), toDate32({asOf:Date})) FROM fact_contract) AS known_until,
  rated AS (
    SELECT person, minIf(on_day, about = 'sale') AS first_rated
    FROM answers
    GROUP BY person
    HAVING countIf(about = 'sale') > 0
  ),
  bought AS (
    SELECT
      r.person AS person,
      any(r.first_rated) AS first_rated,
      arraySort(groupArray((c.start, c.location_id, toUInt8(c.is_switch), c.line))) AS purchases
    FROM rated AS r
    LEFT JOIN (
      SELECT
        customer_id,
        start,
        location_id,
        toString(line) AS line,
        ifNull(lagInFrame(end_kind) OVER previous = 'switch_internal', false) AS is_switch
      FROM fact_contract
      WHERE customer_id IN (SELECT person FROM rated)
      WINDOW previous AS (PARTITION BY customer_id ORDER BY start, contract_id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)
    ) AS c ON c.customer_id = r.person
    GROUP BY r.person
  ),
  cycle AS (
    SELECT
      person,
      arrayFilter(p -> p.1 > toDate32('1970-01-01') OR p.2 <> '', purchases) AS own,
      -- Who rates the sale before delivery has no purchase yet: the one that follows at once is the one that was rated.
      arrayFilter(p -> p.1 <= first_rated, own) AS earlier,
      multiIf(notEmpty(earlier), earlier[-1], own[1].1 <= first_rated + {deliveryDays:Float64}, own[1], (toDate32('1970-01-01'), '', 0, '')) AS first_purchase,
      if(first_purchase.1 > toDate32('1970-01-01'), first_purchase.1, first_rated) AS began,
      addMonths(began, toInt32({repurchaseMonths:Float64})) AS closes,
      arrayFirst(
        p -> p.1 > greatest(first_rated, began) AND p.1 <= closes AND p.3 = 0
          AND (p.2 = first_purchase.2 OR p.2 = '' OR first_purchase.2 = ''),
        own) AS next_purchase,
      next_purchase.1 > greatest(first_rated, began) AS bought_again,
      if(bought_again, next_purchase.1, closes) AS decided
    FROM bought
  ),
  outcome AS (
    SELECT
      c.person AS person,
      c.began AS began,
      multiIf(c.first_purchase.4 = '', '', has(lines, c.first_purchase.4), c.first_purchase.4, '*') AS line,
      if(is_asked, ifNull(w.asked_on, toDate32('2299-12-31')), c.decided) AS decided,
      multiIf(
        is_asked AND w.asked_on IS NULL, 'notAsked',
        is_asked, 'decided',
        empty(c.own), 'noContract',
        c.closes > known_until, 'windowOpen',
        'decided') AS state,
      if(is_asked, ifNull(w.yes, 0), toUInt8(c.bought_again)) AS again
    FROM cycle AS c
    LEFT JOIN (
      SELECT person, toNullable(max(on_day)) AS asked_on, argMax(value / scale_max >= 0.5, (at, value)) AS yes
      FROM answers
      WHERE about = 'again'
      GROUP BY person
    ) AS w ON w.person = c.person
  ),
  judged AS (
    SELECT
      o.person AS person,
      maxIf((a.at, a.level + 1), a.about = 'sale').2 - 1 AS sale_level,
      maxIf((a.at, a.level + 1), a.about = 'after').2 - 1 AS after_level,
      any(o.line) AS line,
      any(o.state) AS state,
      any(o.again) AS again,
      toUInt8(countIf(a.about = 'after') > 0 AND maxIf(a.at, a.about = 'after') = maxIf(a.at, a.about = 'sale')) AS is_one_survey
    FROM outcome AS o
    INNER JOIN answers AS a ON a.person = o.person
    WHERE a.about <> 'again'
      AND (a.on_day < o.decided OR (is_asked AND a.on_day <= o.decided))
      AND (a.about = 'sale' OR a.on_day >= o.began)
    GROUP BY o.person
  ),
  worth AS (
    SELECT
      customer_id,
      toFloat64(sum(toDecimal128(coalesce(toFloat64(margin), toFloat64(revenue) * {marginRate:Float64}), 4))) AS earned,
      sum(${periodMonthsSql('period')}) / 12 AS years
    FROM customer_value
    WHERE (margin IS NOT NULL OR revenue IS NOT NULL)
      AND ${periodMonthsSql('period')} > 0
    GROUP BY customer_id
    HAVING years > 0
  )
SELECT
  j.person AS customer_id,
  j.sale_level AS sale_level,
  j.after_level AS after_level,
  j.line AS line,
  j.state AS state,
  j.again AS again,
  j.is_one_survey AS is_one_survey,
  toUInt8(is_asked) AS survey_asks,
  sale_items,
  after_items,
  toUInt8(w.years > 0) AS is_valued,
  if(w.years > 0, w.earned / w.years, 0) AS value_year
FROM judged AS j
LEFT JOIN worth AS w ON w.customer_id = j.person`,
};

/** Content with the sale, not with what came after. */
export const LET_DOWN = `state = 'decided' AND sale_level >= 2 AND after_level BETWEEN 0 AND 1`;

export const afterSalesCells = {
  customers: {
    by: ['sale_level', 'after_level', 'state', 'line', 'sale_items', 'after_items'],
    sums: {
      customers: '1',
      again: 'again',
      oneSurvey: 'is_one_survey',
      asked: 'survey_asks',
      letDown: LET_DOWN,
      valued: 'is_valued',
      valueYear: 'value_year',
    },
  },
} satisfies Record<string, CellSpec>;
