/** What an audit is asked under; every value is printed in the report. */
export interface AuditSettings {
  /** ISO day of the audit: everything after it is unknown. */
  readonly asOf: string;
  readonly currency: string;
  /** A newcomer's first contract began at most this many days ago. */
  readonly newcomerDays: number;
  /** ... and the party had no other contract for this many months before. */
  readonly newcomerQuietMonths: number;
  /** An existing customer's contract is at least this old, unless its introductory price or minimum term ended earlier. */
  readonly existingMonths: number;
  /** A regular has been a party for at least this many years. */
  readonly regularYears: number;
  /** Look-back window for events. */
  readonly windowMonths: number;
  readonly horizonMonths: number;
  /** A year, 0..1. */
  readonly discountRate: number;
  /** Contribution margin as a share of revenue where no margin is imported; marked as an assumption. */
  readonly marginRate: number;
  /** Value-added tax taken out of gross prices, 0..1. */
  readonly vatRate: number;
  /** Cost of winning a customer where no cost table tells; null: unknown. */
  readonly acquisitionCost: number | null;
  /** No cell with fewer customers is shown. */
  readonly minimumCell: number;
  /** No money from fewer units than this. */
  readonly minimumMoneyUnits: number;
  /** No figure on staff from fewer persons; may be raised, values below 5 count as 5. */
  readonly staffGroupMinimum: number;
  /** 1 once a works agreement on staff figures is recorded; without it nothing is said about staff. */
  readonly worksAgreement: number;
}

export const DEFAULT_AUDIT_SETTINGS: Omit<AuditSettings, 'asOf'> = {
  currency: 'EUR',
  newcomerDays: 90,
  newcomerQuietMonths: 24,
  existingMonths: 12,
  regularYears: 3,
  windowMonths: 24,
  horizonMonths: 36,
  discountRate: 0.1,
  marginRate: 0.3,
  vatRate: 0.19,
  acquisitionCost: null,
  minimumCell: 10,
  minimumMoneyUnits: 30,
  staffGroupMinimum: 7,
  worksAgreement: 0,
};
