export const GRADIENT_DEFAULTS = {
  /** Concentration index that matters: the most valuable get about 15 % less than the mean, the least valuable 15 % more. */
  relevantIndex: 0.05,
  /** For prices beside the newcomer's: 3 % more and 3 % less. */
  relevantPriceIndex: 0.01,
  minimumCustomers: 200,
  minimumPerDecile: 20,
  /** Customers who enjoy a good at all, or calls that waited. */
  minimumReceivers: 50,
  minimumDistinctRanks: 10,
};
export type GradientSettings = typeof GRADIENT_DEFAULTS;
