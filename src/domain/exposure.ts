/** What a company can do to a customer, in the order of the report. */
export const EXPOSURES = [
  'price_gap',
  'drought',
  'long_wait',
  'contact_change',
  'unresolved_case',
  'claim_refusal',
  'new_only_offer',
  'peer_exit',
] as const;
export type Exposure = (typeof EXPOSURES)[number];
