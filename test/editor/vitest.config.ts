import { defineConfig } from 'vitest/config';

/** Milliseconds for what takes no work to come about on a slow machine. */
const POLL_LIMIT = 60_000;
/** Milliseconds for one scenario: minutes, as a slow machine shares two cores among editor, browser and engine. */
const SCENARIO_LIMIT = 600_000;

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.scenario.ts'],
    globalSetup: './setup.ts',
    // An editor on a loaded machine now and then doesn't start its extensions: what fails twice fails.
    retry: 1,
    // One editor at a time.
    fileParallelism: false,
    testTimeout: SCENARIO_LIMIT,
    hookTimeout: SCENARIO_LIMIT,
    expect: { poll: { timeout: POLL_LIMIT } },
  },
});
