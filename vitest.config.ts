import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // npm run test:browser, which needs one
    exclude: ['test/browser/**'],
    // the tests run what is shipped: the compiled code with its data files beside it
    globalSetup: ['test/require-fresh-build.ts'],
    // bin tests start processes of their own, which is slow on a busy machine
    testTimeout: 20_000,
  },
});
