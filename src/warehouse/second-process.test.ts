import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWarehouse } from './warehouse.ts';

test('a store that another process has open is in use, not broken', async () => {
  const directory = join(mkdtempSync(join(tmpdir(), 'stammkunde-second-')), 'warehouse');
  const script = `import { openWarehouse } from '${new URL('./warehouse.ts', import.meta.url).pathname}';
await openWarehouse({ address: { kind: 'embedded', directory: '${directory}' } });
console.log('open');
setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    await once(child.stdout, 'data');
    await expect(openWarehouse({ address: { kind: 'embedded', directory } })).rejects.toMatchObject({
      code: 'storeInUse',
    });
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
    rmSync(join(directory, '..'), { recursive: true, force: true });
  }
});
