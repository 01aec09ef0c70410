import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** The words that a type of a file allows, those of other types of the same file that it names included. */
export function wordsOfType(file: string, type: string): ReadonlySet<string> {
  const source = readFileSync(join(root, file), 'utf8').replaceAll(/^ *\/\*\*.*\*\/\n/gm, '')
  const declared = new RegExp(`\\btype ${type} =(.*?)\\n(?:\\n|export |type |const |$)`, 's')
  const [, body] = declared.exec(source) ?? []
  if (!body) throw new Error(`${file} declares no ${type}`)
  const words = [...body.matchAll(/'([\w-]+)'/g)].map(([, word = '']) => word)
  const named = [...body.matchAll(/(?<!['\w])[A-Z]\w+/g)]
    .map(([name]) => name)
    .filter((name) => new RegExp(`\\btype ${name} =`).test(source))
  return new Set([...words, ...named.flatMap((name) => [...wordsOfType(file, name)])])
}

/** Whether a word is somewhere made by what is under one of these folders: not only named by a type, or asked about. */
export function isMade(word: string, folders: readonly string[]): boolean {
  const made = new RegExp(
    String.raw`(?:\breturn|[?:(\[,]|=>|\?\?|\|\||&&|(?<![=!])=)\s*'${word}'|^\s*(?:'${word}'|${word.includes('-') ? '(?!)' : word}): \d{3},`,
    'm',
  )
  return folders.some((folder) => sourcesUnder(folder).some((source) => made.test(source)))
}

const read = new Map<string, readonly string[]>()

/** Without tests, and without what only declares. */
function sourcesUnder(folder: string): readonly string[] {
  const known = read.get(folder)
  if (known) return known
  const files = globSync([folder, `${folder}/**/*.{ts,tsx}`], { cwd: root }).filter(
    (file) => /\.tsx?$/.test(file) && !file.includes('.test.'),
  )
  const sources = files.map((file) =>
    withoutTypes(readFileSync(join(root, file), 'utf8')).replaceAll(/\bcase '[\w-]+':/g, ''),
  )
  read.set(folder, sources)
  return sources
}

function withoutTypes(source: string): string {
  return source
    .replaceAll(
      /^(?:export )?(?:type|interface) [\s\S]*?\n(?=\n|export |const |function |\/\*\*)/gm,
      '',
    )
    .replaceAll(/\/\*\*[\s\S]*?\*\//g, '')
}
