import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('a store that another process has open is in use, not broken', async () => {
  const directory = join(mkdtempSync(join(tmpdir(), 'stammkunde-second-')), 'warehouse');
  const opens = `import { openWarehouse } from '${new URL('./warehouse.ts', import.meta.url).pathname}';
await openWarehouse({ address: { kind: 'embedded', directory: '${directory}' } })`;
  const program = (script: string) => ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script];
  const child = spawn(process.execPath, program(`${opens}; console.log('open'); setInterval(() => {}, 1000);`), {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    await once(child.stdout, 'data');
    const second = spawnSync(process.execPath, program(`${opens}.catch((error) => console.log(error.code))`), {
      encoding: 'utf8',
    });
    expect(second.stdout.trim()).toBe('storeInUse');
    // The engine's own words would stand before our sentence.
    expect(second.stderr).not.toContain('DB::Exception');
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
    rmSync(join(directory, '..'), { recursive: true, force: true });
  }
});
