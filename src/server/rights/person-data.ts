import { CHECKS } from '#checks/catalogue.ts';
import { verdict } from '#checks/verdict.ts';
import { AppError } from '#domain/app-error.ts';
import { createFormat } from '#domain/format.ts';
import type { Language } from '#domain/language.ts';
import { listAudits } from '#register/audits.ts';
import { mentionsOf } from '#register/mentions.ts';
import { personCounts, personIds, personRows } from '#warehouse/persons.ts';
import { withPeople } from '../audits/affected-people.ts';
import { auditOf } from '../audits/audit-shown.ts';
import { isStaffField } from '../data/staff.ts';
import type { Services } from '../services.ts';

type House = Pick<Services, 'register' | 'warehouse' | 'data'>;
type Scope = 'access' | 'portability';

/** How many rows of which table are about a customer, and texts that name the number. @throws AppError notFound */
export async function personHeld({ warehouse, register }: House, customerId: string, language: Language) {
  const tables = await personCounts(warehouse, await personIds(warehouse, customerId));
  const mentions = await mentionsOf(register, customerId);
  if (tables.length === 0 && mentions.length === 0) throw new AppError('notFound', 'nothing is stored');
  return {
    tables: tables.map(({ table, rows }) => ({ name: table.name, meaning: table[language], rows })),
    mentions: mentions.map(({ place, id }) => ({ place, id })),
  };
}

const filter = (customerId: string) => ({
  search: '',
  column: 'customer_id',
  value: customerId,
  sort: '',
  descending: false,
});

/** What was inferred: in which lists of the newest audit the customer stands, and by which procedure (Art. 15 (1) h GDPR). */
async function inferred(house: House, customerId: string, language: Language) {
  const [newest] = await listAudits(house.register);
  if (newest === undefined || newest.dataHash !== (await house.data.dataHash())) return [];
  const audit = await auditOf(house.register, newest.id);
  const answers = [];
  for (const { id, reference, outcome } of audit.parsed.checks) {
    const check = CHECKS.find((candidate) => candidate.id === id);
    if (outcome !== 'finding' || check === undefined || check.affected === null) continue;
    const words = check.messages[language];
    const format = createFormat(language);
    const asked = verdict({ outcome: 'inconclusive', reference });
    const listed = await withPeople(house, audit, id, async (list) => {
      if (!list.columns.some(({ name }) => name === 'customer_id')) return null;
      const { shown, withheld } = await list.counts(filter(customerId));
      return shown + withheld > 0;
    }).catch((error: unknown) => {
      if (error instanceof AppError) return null;
      throw error;
    });
    answers.push({ audit: newest.id, asOf: newest.asOf, question: words.question(asked, format), listed });
  }
  return answers;
}

/** All that is stored about a customer; other people (staff, the other end of a tie) stay out. @throws AppError notFound */
export async function personData(house: House, customerId: string, scope: Scope, language: Language) {
  const { warehouse, register } = house;
  const held = await personRows(
    warehouse,
    await personIds(warehouse, customerId),
    ({ name }, column) => !isStaffField(name, column),
  );
  const mentions = await mentionsOf(register, customerId);
  if (held.length === 0 && mentions.length === 0) throw new AppError('notFound', 'nothing is stored');
  const tables = held.map(({ table, rows }) => ({
    table: table.name,
    meaning: table[language],
    columns: Object.fromEntries(Object.entries(table.columns).map(([name, column]) => [name, column[language]])),
    rows: rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))),
  }));
  if (scope === 'portability') return { customerId, tables };
  return {
    customerId,
    tables,
    register: mentions.map(({ place, field, text }) => ({ place, field, text })),
    inferred: await inferred(house, customerId, language),
  };
}
