import { BEGIN } from './migrations/begin.ts';
import { DESK } from './migrations/desk.ts';

/** In order; a store's version is the number of those it has been through. Never edit one that has left the house. */
export const MIGRATIONS: readonly string[] = [BEGIN, DESK];
