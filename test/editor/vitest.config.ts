import { defineConfig } from 'vitest/config';

/** Milliseconds for one scenario: minutes, as a slow machine shares two cores among editor, browser and engine. */
const SCENARIO_LIMIT = 600_000;

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.scenario.ts'],
    globalSetup: './setup.ts',
    // One editor at a time.
    fileParallelism: false,
    testTimeout: SCENARIO_LIMIT,
    hookTimeout: SCENARIO_LIMIT,
  },
});
