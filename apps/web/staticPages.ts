import { basename } from 'node:path'
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
    async generateBundle(_, bundle) {
      for (const [fileName, source] of await makeStaticPages(root, fontsIn(bundle)))
        this.emitFile({ type: 'asset', fileName, source })
    },
  }
}

/**
 * The letters of the other pages, by the names of their files in the source. The service worker keeps none of
 * them: a browser has those that it needs from the last page, under names that never change their content, and
 * sets the page in its own where it has none.
 */
function fontsIn(bundle: Rolldown.OutputBundle): ReadonlyMap<string, string> {
  const fonts = new Map<string, string>()
  for (const { type, fileName, ...file } of Object.values(bundle))
    if (type === 'asset' && 'originalFileNames' in file && fileName.endsWith('.woff2'))
      for (const name of file.originalFileNames) fonts.set(basename(name), `/${fileName}`)
  return fonts
}

/** The pages by the names of their files. */
export async function makeStaticPages(
  root: string,
  fonts: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
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
  const made = (await import(module)) as {
    staticPages: (fonts: ReadonlyMap<string, string>) => ReadonlyMap<string, string>
  }
  return made.staticPages(fonts)
}
