import type { Column } from '#warehouse/table.ts';

/** What a unit does to a value: a factor for numbers, or a column beside it that it fills. */
export interface Unit {
  /** Kinds of columns that the unit makes sense for. */
  readonly kinds: readonly Column['kind'][];
  readonly factor: number;
  /** Columns of the same table that the unit fills: { price_period: 'month' }. */
  readonly fills: Readonly<Record<string, string>>;
}

const MONEY = ['money', 'number'] as const;
const factorOf = (kinds: Unit['kinds'], factor: number): Unit => ({ kinds, factor, fills: {} });
const fillsOf = (fills: Unit['fills']): Unit => ({ kinds: MONEY, factor: 1, fills });

/** Units as a mapping file names them. */
export const UNITS: Readonly<Record<string, Unit>> = {
  cents: factorOf(MONEY, 0.01),
  euros: fillsOf({ currency: 'EUR' }),
  thousands: factorOf(['money', 'number', 'count'], 1000),
  milliseconds: factorOf(['seconds'], 0.001),
  seconds: factorOf(['seconds'], 1),
  minutes: factorOf(['seconds'], 60),
  hours: factorOf(['seconds'], 3600),
  percent: factorOf(['share'], 0.01),
  month: fillsOf({ price_period: 'month' }),
  quarter: fillsOf({ price_period: 'quarter' }),
  half_year: fillsOf({ price_period: 'half_year' }),
  year: fillsOf({ price_period: 'year' }),
  net: fillsOf({ price_basis: 'net' }),
  gross: fillsOf({ price_basis: 'gross' }),
};

/** How often a period fits into a year: prices a year are asked for in some columns. */
const PERIODS_A_YEAR: Readonly<Record<string, number>> = { month: 12, quarter: 4, half_year: 2, year: 1 };

/** The unit as it works on this column; null: it makes no sense there. */
export function unitFor(name: string, column: Column): Unit | null {
  const unit = Object.hasOwn(UNITS, name) ? UNITS[name] : undefined;
  if (unit === undefined || !unit.kinds.includes(column.kind)) return null;
  const perYear = PERIODS_A_YEAR[name];
  const yearly = column.unit?.endsWith('/year') === true;
  return perYear !== undefined && yearly ? factorOf(unit.kinds, perYear) : unit;
}
