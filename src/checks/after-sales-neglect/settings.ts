export const afterSalesDefaults = {
  /** A purchase counts as repeated within this time after the first. */
  repurchaseMonths: 36,
  /** A purchase this soon after the first rating, with none before it, is the one that was rated. */
  deliveryDays: 90,
  /** Lowest answer that counts as satisfied on scales to 5 and to 10, and as a share of any other scale. */
  satisfiedOfFive: 4,
  satisfiedOfTen: 8,
  satisfiedShare: 0.75,
  /** Smallest effect that matters, as a difference of shares. */
  relevantGap: 0.1,
  minimumCustomers: 200,
  /** Smallest share of customers in lines that hold both sides, at either satisfaction with the sale, from which the effect is told. */
  minimumCompared: 0.4,
  /** Customers of a cell from which its rate counts, and from which it is shown with a warning. */
  minimumPerRate: 30,
  minimumShown: 10,
};

export type AfterSalesSettings = typeof afterSalesDefaults;
