import type { Format } from '#domain/format.ts';
import type { Unit } from '#domain/verdict-terms.ts';
import type { Sided } from './break-even.ts';

const half = ({ low, high }: Sided) => (low === null || high === null ? undefined : (high - low) / 2);

/** A value with as many digits as its interval supports. */
export const written = (sided: Sided, unit: Unit, format: Format): string =>
  format.quantity(sided.value, unit, half(sided));

export const writtenLow = (sided: Sided, unit: Unit, format: Format): string =>
  sided.low === null ? '…' : format.quantity(sided.low, unit, half(sided));

export const writtenHigh = (sided: Sided, unit: Unit, format: Format): string =>
  sided.high === null ? '…' : format.quantity(sided.high, unit, half(sided));

/** Both ends of the interval; three dots where it is unbounded. */
export const writtenRange = (sided: Sided, unit: Unit, format: Format): string =>
  `${writtenLow(sided, unit, format)} ${format.language === 'de' ? 'bis' : 'to'} ${writtenHigh(sided, unit, format)}`;
