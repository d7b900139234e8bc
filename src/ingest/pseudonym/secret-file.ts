import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#domain/app-error.ts';

const NAME = 'pseudonym-secret';
const LEAST_LENGTH = 32;
const OWNER_ONLY = 0o600;
const OTHERS = 0o077;

const failed = (where: string, reason: string, cause?: unknown) =>
  new AppError('storeUnreachable', `${where}: ${reason}`, { where, reason }, cause);

function read(path: string): string | null {
  try {
    if ((statSync(path).mode & OTHERS) !== 0) chmodSync(path, OWNER_ONLY);
    return readFileSync(path, 'utf8').trim();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw failed(path, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function write(home: string, path: string, secret: string): void {
  try {
    mkdirSync(home, { recursive: true });
    writeFileSync(path, `${secret}\n`, { mode: OWNER_ONLY, flag: 'wx' });
  } catch (cause) {
    // Two beginners at once: the first one's secret counts.
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return;
    throw failed(path, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

/**
 * The secret of a home, made at the first asking and readable by its owner alone. `newSecret` gives 32 random bytes as text.
 * @throws AppError storeUnreachable when the file cannot be read or written, or holds something else
 */
export function secretIn(home: string, newSecret: () => string): string {
  const path = join(home, NAME);
  const known = read(path);
  if (known === null) write(home, path, newSecret());
  const secret = known ?? read(path) ?? '';
  if (secret.length < LEAST_LENGTH) throw failed(path, 'it holds no secret; restore it from a copy');
  return secret;
}
