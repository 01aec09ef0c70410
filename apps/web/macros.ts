import { lingui } from '@lingui/vite-plugin'
import type { PluginOption } from 'vite'

/** Turns the macros of sentences into what runs, here and in tests that read the tables of sentences. */
export function macros({ failOnMissing = false } = {}): PluginOption {
  return lingui({ cwd: import.meta.dirname, macroTransform: true, failOnMissing })
}
