import type { Fact } from './fact.ts';
import { observedSpellFact } from './observed-spell.ts';

/** What a customer can be loyal to, in the order of the columns. */
export const LOYALTIES = ['company', 'offers', 'people', 'networks'] as const;
export type LoyaltyName = (typeof LOYALTIES)[number];

/** What an item has to be called to count for a loyalty; a name is asked in this order. */
const ITEM_NAMES: Readonly<Record<LoyaltyName, string>> = {
  networks:
    '(loyal|treue).*(network|netz|communit|gemeinschaft|peer|umfeld|famil)|belonging|zugeh(ö|oe)rig|people.around|menschen.um|umfeld.ist',
  people:
    '(loyal|treue).*(people|person|staff|contact|mensch|ansprechpartner|betreuer)|know.who|would.follow|an.wen|betreuer.folgen|ansprechpartner.folgen',
  offers:
    '(loyal|treue).*(offer|product|service|brand|angebot|produkt|marke)|preference.at.equal.price|equal.price|gleiche.{0,3}preis',
  company:
    '(loyal|treue).*(company|firm|unternehmen|standort|location|place)|choose.again|would.choose|choose.us.again|wieder.(w(ä|ae)hlen|entscheiden)',
};
const ASKED: readonly LoyaltyName[] = ['networks', 'people', 'offers', 'company'];
export const loyaltySql = (item: string) =>
  `multiIf(${ASKED.map((name) => `match(lower(${item}), '${ITEM_NAMES[name]}'), '${name}'`).join(', ')}, '')`;

/** Scales of 10 and 100 begin at 0, shorter ones at 1: the answer in percent of what was possible. */
const LOWEST = `if(scale_max IN (10, 100), 0, 1)`;
export const percentSql = `100 * (toFloat64(value) - ${LOWEST}) / greatest(0.5, toFloat64(scale_max) - ${LOWEST})`;
export const waveSql = `ifNull(toString(wave), toString(toStartOfQuarter(toDate(at))))`;

const level = (name: LoyaltyName) =>
  `if(countIf(loyalty = '${name}') = 0, NULL, toFloat64(sumIf(toDecimal64(round(percent, 4), 4), loyalty = '${name}')) / greatest(1, countIf(loyalty = '${name}'))) AS ${name}`;
const floored = LOYALTIES.map((name) => `greatest(1, ifNull(${name}, 1))`);
const others = (name: LoyaltyName) => LOYALTIES.filter((other) => other !== name).map((other) => `ifNull(${other}, 0)`);

/**
 * One row per person and survey wave with answers on loyalty: the level of each loyalty in percent of the maximum possible (the mean of
 * its items, NULL where none was answered; nothing is imputed) and what became of the customer in the twelve months after. `state` is
 * 'left' (of their own accord), 'stayed', or why neither can be said: 'open' (less than twelve months ago), 'locked' (bound by contract
 * for the whole of them), 'otherwise' (ended for another reason), 'gone' (no customer any more), 'unknown' (no contract, or anonymous).
 */
export const loyaltyAnswerFact: Fact = {
  name: 'fact_loyalty_answer',
  reads: ['survey', 'contract', 'customer'],
  after: [observedSpellFact],
  orderBy: ['person', 'day'],
  sql: `
WITH
  asked AS (
    SELECT
      ifNull(customer_id, '') AS customer_id,
      coalesce(customer_id, respondent_id, '') AS person,
      ${waveSql} AS wave_key,
      toDate32(at) AS answered_on,
      ${loyaltySql('item')} AS loyalty,
      ${percentSql} AS percent
    FROM survey
    WHERE at < {asOf:Date} + 1 AND loyalty != '' AND percent BETWEEN 0 AND 100
  ),
  answers AS (
    SELECT
      person, wave_key, min(customer_id) AS customer_id, max(answered_on) AS day,
      ${LOYALTIES.map(level).join(',\n      ')}
    FROM asked
    GROUP BY person, wave_key
  ),
  owners AS (
    SELECT customer_id, min(party) AS own_party, min(segment) AS own_segment, groupArray((start, ifNull(min_term_end, start))) AS terms
    FROM fact_contract
    GROUP BY customer_id
  ),
  placed AS (
    SELECT
      a.person AS person, a.customer_id AS customer_id, a.wave_key AS wave_key, a.day AS day, a.company AS company, a.offers AS offers, a.people AS people, a.networks AS networks,
      ifNull(o.own_party, '') AS party,
      ifNull(o.own_segment, '') AS segment,
      arrayExists(term -> term.1 <= day AND term.2 > day + 365, o.terms) AS locked
    FROM answers AS a
    LEFT JOIN owners AS o ON o.customer_id = a.customer_id
  )
SELECT
  p.* EXCEPT (locked),
  company IS NOT NULL AND offers IS NOT NULL AND people IS NOT NULL AND networks IS NOT NULL AS complete,
  (${LOYALTIES.map((name) => `ifNull(${name}, 0)`).join(' + ')}) / 4 AS mean_level,
  least(${LOYALTIES.map((name) => `ifNull(${name}, 100)`).join(', ')}) AS weakest_level,
  pow(${floored.join(' * ')}, 0.25) AS geometric,
  if(complete, greatest(${LOYALTIES.map((name) => `(${others(name).join(' + ')}) / 3 - ifNull(${name}, 100)`).join(', ')}), 0) AS weakest_lag,
  day > addMonths(toDate32({asOf:Date}), -toInt32({windowMonths:Float64}))
    AND row_number() OVER (PARTITION BY person ORDER BY day DESC, wave_key DESC) = 1 AS is_latest,
  if(s.party IS NULL, 0, dateDiff('month', s.start, p.day)) AS tenure_months,
  multiIf(
    p.party = '' OR s.party IS NULL, 'unknown',
    ifNull(s.end <= p.day, false), 'gone',
    p.locked, 'locked',
    ifNull(s.end <= p.day + 365 AND s.left_voluntarily, false), 'left',
    ifNull(s.end <= p.day + 365, false), 'otherwise',
    p.day + 365 > toDate32({asOf:Date}), 'open',
    'stayed') AS state
FROM placed AS p
ASOF LEFT JOIN fact_observed_spell AS s ON s.party = p.party AND s.start <= p.day`,
};
