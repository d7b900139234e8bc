import type { listActions } from '#endpoints/actions.ts';
import type { ReplyOf } from '#endpoints/endpoint.ts';

export type Action = ReplyOf<typeof listActions>['actions'][number];
type Timed = Pick<Action, 'state' | 'dueOn' | 'title'>;

export const isStanding = ({ state }: Pick<Action, 'state'>): boolean => state === 'open' || state === 'inProgress';

/** Due before the day at hand and not settled. `today`: ISO day. */
export const isOverdue = (action: Pick<Action, 'state' | 'dueOn'>, today: string): boolean =>
  isStanding(action) && action.dueOn !== null && action.dueOn < today;

// An action without a day comes after all that have one.
const place = (action: Timed) => `${isStanding(action) ? 0 : 1} ${action.dueOn ?? '9999-99-99'} ${action.title}`;

/** What stands first by its day, then what has no day, then what is settled. */
export const arranged = <T extends Timed>(actions: readonly T[]): readonly T[] =>
  [...actions].sort((a, b) => place(a).localeCompare(place(b), 'en'));
