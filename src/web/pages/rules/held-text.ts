import type { Format } from '#domain/format.ts';
import type { Pack } from './rule-calls.ts';
import type { RULES_WORDS } from './words.ts';

/** Since when, and until when as far as known, a rule holds. */
export const heldText = (
  { validFrom, validTo }: Pick<Pack, 'validFrom' | 'validTo'>,
  words: typeof RULES_WORDS.en,
  format: Format,
): string =>
  validTo === null ? words.holdsFrom(format.day(validFrom)) : words.held(format.day(validFrom), format.day(validTo));
