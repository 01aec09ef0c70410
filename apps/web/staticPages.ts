import { build, type Plugin, type Rolldown } from 'vite'
import { macros } from './macros.ts'

/**
 * Writes the pages that stand by themselves, `offline.html` and `unfit.html`. They are made from the
 * catalogues when the client is built, for they are shown where none can be loaded.
 */
export function staticPages(root: string): Plugin {
  return {
    name: 'static-pages',
    apply: 'build',
    async generateBundle() {
      for (const [fileName, source] of await makeStaticPages(root))
        this.emitFile({ type: 'asset', fileName, source })
    },
  }
}

/** The pages by the names of their files. */
export async function makeStaticPages(root: string): Promise<ReadonlyMap<string, string>> {
  const built = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [macros()],
    ssr: { noExternal: true },
    build: { ssr: 'src/static/staticPages.ts', write: false, minify: false },
  })) as Rolldown.RolldownOutput
  const [chunk] = built.output
  const module = `data:text/javascript;base64,${Buffer.from(chunk.code).toString('base64')}`
  const made = (await import(module)) as { staticPages: () => ReadonlyMap<string, string> }
  return made.staticPages()
}
