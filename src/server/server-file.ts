import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** How the command line of the same user finds a running server: readable by nobody else. */
const ServerFile = z.object({ url: z.string(), token: z.string(), pid: z.number() });
export type ServerFile = z.infer<typeof ServerFile>;

const place = (home: string) => join(home, 'server.json');

export function writeServerFile(home: string, file: ServerFile): void {
  rmSync(place(home), { force: true });
  writeFileSync(place(home), JSON.stringify(file), { mode: 0o600, flag: 'wx' });
}

/** null: there is none, or it is not ours to read. */
export function readServerFile(home: string): ServerFile | null {
  try {
    return ServerFile.parse(JSON.parse(readFileSync(place(home), 'utf8')));
  } catch {
    return null;
  }
}

/** Removes the file unless another server has written its own meanwhile. */
export function removeServerFile(home: string, pid: number): void {
  if (readServerFile(home)?.pid === pid) rmSync(place(home), { force: true });
}
