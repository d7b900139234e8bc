import type { Fact } from './fact.ts';
import { boundsSql, keySql, newcomerRuleSql, traitSql, valuesSql } from './offer-criteria.ts';

const asOf = 'toDate32({asOf:Date})';

/**
 * One row per offer that was open within the window, with what it asks besides being new: `criteria` are tuples of what is asked for, the
 * values it may have, and lower and upper bound; '' asks for something that no column holds. `closed`: an existing customer cannot get it;
 * `hidden`: he can, but not at once. Offers worth nothing are left out.
 */
export const offerTermsFact: Fact = {
  name: 'fact_offer_terms',
  reads: ['offer'],
  after: [],
  orderBy: ['offer_id', 'valid_from'],
  sql: `
SELECT
  *,
  arrayMap(x -> (${keySql('x.1')}, x.2), JSONExtractKeysAndValuesRaw(rule)) AS keys,
  arrayExists(x -> ${newcomerRuleSql('x.1')} AND x.2 NOT IN ('false', '0', 'null'), keys) AS rule_says_new,
  arrayConcat(
    arrayMap(
      x -> (${traitSql('x.1')}, ${valuesSql('x.2')}, ${boundsSql('x.1', 'x.2')}),
      arrayFilter(x -> NOT ${newcomerRuleSql('x.1')} AND x.2 != 'null', keys)),
    if(rule != '' AND empty(keys) AND NOT match(rule, '^\\\\s*(\\\\{\\\\s*\\\\}|null)\\\\s*$'), [('', CAST([], 'Array(String)'), (-inf, inf))], []),
    if(region_list = '', [], [('region', arrayMap(x -> lower(trim(x)), arrayConcat([region_list], if(match(region_list, '[,;|]'), splitByRegexp('[,;|]', region_list), splitByRegexp('\\\\s+', region_list)))), (-inf, inf))])) AS criteria,
  arrayExists(c -> c.1 = '', criteria) AS rule_unclear,
  audience = 'existing' AS only_existing,
  NOT only_existing AND multiIf(reach = 'never', true, reach != '', false, audience = 'new' OR rule_says_new) AS closed,
  NOT only_existing AND NOT closed AND (audience = 'new' OR rule_says_new OR reach != '') AND reach IN ('term_end', 'on_request') AS hidden
FROM (
  SELECT DISTINCT
    offer_id,
    valid_from,
    least(coalesce(valid_to, ${asOf}), ${asOf}) AS last_day,
    CAST(audience, 'String') AS audience,
    ifNull(CAST(reachable_for_existing, 'Nullable(String)'), '') AS reach,
    toFloat64(value) AS worth,
    trim(ifNull(eligibility, '')) AS rule,
    trim(ifNull(regions, '')) AS region_list
  FROM offer
  WHERE valid_from <= ${asOf} AND (valid_to IS NULL OR valid_to > addMonths(${asOf}, -toInt32({windowMonths:Float64}))) AND (value IS NULL OR value > 0)
)`,
};
