import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'extension/**/*.test.ts',
      'packaging/**/*.test.ts',
      'bench/**/*.test.ts',
      'webview/**/*.test.ts',
      'test/**/*.test.ts',
    ],
    // Models and browsers use both cores of a small machine by themselves.
    maxWorkers: 2,
    testTimeout: 60_000,
  },
});
