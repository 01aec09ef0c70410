import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

/** Several browsers that send and receive pictures and sound in real time: one such test at once is what two cores carry. */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '**/*.spec.ts',
  outputDir: join(import.meta.dirname, '../test-results'),
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 300_000,
  expect: { timeout: 60_000 },
})
