import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '#domain/app-error.ts';
import type { ExecuteSql, RegisterAddress, RegisterEngine } from './engine.ts';
import { MIGRATIONS } from './migrations.ts';

const Rows = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row) });
const State = z.object({ version: z.number(), fingerprint: z.string() });
const Named = z.object({ found: z.string() });

/** Every column of every table of ours, hashed by the database: a schema that somebody changed by hand is seen at the next opening. */
const FINGERPRINT = `(
  SELECT encode(sha256(convert_to(string_agg(
    table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable, chr(10)
    ORDER BY table_name COLLATE "C", column_name COLLATE "C"), 'UTF8')), 'hex')
  FROM information_schema.columns
  WHERE table_schema = 'public'
)`;

async function fingerprint(executeSql: ExecuteSql): Promise<string> {
  const { rows } = Rows(Named).parse(await executeSql(`SELECT ${FINGERPRINT} AS found`));
  return rows[0]?.found ?? '';
}

/** null: nothing is there yet. @throws AppError registerBroken where tables of somebody else lie */
async function standing(executeSql: ExecuteSql): Promise<z.infer<typeof State> | null> {
  const { rows: tables } = Rows(Named).parse(
    await executeSql(
      `SELECT table_name::text AS found FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
    ),
  );
  if (tables.length === 0) return null;
  if (!tables.some(({ found }) => found === 'register_state'))
    throw broken(`tables of another program: ${tables[0]?.found}`);
  const { rows } = Rows(State).parse(
    await executeSql('SELECT version, fingerprint FROM register_state ORDER BY version'),
  );
  const state = rows[0];
  if (state === undefined) throw broken('the table register_state is empty');
  return state;
}

const broken = (what: string) => new AppError('registerBroken', `the register cannot be used: ${what}`, { what });

async function refuseUnknown(executeSql: ExecuteSql, state: z.infer<typeof State>, newest: number): Promise<void> {
  const { version } = state;
  if (version > newest)
    throw new AppError('registerNewer', `register version ${version}, known ${newest}`, { version, newest });
  // An older program wrote the fingerprint after the step; killed in between, it left none.
  if (state.fingerprint === '') await executeSql(`UPDATE register_state SET fingerprint = ${FINGERPRINT}`);
  else if (state.fingerprint !== (await fingerprint(executeSql)))
    throw broken('its tables are not those of its version');
}

async function keepCopy(engine: RegisterEngine, address: RegisterAddress, version: number): Promise<void> {
  if (engine.copy === null || address.kind === 'server') return;
  await writeFile(`${address.directory}-before-${version + 1}.tar.gz`, await engine.copy(), { mode: 0o600 });
}

/**
 * Brings the schema up to date, each step whole or not at all, after keeping a copy.
 * @throws AppError registerNewer or registerBroken; the register is then as it was
 */
export async function migrate(
  engine: RegisterEngine,
  address: RegisterAddress,
  migrations: readonly string[] = MIGRATIONS,
): Promise<void> {
  const { executeSql } = engine;
  const state = await standing(executeSql);
  if (state !== null) await refuseUnknown(executeSql, state, migrations.length);
  const from = state?.version ?? 0;
  if (from > 0 && from < migrations.length) await keepCopy(engine, address, from);
  for (const [index, sql] of migrations.entries()) {
    if (index < from) continue;
    const begin =
      index === 0
        ? "CREATE TABLE register_state (version integer NOT NULL, fingerprint text NOT NULL); INSERT INTO register_state VALUES (0, '');"
        : '';
    await executeSql(
      `BEGIN;\n${begin}\n${sql}\nUPDATE register_state SET version = ${index + 1}, fingerprint = ${FINGERPRINT};\nCOMMIT;`,
    );
  }
}
