import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    runDirectory: string;
  }
}

/** One directory a run, for what the files of the run share. */
const directory = mkdtempSync(join(tmpdir(), 'stammkunde-run-'));

export function setup(project: TestProject): void {
  project.provide('runDirectory', directory);
}

export function teardown(): void {
  rmSync(directory, { recursive: true, force: true });
}
