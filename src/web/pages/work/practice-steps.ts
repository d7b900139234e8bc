import type { ReplyOf } from '#endpoints/endpoint.ts';
import type { listPractices } from '#endpoints/practices.ts';

export type Practice = ReplyOf<typeof listPractices>['practices'][number];
type State = Practice['state'];

// The server decides; this only spares people choices that it would refuse.
const STEPS: Readonly<Record<State, readonly State[]>> = {
  suspected: ['suspected', 'confirmed', 'rejected'],
  rejected: ['rejected', 'confirmed'],
  confirmed: ['confirmed', 'abolished', 'rejected'],
  abolished: ['abolished', 'verified', 'confirmed'],
  verified: ['verified', 'confirmed'],
};

/** States that may follow, the standing one first. */
export const nextStates = ({ state }: Pick<Practice, 'state'>): readonly State[] => STEPS[state];

const ORDER: readonly State[] = ['confirmed', 'suspected', 'abolished', 'verified', 'rejected'];

/** What asks for a deed first: confirmed, then suspected, then what waits for its re-measurement. */
export const byUrgency = (practices: readonly Practice[]): readonly Practice[] =>
  [...practices].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.title.localeCompare(b.title));
