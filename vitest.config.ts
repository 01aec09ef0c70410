import { configDefaults, defineConfig } from 'vitest/config'
import { macros } from './apps/web/macros.ts'
import { mutation, MUTATION_ENV } from './scripts/run/mutation.mjs'

/** What leaves nothing behind for the file that comes next: in one thread for all of them it takes half the processor time. */
const TIDY = ['packages/*/src/**/*.test.ts', 'apps/web/src/**/*.test.{ts,tsx}']

const ALL = [
  'packages/*/src/**/*.test.ts',
  'apps/*/src/**/*.test.{ts,tsx}',
  'scripts/**/*.test.ts',
  'e2e/capture/**/*.test.ts',
  'e2e/media/**/*.test.ts',
  'e2e/gallery/**/*.test.ts',
  'bench/**/*.test.ts',
  'attacks/**/*.test.ts',
  'fuzz/**/*.test.ts',
]

export default defineConfig({
  plugins: [macros(), ...mutation(process.env[MUTATION_ENV])],
  test: {
    projects: [
      { extends: true, test: { name: 'tidy', include: TIDY, pool: 'threads', isolate: false } },
      {
        extends: true,
        test: { name: 'apart', include: ALL, exclude: [...configDefaults.exclude, ...TIDY] },
      },
    ],
    setupFiles: ['scripts/testing/draws.ts'],
    // All processors: one is left out otherwise, which of two is half.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
