import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Edge } from './edge.ts';
import { openRegister, type Register } from './register.ts';

/** Time that stands still until a test moves it, ids and secrets that count up. */
function testEdge(): Edge & { set(instant: string): void } {
  let at = new Date('2026-07-01T08:00:00Z');
  let count = 0;
  return {
    clock: () => new Date(at),
    newId: () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`,
    newSecret: () => `secret-${String(++count).padStart(30, '0')}`,
    set: (instant) => {
      at = new Date(instant);
    },
  };
}

/** A register in a directory of its own; `remove` closes it and throws the directory away. */
export async function temporaryRegister() {
  const home = mkdtempSync(join(tmpdir(), 'stammkunde-register-'));
  const address = { kind: 'embedded', directory: join(home, 'register') } as const;
  const edge = testEdge();
  const register: Register = await openRegister(address, edge);
  const remove = async () => {
    await register.close();
    rmSync(home, { recursive: true, force: true });
  };
  return { register, edge, address, remove };
}
