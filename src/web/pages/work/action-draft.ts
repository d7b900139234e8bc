import type { Action } from './arrange.ts';

/** What a person writes about an action; '' stands for nothing. */
export interface ActionDraft {
  readonly title: string;
  readonly note: string;
  readonly department: string;
  readonly ownerId: string;
  readonly dueOn: string;
  readonly state: Action['state'];
  readonly practiceId: string;
  readonly checkId: string;
}

export const ACTION_FIELDS = [
  'title',
  'note',
  'department',
  'ownerId',
  'dueOn',
  'state',
  'practiceId',
  'checkId',
] as const satisfies readonly (keyof ActionDraft)[];

const orNull = (text: string) => (text === '' ? null : text);

export const draftOf = (action: Action | null, checkId = ''): ActionDraft => ({
  title: action?.title ?? '',
  note: action?.note ?? '',
  department: action?.department ?? '',
  ownerId: action?.owner?.id ?? '',
  dueOn: action?.dueOn ?? '',
  state: action?.state ?? 'open',
  practiceId: action?.practiceId ?? '',
  checkId: action?.checkId ?? checkId,
});

/** The draft as the server takes it. */
export const fieldsOf = ({ title, note, department, ownerId, dueOn, practiceId, checkId }: ActionDraft) => ({
  title,
  note,
  department,
  ownerId: orNull(ownerId),
  dueOn: orNull(dueOn),
  practiceId: orNull(practiceId),
  checkId: orNull(checkId),
});
