import type { Actor } from './edge.ts';
import { deed } from './log.ts';
import type { Register } from './register.ts';

/** An audit as it is kept: the report is the JSON of the published contract, byte for byte. */
export interface StoredAudit {
  readonly id: string;
  readonly createdAt: string;
  readonly createdBy: Actor;
  readonly asOf: string;
  readonly dataHash: string;
  /** JSON: check id -> settings that differ from the presets. */
  readonly checkSettings: string;
  readonly note: string;
  readonly report: string;
}

interface Row {
  readonly id: string;
  readonly created_at: Date;
  readonly created_by_id: string;
  readonly created_by_name: string;
  readonly as_of: string;
  readonly data_hash: string;
  readonly check_settings: string;
  readonly note: string;
  readonly report: string;
}
const auditOf = (row: Row): StoredAudit => ({
  id: row.id,
  createdAt: row.created_at.toISOString(),
  createdBy: { id: row.created_by_id, name: row.created_by_name },
  asOf: row.as_of,
  dataHash: row.data_hash,
  checkSettings: row.check_settings,
  note: row.note,
  report: row.report,
});

export async function keepAudit(
  register: Register,
  actor: Actor,
  audit: Pick<StoredAudit, 'asOf' | 'dataHash' | 'checkSettings' | 'note' | 'report'>,
  staffChecks: readonly string[],
): Promise<string> {
  const id = register.edge.newId();
  const details = { asOf: audit.asOf, dataHash: audit.dataHash, staffChecks: staffChecks.join(' ') };
  await deed(register, { actor, event: 'auditMade', subject: id, details }, (trx) =>
    trx
      .insertInto('audit')
      .values({
        id,
        created_at: register.edge.clock(),
        created_by_id: actor.id,
        created_by_name: actor.name,
        as_of: audit.asOf,
        data_hash: audit.dataHash,
        check_settings: audit.checkSettings,
        note: audit.note,
        report: audit.report,
      })
      .execute(),
  );
  return id;
}

export async function listAudits({ db }: Register): Promise<readonly StoredAudit[]> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map(auditOf);
}

export async function findAudit({ db }: Pick<Register, 'db'>, id: string): Promise<StoredAudit | null> {
  const row = await db.selectFrom('audit').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : auditOf(row);
}
