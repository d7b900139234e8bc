import { exposureStayFact } from './exposure-stay.ts';
import type { Fact } from './fact.ts';

/** A month of the contract year is one of leaving by custom where so many times the exits of an ordinary one fell... */
const TIMES = 1.5;
/** ...and more of them than chance gives: the excess in standard errors of what was to be expected, high because eleven months are asked. */
const ERRORS = 4;

/** The months that lie `after` months behind the anniversaries of a stay's contracts, as bits; the anniversaries themselves are left out. */
const behindSql = (renewals: string, after: string) =>
  `bitAnd(bitOr(bitShiftLeft(${renewals}, ${after}), bitShiftRight(${renewals}, 12 - ${after})), bitNot(${renewals}))`;

/** The months of leaving by custom of a stay, as bits. */
export const customMonthsSql = (renewals: string, phases: string) =>
  `arrayReduce('groupBitOr', arrayMap(after -> ${behindSql(renewals, 'after')}, ${phases}))`;

const SPAN = 'bitShiftLeft(bitShiftLeft(toUInt64(1), toUInt8(last_month - first_month + 1)) - 1, toUInt8(first_month))';

/**
 * One row: `phases`, how many months (1..11) behind the anniversary of their contracts people leave by custom, because terms end a day before
 * it, or notice may be given for some weeks after it. Which these are is in no table, but exits that come back every year at the same distance
 * from the start tell: those are taken in which clearly more leave than in the middle one of the eleven.
 */
export const exposureTermFact: Fact = {
  name: 'fact_exposure_term',
  reads: [],
  after: [exposureStayFact],
  orderBy: ['phases'],
  sql: `
WITH
  counted AS (
    SELECT
      sumForEach(arrayMap(after -> toUInt64(bitCount(bitAnd(${behindSql('renewal_months', 'after')}, span))), range(toUInt8(1), toUInt8(12)))) AS months,
      sumForEach(arrayMap(after -> toUInt64(left_voluntarily AND bitTest(${behindSql('renewal_months', 'after')}, last_month)), range(toUInt8(1), toUInt8(12)))) AS leaves
    FROM (SELECT renewal_months, left_voluntarily, first_month, last_month, ${SPAN} AS span FROM fact_exposure_stay WHERE first_month >= 0 AND last_month >= first_month)
  ),
  arraySort(arrayMap((exits, risk) -> exits / greatest(1, risk), leaves, months))[6] AS ordinary
SELECT
  arrayMap(x -> toUInt8(x), arrayFilter(
    (after, exits, risk) -> exits > ${TIMES} * ordinary * risk AND exits - ordinary * risk > ${ERRORS} * sqrt(greatest(1, ordinary * risk)),
    arrayEnumerate(leaves), leaves, months)) AS phases
FROM counted`,
};
