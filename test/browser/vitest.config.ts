import path from 'node:path';
import { defineConfig } from 'vitest/config';

// The page of `healthx view` in a real browser: npm run test:browser
export default defineConfig({
  test: {
    root: path.resolve(import.meta.dirname, '../..'),
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/require-fresh-build.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // the page draws what was done a moment later, on a busy machine some moments
    expect: { poll: { timeout: 20_000, interval: 20 } },
  },
});
