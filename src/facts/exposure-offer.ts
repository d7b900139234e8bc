import { contractFact } from './contract.ts';
import { monthOfSql, monthStartSql } from './exposure-window.ts';
import type { Fact } from './fact.ts';

/** Months after an offer's last one in which it may still be felt. */
const AFTER_MONTHS = 2;
/** What runs longer is no campaign: there is no time without it to compare with. */
const LONGEST_DAYS = 184;

const first = `${monthOfSql('valid_from')} + 1`;
const last = `${monthOfSql('valid_to')} + ${AFTER_MONTHS}`;

/**
 * One row per region with the months of the window in which its customers had before them a campaign that only newcomers could take. Campaigns that
 * run everywhere, or for more than half a year, are left out: nobody would be there to compare with.
 */
export const exposureOfferFact: Fact = {
  name: 'fact_exposure_offer',
  reads: ['offer'],
  after: [contractFact],
  orderBy: ['region'],
  sql: `
WITH
  (SELECT groupUniqArray(region) FROM fact_contract WHERE region != '') AS known_regions,
  campaigns AS (
    SELECT
      valid_from,
      assumeNotNull(valid_to) AS valid_to,
      arrayFilter(x -> has(known_regions, x), arrayDistinct(arrayConcat(
        splitByRegexp('[,;|\\\\s]+', ifNull(toString(regions), '')),
        JSONExtract(ifNull(toString(eligibility), '{}'), 'region', 'Array(String)')))) AS named
    FROM offer
    WHERE audience = 'new' AND valid_to IS NOT NULL AND valid_from <= {asOf:Date} AND dateDiff('day', valid_from, valid_to) <= ${LONGEST_DAYS}
      AND valid_to >= ${monthStartSql(`(-${AFTER_MONTHS})`)}
  )
SELECT
  region,
  groupBitOr(bitShiftLeft(toUInt64(1), month)) AS months
FROM campaigns
ARRAY JOIN named AS region
ARRAY JOIN range(toUInt32(greatest(0, ${first})), toUInt32(least(48, greatest(0, ${last} + 1)))) AS month
WHERE length(named) > 0 AND length(named) < length(known_regions)
GROUP BY region`,
};
