import { join } from 'node:path'
import type { Rolldown } from 'vite'

/** The files of a build in which those modules are, by their paths in that folder, and all that these import. */
export function filesBehind(
  folder: string,
  modules: readonly string[],
  bundle: Rolldown.OutputBundle,
): readonly Rolldown.OutputChunk[] {
  const paths = modules.map((module) => join(folder, module))
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const found = new Set(chunks.filter((chunk) => paths.includes(chunk.facadeModuleId ?? '')))
  for (const { imports } of found)
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk)
  return [...found]
}
