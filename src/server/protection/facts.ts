import { z } from 'zod';
import { DEFAULT_AUDIT_SETTINGS } from '#domain/audit-settings.ts';
import { parseReceipt } from '#ingest/import/receipt-schema.ts';
import { listAudits } from '#register/audits.ts';
import { companySettings } from '#register/company-settings.ts';
import { listPeople } from '#register/people.ts';
import { lastCarriedOut } from '#register/retention.ts';
import { DEFAULT_MINIMUM_GROUP, worksAgreement } from '#register/works-agreement.ts';
import { TABLES } from '#warehouse/catalogue.ts';
import { erasuresMade } from '#warehouse/persons.ts';
import type { Column } from '#warehouse/table.ts';
import { isStaffField } from '../data/staff.ts';
import { keptCopies } from '../rights/copies.ts';
import type { Services } from '../services.ts';

/** Whom or what a stored column can tell about; null: a fact about a matter. */
export type Concern = 'customer' | 'staff' | 'freeText' | null;

function concernOf(table: string, name: string, { person, freeText }: Column): Concern {
  if (freeText) return 'freeText';
  if (person === 'staff' || isStaffField(table, name)) return 'staff';
  return person;
}

const Closed = z.object({ n: z.coerce.number() });
const closedQuery = {
  name: 'customers closed',
  sql: 'SELECT count() AS n FROM closed_customer ORDER BY n',
  params: {},
  row: Closed,
};

async function storedTables({ answers }: Pick<Services, 'answers'>) {
  const inventory = await answers.inventory();
  return TABLES.flatMap((table) => {
    const stored = inventory[table.name];
    if (stored === undefined || stored.rows === 0) return [];
    const columns = Object.entries(table.columns).flatMap(([name, column]) =>
      (stored.filled[name] ?? 0) > 0
        ? [{ name, en: column.en, de: column.de, concern: concernOf(table.name, name, column) }]
        : [],
    );
    return [{ name: table.name, en: table.en, de: table.de, rows: stored.rows, columns }];
  });
}

/** What this installation really holds and does at this moment, from its declarations, settings and stores. */
export async function protectionFacts(services: Services) {
  const { register, warehouse, data, settings } = services;
  const { companyName, sessionHours, freeTextAllowed } = await companySettings(register);
  const { current, staffQuestions } = await worksAgreement(register);
  const standing = (await data.imports()).filter(({ state, receipt }) => state === 'done' && receipt !== '');
  const people = (await listPeople(register)).filter(({ state }) => state === 'active');
  const [latest] = await listAudits(register);
  return {
    writtenAt: register.edge.clock().toISOString(),
    programVersion: settings.programVersion,
    companyName,
    tables: await storedTables(services),
    imports: standing.length,
    customersPseudonymous: standing.some(({ receipt }) => parseReceipt(receipt).pseudonyms?.customers === true),
    freeTextAllowed,
    staffQuestions,
    agreement: current === null ? null : { title: current.title, signedOn: current.signedOn },
    minimumGroup: current?.minimumGroup ?? DEFAULT_MINIMUM_GROUP,
    minimumCell: DEFAULT_AUDIT_SETTINGS.minimumCell,
    people: people.map(({ roles }) => roles),
    sessionHours,
    retentionAt: (await lastCarriedOut(register))?.toISOString() ?? null,
    lastAudit: latest === undefined ? null : { asOf: latest.asOf, at: latest.createdAt },
    closedCustomers: (await warehouse.rows(closedQuery))[0]?.n ?? 0,
    erasures: await erasuresMade(warehouse),
    copies: await keptCopies(warehouse.address, settings.home),
    storeElsewhere: warehouse.address.kind === 'server',
    encrypted: settings.publicUrl.startsWith('https:'),
    companySignIn: settings.companySignIn,
  };
}
export type ProtectionFacts = Awaited<ReturnType<typeof protectionFacts>>;
