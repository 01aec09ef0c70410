import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import flags from 'country-flag-icons/package.json' with { type: 'json' }
import type { Plugin } from 'vite'

const FOLDER = join(dirname(fileURLToPath(import.meta.resolve('country-flag-icons'))), '3x2')

/**
 * Serves flags by country and version, as `Flag` asks for them: a table of 260 files by their hashes would
 * be on the first page of every seat.
 */
export function flagFiles(): Plugin {
  return {
    name: 'flag-files',
    apply: 'build',
    generateBundle() {
      for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.svg')))
        this.emitFile({
          type: 'asset',
          fileName: `assets/flags-${flags.version}/${name}`,
          source: readFileSync(join(FOLDER, name)),
        })
    },
  }
}
