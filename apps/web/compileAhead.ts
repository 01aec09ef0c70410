import type { Plugin } from 'vite'
import { filesBehind } from './filesBehind.ts'

/** Has V8 compile all of a file as it comes, on another thread, and not each function when it is first called. */
export const COMPILE_AHEAD = '//# allFunctionsCalledOnLoad\n'

/**
 * Has the files compiled ahead that come with those modules, but for what others brought before. A function that
 * is called first at the press is compiled while somebody waits: docs/decisions/0027-compiled-ahead-of-the-press.md
 */
export function compileAhead(
  folder: string,
  { modules, before = [] }: { modules: readonly string[]; before?: readonly string[] },
): Plugin {
  return {
    name: 'compile-ahead',
    apply: 'build',
    // The name of a file follows from what is in it, and this is put in afterwards.
    augmentChunkHash: () => COMPILE_AHEAD,
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const there = new Set(filesBehind(folder, before, bundle))
        for (const chunk of filesBehind(folder, modules, bundle))
          if (!there.has(chunk)) chunk.code = COMPILE_AHEAD + chunk.code
      },
    },
  }
}
