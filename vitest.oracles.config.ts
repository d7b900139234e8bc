import { defineConfig } from 'vitest/config';

// Numbers that need the real data sets. They lie beside the project and are never part of it.
export default defineConfig({
  test: { pool: 'forks', testTimeout: 120_000, hookTimeout: 120_000, include: ['test/oracles/**/*.real.test.ts'] },
});
