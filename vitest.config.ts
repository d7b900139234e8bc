import { defineConfig } from 'vitest/config';

// Forked processes, because one process opens one embedded store directory.
export default defineConfig({
  test: {
    pool: 'forks',
    // Most of a test is the engine's planning, which is one thread's work.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['test/oracles/**/*.real.test.ts'],
  },
});
