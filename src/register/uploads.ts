import { z } from 'zod';
import type { Actor } from './edge.ts';
import { deed } from './log.ts';
import type { Register } from './register.ts';

export interface Upload {
  readonly id: string;
  readonly createdAt: string;
  readonly createdBy: Actor;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}

const Files = z.array(z.object({ name: z.string(), bytes: z.number() }));

/** Files wait under the id, in a folder that the server knows. */
export async function keepUpload(
  register: Register,
  actor: Actor,
  { id, files }: Pick<Upload, 'id' | 'files'>,
): Promise<Upload> {
  const created_at = register.edge.clock();
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const written = { actor, event: 'filesHandedOver', subject: id, details: { files: files.length, bytes } };
  await deed(register, written, (trx) =>
    trx
      .insertInto('upload')
      .values({ id, created_at, created_by_id: actor.id, created_by_name: actor.name, files: JSON.stringify(files) })
      .execute(),
  );
  return { id, createdAt: created_at.toISOString(), createdBy: actor, files };
}

export async function listUploads({ db }: Register): Promise<readonly Upload[]> {
  const rows = await db.selectFrom('upload').selectAll().orderBy('created_at').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at.toISOString(),
    createdBy: { id: row.created_by_id, name: row.created_by_name },
    files: Files.parse(JSON.parse(row.files)),
  }));
}

export async function forgetUpload({ db }: Pick<Register, 'db'>, id: string): Promise<boolean> {
  return (await db.deleteFrom('upload').where('id', '=', id).executeTakeFirst()).numDeletedRows > 0n;
}
