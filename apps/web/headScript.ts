import { join } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'
import { filesBehind } from './filesBehind.ts'
import type { OfASeat } from './src/head/ahead.ts'
import type { Language } from './src/language/languages.ts'

const FILE = 'head.js'

/** The parts of the page whose words a seat begins with. */
const AREAS = ['page', 'seat']

/**
 * Writes `head.js`, which asks for the files of a seat's page as soon as the page itself is there: those of these
 * modules, but for what the page names anyhow. docs/decisions/0033-a-seats-files-are-asked-for-at-once.md
 */
export function headScript(
  folder: string,
  { modules, before }: { modules: readonly string[]; before: readonly string[] },
): Plugin {
  return {
    name: 'head-script',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const there = new Set(filesBehind(folder, before, bundle))
        const files = filesBehind(folder, modules, bundle).filter((file) => !there.has(file))
        const ofASeat: OfASeat = {
          scripts: files.map(({ fileName }) => fileName),
          styles: files.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]),
          words: {
            en: wordsIn('en', bundle),
            fr: wordsIn('fr', bundle),
            ru: wordsIn('ru', bundle),
            ar: wordsIn('ar', bundle),
          },
        }
        this.emitFile({ type: 'asset', fileName: FILE, source: await makeHead(folder, ofASeat) })
      },
    },
  }
}

/** The files with those words. */
function wordsIn(language: Language, bundle: Rolldown.OutputBundle): readonly string[] {
  return AREAS.flatMap((area) =>
    Object.keys(bundle).filter((name) => name.startsWith(`assets/words-${language}-${area}-`)),
  )
}

async function makeHead(root: string, ofASeat: OfASeat): Promise<string> {
  const built = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { OF_A_SEAT: JSON.stringify(ofASeat) },
    build: {
      write: false,
      target: 'es2015',
      rolldownOptions: { input: join(root, 'src/head/head.ts'), output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput
  return built.output[0].code
}
