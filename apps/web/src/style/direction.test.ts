import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '..')
/** Names of icons that show which way something goes along a line of writing. */
const POINTS =
  /^(?!.*(Up|Down))(Arrow|Chevron|Corner|Move)?.*(Left|Right)|^(Send|Log|Undo|Redo|Reply|Forward|Volume|External|Skip|Step)/
const PHYSICAL =
  /(?:^|[;{\s-])(?:left|right)\s*:|(?:float|text-align|clear)\s*:\s*(?:left|right)\b/g

test('no style says left or right, which would be wrong where lines run the other way', () => {
  const found = read('**/*.css').flatMap(({ file, text }) =>
    (text.match(PHYSICAL) ?? []).map((said) => `${file}: ${said.trim()}`),
  )

  expect(found).toEqual([])
})

test('every icon that points along the line is turned where lines run the other way', () => {
  const turned = readFileSync(join(source, 'style/page.css'), 'utf8')
  const pointing = read('**/*.tsx')
    .flatMap(
      ({ text }) => /import \{([^}]*)\} from 'lucide-react'/.exec(text)?.[1]?.split(',') ?? [],
    )
    .map((name) => name.trim())
    .filter((name) => POINTS.test(name))

  expect(pointing).toContain('Send')
  expect(pointing.filter((name) => !turned.includes(`.${classOf(name)}`))).toEqual([])
})

/** `LogOut` is drawn with the class `lucide-log-out`. */
function classOf(icon: string): string {
  return `lucide-${icon.replaceAll(/(?<=[a-z])(?=[A-Z0-9])/g, '-').toLowerCase()}`
}

function read(glob: string): { file: string; text: string }[] {
  return globSync(glob, { cwd: source }).map((file) => ({
    file,
    text: readFileSync(join(source, file), 'utf8'),
  }))
}
