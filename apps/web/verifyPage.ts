import { basename, join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, type Plugin, type Rolldown } from 'vite'
import { ariaWords } from './ariaWords.ts'
import { macros } from './macros.ts'
import { LANGUAGES } from './src/language/languages.ts'

/**
 * Writes `verify.html`, the page that checks what was released: one file with its style, its script and its words in
 * all languages, so that it can be saved and works by itself.
 */
export function verifyPage(root: string): Plugin {
  return {
    name: 'verify-page',
    apply: 'build',
    async generateBundle(_, bundle) {
      const source = await makeVerifyPage(root, fontsIn(Object.values(bundle)))
      this.emitFile({ type: 'asset', fileName: 'verify.html', source })
    },
  }
}

/** The page. `fonts` are the addresses of the letters that it is set in where it can have them, by their names in the sources. */
export async function makeVerifyPage(
  root: string,
  fonts: ReadonlyMap<string, string>,
): Promise<string> {
  const built = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    // Whoever builds it, it is the page that is served.
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    plugins: [
      macros({ failOnMissing: true }),
      react(),
      ariaWords(Object.keys(LANGUAGES)),
      itsOwnWords(root),
    ],
    build: {
      write: false,
      target: 'es2022',
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        input: join(root, 'src/verify/main.tsx'),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  })) as Rolldown.RolldownOutput
  const scripts = built.output.filter((file) => file.type === 'chunk')
  const [script, ...others] = scripts
  const style = built.output.find(({ fileName }) => fileName.endsWith('.css'))
  if (!script || others.length > 0 || style?.type !== 'asset')
    throw new Error('The page that verifies is not one script and one style')
  const letters = fontsIn(built.output)
  const styled = [...letters].reduce((css, [name, address]) => {
    const served = fonts.get(name)
    if (served === undefined) throw new Error(`${name} is no letter of the other pages`)
    return css.replaceAll(address, served)
  }, String(style.source))
  return pageOf(styled, script.code)
}

/** Where each letter is, by the name of its file in the sources. */
function fontsIn(
  files: readonly (Rolldown.OutputAsset | Rolldown.OutputChunk)[],
): ReadonlyMap<string, string> {
  const fonts = files.filter((file) => file.type === 'asset' && file.fileName.endsWith('.woff2'))
  return new Map(
    fonts.flatMap((file) =>
      file.type === 'asset'
        ? file.originalFileNames.map((name) => [basename(name), `/${file.fileName}`] as const)
        : [],
    ),
  )
}

/** Words that would be loaded one by one come with the page. */
function itsOwnWords(root: string): Plugin {
  return {
    name: 'its-own-words',
    enforce: 'pre',
    resolveId: {
      filter: { id: /\/catalogues\.ts$/ },
      handler: (_source, importer = '') =>
        importer.endsWith('/language/spoken.ts')
          ? join(root, 'src/verify/catalogues.ts')
          : undefined,
    },
  }
}

function pageOf(style: string, script: string): string {
  return `<!doctype html>
<html lang="en" data-theme="light">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta id="react-aria-pressable-style">
<title>Parley</title>
<style>${style}</style>
</head>
<body>
<div id="root"><p>Parley checks in this page, and needs JavaScript for it.</p></div>
<script>${script.replaceAll('</script', String.raw`<\/script`).replaceAll('<!--', String.raw`<\!--`)}</script>
</body>
</html>
`
}
