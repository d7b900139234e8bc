import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openEngine, type RegisterEngine } from './engine.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';

// Each opens an engine of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 90_000 });
let home = '';
let engine: RegisterEngine;
const address = () => ({ kind: 'embedded', directory: join(home, 'register') }) as const;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'stammkunde-migrate-'));
  engine = await openEngine(address());
});
afterEach(async () => {
  await engine.close();
  rmSync(home, { recursive: true, force: true });
});

const LATER = [...MIGRATIONS, 'CREATE TABLE later (id integer);'];
const versions = async () => (await engine.executeSql('SELECT version FROM register_state')).rows;

/** The process ends as soon as the database has heard so many COMMITs. */
function killedAfter(commits: number): RegisterEngine {
  let heard = 0;
  return {
    ...engine,
    executeSql: async (text, values) => {
      if (heard >= commits) throw new Error('killed');
      const answer = await engine.executeSql(text, values);
      if (text.includes('COMMIT')) heard += 1;
      return answer;
    },
  };
}

test.each(MIGRATIONS.map((_, index) => index + 1))(
  'killed right after COMMIT %i: the next start goes on from there',
  async (commits) => {
    await migrate(killedAfter(commits), address(), LATER).catch(() => {});
    expect(await versions()).toEqual([{ version: commits }]);
    await migrate(engine, address(), LATER);
    expect(await versions()).toEqual([{ version: LATER.length }]);
    await migrate(engine, address(), LATER);
  },
);

test('a register that an older program left without its fingerprint is taken up, and watched from then on', async () => {
  await migrate(engine, address());
  await engine.executeSql("UPDATE register_state SET fingerprint = ''");
  await migrate(engine, address());
  await engine.executeSql('ALTER TABLE practice ADD COLUMN extra text');
  await expect(migrate(engine, address())).rejects.toMatchObject({ code: 'registerBroken' });
});
