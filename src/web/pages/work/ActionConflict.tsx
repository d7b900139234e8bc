import { useQuery } from '@tanstack/react-query';
import { listPractices } from '#endpoints/practices.ts';
import { listColleagues } from '#endpoints/users.ts';
import { ask } from '../../api.ts';
import { useFormat, useWords } from '../../language.tsx';
import { useMay } from '../../shell/me.ts';
import { type ActionDraft, draftOf } from './action-draft.ts';
import type { Action } from './arrange.ts';
import { Conflict } from './Conflict.tsx';
import { differences } from './differences.ts';
import { useQuestions } from './use-questions.ts';
import { WORK_WORDS } from './words.ts';

interface ActionConflictProps {
  readonly theirs: Action;
  readonly draft: ActionDraft;
  readonly fields: readonly (keyof ActionDraft)[];
  readonly onTake: () => void;
  readonly onOverwrite: () => void;
}

/** What another person wrote about the same action, in words rather than ids. */
export function ActionConflict({ theirs, draft, fields, onTake, onOverwrite }: ActionConflictProps) {
  const words = useWords(WORK_WORDS);
  const format = useFormat();
  const questions = useQuestions();
  const leads = useMay('touchpointManager', 'headOfCare');
  const { data: colleagues } = useQuery({ ...ask(listColleagues), enabled: leads });
  const { data: practices } = useQuery(ask(listPractices));
  const names: Readonly<Record<string, string>> = {
    ...words.states,
    ...Object.fromEntries((colleagues?.colleagues ?? []).map(({ id, name }) => [id, name])),
    ...Object.fromEntries((practices?.practices ?? []).map(({ id, title }) => [id, title])),
    ...Object.fromEntries(questions.map(({ value, label }) => [value, label])),
  };
  const labels: Readonly<Record<keyof ActionDraft, string>> = {
    title: words.actions.title,
    note: words.actions.note,
    department: words.actions.department,
    ownerId: words.actions.owner,
    dueOn: words.actions.dueOn,
    state: words.actions.state,
    practiceId: words.actions.practice,
    checkId: words.actions.check,
  };
  const shown = (field: keyof ActionDraft, value: string) =>
    field === 'dueOn' && value !== '' ? format.day(value) : (names[value] ?? value);
  const lines = differences(fields, { ...draftOf(theirs) }, { ...draft }).map((line) => ({
    label: labels[line.field],
    theirs: shown(line.field, line.theirs),
    mine: shown(line.field, line.mine),
  }));
  return <Conflict lines={lines} onTake={onTake} onOverwrite={onOverwrite} />;
}
