import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { AREAS } from '../../lingui.config.ts'

type Area = keyof typeof AREAS

const web = join(import.meta.dirname, '../..')
/** What is loaded together with its file; a dynamic import comes with words of its own. */
const IMPORTS = /^(?:import|export) (?!type )(?:[^'"]*? from )?'(\.{1,2}\/[^']+\.tsx?)'/gm
const ON_DEMAND = /onDemand\(\s*'(\w+)',\s*async \(\) => \(await import\('([^']+)'\)/g
const SAYS = /<(?:Trans|Plural)\b|\b(?:t|msg)`/

const files = globSync('src/**/*.{ts,tsx}', { cwd: web }).filter(
  (file) => !file.includes('.test.') && !file.startsWith('src/samples/'),
)
const sources = new Map(files.map((file) => [file, readFileSync(join(web, file), 'utf8')]))

test('no screen can show words of a part of the page that is not loaded with it', () => {
  const unloaded = files.flatMap((file) => {
    const there: readonly Area[] = [areaOf(file), ...AREAS[areaOf(file)].beside]
    return wordsBehind(file)
      .filter((said) => !there.includes(areaOf(said)))
      .map((said) => `${file} (${areaOf(file)}) shows words of ${said} (${areaOf(said)})`)
  })

  expect(unloaded).toEqual([])
})

test('each screen that is loaded on demand comes with the words of its part', () => {
  const loads = [...sources].flatMap(([file, source]) =>
    [...source.matchAll(ON_DEMAND)].map(([, area = '', path = '']) => ({
      area,
      of: areaOf(relative(web, join(web, dirname(file), path))),
    })),
  )

  expect(loads.length).toBeGreaterThan(5)
  expect(loads.filter(({ area, of }) => area !== of)).toEqual([])
})

test('the search follows imports from screen to screen', () => {
  const shown = wordsBehind('src/screens/call/CallScreen.tsx')

  expect(shown).toContain('src/screens/call/sentences/held.ts')
  expect(shown).toContain('src/screens/company/CompanyWords.tsx')
})

function areaOf(file: string): Area {
  const found = (Object.keys(AREAS) as Area[]).find((area) =>
    AREAS[area].words.some((place) => file === place || file.startsWith(`${place}/`)),
  )
  if (!found) throw new Error(`${file} is in no part of the page`)
  return found
}

/** The files with words that are loaded whenever that one is. */
function wordsBehind(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return []
  seen.add(file)
  const source = sources.get(file)
  if (source === undefined) throw new Error(`${file} was not found`)
  const imported = [...source.matchAll(IMPORTS)].map(([, path]) =>
    relative(web, join(web, dirname(file), path ?? '')),
  )
  const behind = imported.flatMap((next) => wordsBehind(next, seen))
  return SAYS.test(source) ? [file, ...behind] : behind
}
