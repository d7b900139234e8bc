import type { Check } from './check.ts';

/** Every check there is, in order of measure. */
export const CHECKS: readonly Check[] = [];
