// npm run test:cluster: what needs more than Node. Apart from npm test, which must pass everywhere.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/cluster/**/*.cluster.ts'],
    globalSetup: ['test/require-fresh-build.ts'],
    testTimeout: 300_000,
  },
});
