/** A row of `referral` that tells of a recommendation, whoever made it. */
export const RECOMMENDED = `(ifNull(source_type = 'recommendation', referrer_customer_id IS NOT NULL))`;
