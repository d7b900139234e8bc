import type { Register } from './register.ts';

/** Where people wrote down the number of a customer. */
export interface Mention {
  readonly place: 'practice' | 'action' | 'proof' | 'audit';
  readonly id: string;
  readonly field: string;
  readonly text: string;
}

/** Shorter numbers stand in texts by chance; those are left to a person's eye. */
const SURE_LENGTH = 5;
/** What stands where a number was. */
const GONE = '…';
/** Whether a number is so long that a text that holds it can only mean the customer. */
export const isSure = (customerId: string): boolean => customerId.length >= SURE_LENGTH;

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const wholeNumber = (customerId: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(customerId)}(?![\\p{L}\\p{N}])`, 'gu');
const withoutNumber = (text: string, customerId: string): string => text.replaceAll(wholeNumber(customerId), GONE);

const FIELDS = {
  practice: ['title', 'description', 'reason'],
  action: ['title', 'note', 'department'],
} as const;

/** Texts of the register in which the number stands as a word of its own. */
export async function mentionsOf({ db }: Register, customerId: string): Promise<readonly Mention[]> {
  const wanted = wholeNumber(customerId);
  const named = (place: Mention['place'], id: string, texts: Readonly<Record<string, string>>): readonly Mention[] =>
    Object.entries(texts)
      .filter(([, text]) => text.search(wanted) >= 0)
      .map(([field, text]) => ({ place, id, field, text }));
  const practices = await db
    .selectFrom('practice')
    .select(['id', ...FIELDS.practice])
    .execute();
  const actions = await db
    .selectFrom('action')
    .select(['id', ...FIELDS.action])
    .execute();
  const proofs = await db.selectFrom('proof').select(['id', 'registration']).execute();
  const audits = await db.selectFrom('audit').select(['id', 'note']).where('note', '!=', '').execute();
  return [
    ...practices.flatMap(({ id, ...texts }) => named('practice', id, texts)),
    ...actions.flatMap(({ id, ...texts }) => named('action', id, texts)),
    ...proofs.flatMap(({ id, registration }) => named('proof', id, { registration })),
    ...audits.flatMap(({ id, note }) => named('audit', id, { note })),
  ];
}

/** Takes the number out of practices and actions; proofs and audits can never be changed. */
export async function eraseMentions({ db }: Register, customerId: string): Promise<void> {
  const gone = (text: string) => withoutNumber(text, customerId);
  for (const { id, ...texts } of await db
    .selectFrom('practice')
    .select(['id', ...FIELDS.practice])
    .execute()) {
    const set = { title: gone(texts.title), description: gone(texts.description), reason: gone(texts.reason) };
    if (JSON.stringify(set) !== JSON.stringify(texts))
      await db.updateTable('practice').set(set).where('id', '=', id).execute();
  }
  for (const { id, ...texts } of await db
    .selectFrom('action')
    .select(['id', ...FIELDS.action])
    .execute()) {
    const set = { title: gone(texts.title), note: gone(texts.note), department: gone(texts.department) };
    if (JSON.stringify(set) !== JSON.stringify(texts))
      await db.updateTable('action').set(set).where('id', '=', id).execute();
  }
}

/** Outcomes of jobs quote first values of files; what an export was asked for may name whom it was filtered by. */
export async function rewriteOutcomes({ db }: Register, rewrite: (outcome: string) => string): Promise<void> {
  for (const { id, input, outcome } of await db.selectFrom('job').select(['id', 'input', 'outcome']).execute()) {
    const written = { input: rewrite(input), outcome: outcome === null ? null : rewrite(outcome) };
    if (written.outcome !== outcome || written.input !== input)
      await db.updateTable('job').set(written).where('id', '=', id).execute();
  }
}
