import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from './context.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** What the pages are built from. */
const SOURCES = ['src/{web,endpoints,domain,audit}/**/*.{ts,tsx,css,html}', 'vite.config.ts', 'package-lock.json'];

/** Where the server finds the pages. */
export const PAGES = join(ROOT, 'dist', 'web');
const STAMP = join(PAGES, 'built-from.txt');

function sourceHash(): string {
  const hash = createHash('sha256');
  for (const file of globSync(SOURCES, { cwd: ROOT }).sort()) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

/** null, or what the bundler complained about. */
function build(): Promise<string | null> {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error'], {
      cwd: ROOT,
      // Whoever asks for the pages within another environment, as tests do, gets the same pages.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code) => resolve(code === 0 ? null : said.trim().slice(0, 1000)));
  });
}

/** Builds the pages when their sources have changed: some seconds after an installation, nothing afterwards. Without them the server still answers. */
export async function buildPages(context: Context): Promise<void> {
  const wanted = sourceHash();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  context.note(context.words.buildingPages);
  const complaint = await build();
  if (complaint === null) writeFileSync(STAMP, wanted);
  else context.note(context.words.pagesNotBuilt(complaint));
}
