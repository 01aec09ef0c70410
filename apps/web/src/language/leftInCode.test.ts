import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseSync } from 'vite'

const web = join(import.meta.dirname, '../..')

/** Attributes whose text somebody reads or hears. */
const SAID = /^(aria-(label|valuetext|description|roledescription|placeholder)|alt|title|placeholder|label|hint|error)$/
const LETTER = /\p{L}/u

type Node = { type: string; [part: string]: unknown }

test('no words are left in the code of a screen, where no translator finds them', () => {
  const files = globSync('src/**/*.tsx', { cwd: web })
  const found = files.flatMap((file) => leftIn(file, readFileSync(join(web, file), 'utf8')))

  expect(found).toEqual([])
})

test.each([
  ['<p>Hello</p>', 'Hello'],
  ['<p>{isOpen ? "open" : <Trans>closed</Trans>}</p>', 'open'],
  ['<p>{name && `seat of ${name}`}</p>', 'seat of '],
  ['<p>{name || "nobody"}</p>', 'nobody'],
  ['<input placeholder="Name" />', 'Name'],
  ['<Field label={isOwn ? "Ours" : t`Theirs`} />', 'Ours'],
  ['<Trans>Said by <b title="whom">{name}</b></Trans>', 'whom'],
])('words in %s are found', (code, words) => {
  expect(leftIn('a.tsx', code)).toEqual([`a.tsx: ${words}`])
})

test.each([
  '<Trans>Hello <b>you</b></Trans>',
  '<Plural value={n} one="one thing" other="things" />',
  '<p className="panel" id="title">{t`Hello`}, {name} · 12</p>',
  '<Field label={t`Name`} type="text" />',
  '<p>{names.join(" ")}{kind === "open" && <b />}</p>',
])('what is translated, or no words, is passed over: %s', (code) => {
  expect(leftIn('a.tsx', code)).toEqual([])
})

/** Words in that source which somebody sees or hears as they stand. */
function leftIn(file: string, code: string): string[] {
  const { program, errors } = parseSync(file, code)
  if (errors.length > 0) throw new Error(`${file} cannot be parsed`)
  const found: string[] = []
  look(program, found)
  return found.map((words) => `${file}: ${words}`)
}

/** Looks for what is shown anywhere below. */
function look(node: unknown, found: string[], isTranslated = false): void {
  if (Array.isArray(node)) return node.forEach((part) => look(part, found, isTranslated))
  if (!isNode(node)) return
  if (node.type === 'JSXText' && !isTranslated) return keep(node['value'], found)
  if (node.type === 'JSXAttribute') return lookAtAttribute(node, found, isTranslated)
  const isMacro = node.type === 'JSXElement' && MACROS.has(nameOf(node['openingElement'])) 
  const within = isTranslated || isMacro
  if (node.type === 'JSXElement' || node.type === 'JSXFragment')
    for (const child of node['children'] as Node[])
      if (child.type === 'JSXExpressionContainer' && !within) lookAtShown(child['expression'], found)
  for (const part of Object.values(node)) look(part, found, within)
}

const MACROS: ReadonlySet<string> = new Set(['Trans', 'Plural', 'Select', 'SelectOrdinal'])

function lookAtAttribute(node: Node, found: string[], isTranslated: boolean): void {
  const name = nameOf(node)
  if (SAID.test(name)) lookAtShown(node['value'], found)
  look(node['value'], found, isTranslated && !SAID.test(name))
}

/** Looks at what an expression comes to, whichever way it turns out. */
function lookAtShown(node: unknown, found: string[]): void {
  if (!isNode(node)) return
  switch (node.type) {
    case 'Literal':
      return keep(node['value'], found)
    case 'TemplateLiteral':
      for (const { value } of node['quasis'] as { value: { cooked: string } }[]) keep(value.cooked, found)
      return
    case 'JSXExpressionContainer':
      return lookAtShown(node['expression'], found)
    case 'ConditionalExpression':
      lookAtShown(node['consequent'], found)
      return lookAtShown(node['alternate'], found)
    case 'LogicalExpression':
      if (node['operator'] !== '&&') lookAtShown(node['left'], found)
      return lookAtShown(node['right'], found)
  }
}

function keep(text: unknown, found: string[]): void {
  if (typeof text === 'string' && LETTER.test(text)) found.push(text)
}

/** A name of several parts is that of no macro and of no attribute. */
function nameOf(node: unknown): string {
  const { name } = node as { name?: unknown }
  if (typeof name === 'string') return name
  return isNode(name) ? nameOf(name) : ''
}

function isNode(node: unknown): node is Node {
  return typeof node === 'object' && node !== null && 'type' in node
}
