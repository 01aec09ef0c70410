import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { CLIENT_FILES, writeClientFiles } from '@parley/protocol'
import type { Plugin } from 'vite'
import { withIntegrity } from './withIntegrity.ts'

/** Binds the page to the scripts and styles that it names, and lists the files of the build with their hashes. */
export function clientFiles(): Plugin {
  let folder = ''
  return {
    name: 'client-files',
    apply: 'build',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir)
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        const page = join(folder, 'index.html')
        const read = (path: string) => readFileSync(join(folder, path))
        writeFileSync(page, withIntegrity(readFileSync(page, 'utf8'), read))
        writeFileSync(join(folder, CLIENT_FILES), writeClientFiles(filesIn(folder)))
      },
    },
  }
}

/** What is beside a file in another encoding is made of it, and not listed. */
function filesIn(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.br'))
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name)
      const hash = createHash('sha256').update(readFileSync(path)).digest('hex')
      return [path.slice(folder.length + 1).replaceAll(sep, '/'), hash]
    }),
  )
}
