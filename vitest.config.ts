import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const LONGEST = 'test/e2e/';

/** Without known durations the larger file begins first; the browser's is short to read and long to run, and would end alone. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLongest = ({ moduleId }: TestSpecification) => moduleId.includes(LONGEST);
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))];
  }
}

// Forked processes, because one process opens one embedded store directory.
export default defineConfig({
  test: {
    pool: 'forks',
    globalSetup: ['test/run-directory.ts'],
    // Most of a test is the engine's planning, which is one thread's work.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['test/oracles/**/*.real.test.ts'],
  },
});
