import { defineConfig } from 'vitest/config'
import { macros } from './apps/web/macros.ts'
import { mutation, MUTATION_ENV } from './scripts/run/mutation.mjs'

export default defineConfig({
  plugins: [macros(), ...mutation(process.env[MUTATION_ENV])],
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'apps/*/src/**/*.test.{ts,tsx}',
      'scripts/**/*.test.ts',
      'e2e/capture/**/*.test.ts',
      'e2e/media/**/*.test.ts',
      'e2e/gallery/**/*.test.ts',
      'bench/**/*.test.ts',
      'attacks/**/*.test.ts',
      'fuzz/**/*.test.ts',
    ],
    setupFiles: ['scripts/testing/draws.ts'],
    // All processors: one is left out otherwise, which of two is half.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
