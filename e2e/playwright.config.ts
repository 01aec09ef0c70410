import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

/** Many screens, one after the other, with nobody at the other end. */
const PAGES = /(access|axe|languages)\.spec\.ts$/

/** Desks, documents and calls of few people in words: what comes late there harms nothing, and two such tests at once are done in half the time. */
const BESIDE =
  /[/\\](agenda|aide|announce|caucus|client|clip|clip-lab|company|delegation|desk|display|first-minutes|green-room|microphone|parts|phone|public|readouts|record|second-window|verify|waiting|windows|written)\.spec\.ts$/

/** Several browsers that send and receive pictures and sound in real time: one such test at once is what two cores carry. */
export default defineConfig({
  testDir: import.meta.dirname,
  projects: [
    {
      name: 'pages',
      testMatch: PAGES,
      outputDir: results('pages'),
      fullyParallel: true,
      // Each looks at more than a hundred states, one after the other.
      timeout: 1_200_000,
    },
    { name: 'beside', testMatch: BESIDE, outputDir: results('beside') },
    {
      name: 'calls',
      testMatch: '**/*.spec.ts',
      testIgnore: [PAGES, BESIDE],
      outputDir: results('calls'),
    },
  ],
  workers: 1,
  // On processors that others use too, sound and pictures come late now and then. What passes only then is told by name.
  retries: 1,
  forbidOnly: true,
  // What the servers log is in the report, and shown of a test that fails.
  quiet: true,
  timeout: 300_000,
  expect: { timeout: 60_000 },
})

/** Each its own, since a run empties that of what it runs. */
function results(name: string): string {
  return join(import.meta.dirname, '../test-results', name)
}
