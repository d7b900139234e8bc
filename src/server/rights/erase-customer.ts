import { AppError } from '#domain/app-error.ts';
import type { Actor } from '#register/edge.ts';
import { note } from '#register/log.ts';
import { eraseMentions, isSure, mentionsOf, rewriteOutcomes } from '#register/mentions.ts';
import { erasePerson, personCounts, personIds, rewriteReceipts } from '#warehouse/persons.ts';
import { removeExports } from '../exports/export-files.ts';
import type { Services } from '../services.ts';
import { withoutQuotes } from './quoted-values.ts';

/**
 * Erases a customer from every table, receipt and text of the house (Art. 17 GDPR). The log keeps that and by whom, never who it was.
 * Audits made before keep their numbers, which name nobody; their lists of people can no longer be opened.
 * @throws AppError notFound
 */
export async function eraseCustomer(
  { register, warehouse, data, settings }: Services,
  actor: Actor,
  customerId: string,
) {
  return data.inTurn(async () => {
    const ids = await personIds(warehouse, customerId);
    const tables = (await personCounts(warehouse, ids)).length;
    if (tables === 0 && (await mentionsOf(register, customerId)).length === 0)
      throw new AppError('notFound', 'nothing is stored');
    const numbers = [ids.customerId, ...ids.contracts, ...ids.cases];
    const rewrite = (text: string) => withoutQuotes(text, numbers);
    await note(register, { actor, event: 'erasureBegun', subject: '', details: {} });
    await rewriteReceipts(warehouse, ids, rewrite);
    await rewriteOutcomes(register, rewrite);
    if (isSure(customerId)) await eraseMentions(register, customerId);
    await data.forgetKept();
    await removeExports(register, settings.exportDirectory, null);
    const rows = await erasePerson(warehouse, ids);
    const left = await mentionsOf(register, customerId);
    const details = { tables, rows, textsLeft: left.length };
    await note(register, { actor, event: 'customerErased', subject: '', details });
    return { tables, rows, byHand: left.map(({ place, id }) => ({ place, id })) };
  });
}
