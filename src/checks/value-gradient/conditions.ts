import type { Unit } from '#domain/verdict-terms.ts';

/** What customers may get more or less of. */
export const CONDITIONS = ['price', 'gifts', 'waits', 'discount', 'unitPrice'] as const;
export type Condition = (typeof CONDITIONS)[number];

interface Kind {
  /** A good is better when it is more, a burden when it is less. */
  readonly isGood: boolean;
  readonly unit: Unit;
  /** Large customers commonly agree on discounts and unit prices, so these can accuse but never show the reverse. */
  readonly contractual: boolean;
  /** SQL over a row of the fact: how many units (contracts, customers, calls), what they got, what their like got. */
  readonly units: string;
  readonly got: string;
  readonly expected: string;
  /** SQL of the yearly money that the row falls short of its like; null where no money is known. */
  readonly short: string | null;
}

export const KINDS: Readonly<Record<Condition, Kind>> = {
  price: {
    isGood: false,
    unit: 'ratio',
    contractual: false,
    units: 'ratio IS NOT NULL',
    got: 'ratio',
    expected: 'ratio_expected',
    short: '(ratio - ratio_expected) * twin',
  },
  gifts: {
    isGood: true,
    unit: 'money/year',
    contractual: false,
    units: 'gift IS NOT NULL',
    got: 'gift',
    expected: 'gift_expected',
    short: 'gift_expected - gift',
  },
  waits: {
    isGood: false,
    unit: 'seconds',
    contractual: false,
    units: 'calls',
    got: 'waited',
    expected: 'waited_expected',
    short: null,
  },
  discount: {
    isGood: true,
    unit: 'share',
    contractual: true,
    units: 'discount IS NOT NULL',
    got: 'discount',
    expected: 'discount_expected',
    short: '(discount_expected - discount) * list_price',
  },
  unitPrice: {
    isGood: false,
    unit: 'ratio',
    contractual: true,
    units: 'unit_price IS NOT NULL',
    got: 'unit_price',
    expected: 'unit_price_expected',
    short: null,
  },
};
