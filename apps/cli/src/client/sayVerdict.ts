import { shown } from '../shown.ts'
import type { Finding, Verdict } from './finding.ts'

/** Lines of what was found. Larger: the first are out of sight. Smaller: some have to be looked for again. */
const MOST_LINES = 40

/** A verdict in plain words, a line each. */
export function sayVerdict(verdict: Verdict): string[] {
  const { origin, findings, files, same, isByOwnList, served, settings } = verdict
  const as = isByOwnList ? 'as its own list says' : 'the same'
  const code = served?.digits.join(' ')
  const set = [...settings].map(([name, content]) => `${SET.get(name)} ${shown(content)}.`)
  if (findings.length === 0)
    return [
      `${origin} serves this client: all ${files} files are the same, byte for byte.`,
      `Its code:     ${code}`,
      `Its SHA-256:  ${served?.hex}`,
      ...set,
      'That is what it answered here and now. Who does not trust it serves a copy: docs/own-copy.md.',
    ]
  return [
    `${origin} does NOT serve this client: ${same} of ${files} files are ${as}.`,
    ...findings.slice(0, MOST_LINES).map((finding) => `  ${sentenceFor(finding)}`),
    ...(findings.length > MOST_LINES ? [`  and ${findings.length - MOST_LINES} more`] : []),
    ...(code === undefined ? [] : [`It says of itself: ${code}`]),
    ...set,
    'Use nothing that it serves until you know why.',
  ]
}

const SET = new Map([
  ['name', 'Its page says who runs it:'],
  ['server', 'Its page is a copy, and dials the server at'],
])

function sentenceFor(finding: Finding): string {
  switch (finding.is) {
    case 'differs':
      return `differs: ${shown(finding.path)}`
    case 'missing':
      return `missing: ${shown(finding.path)} ${shown(finding.why)}`
    case 'added':
      return `added: ${shown(finding.path)}, which the ${finding.by} names, is not in the build`
    case 'elsewhere':
      return `elsewhere: the page names ${shown(finding.address)}`
    case 'page':
      return `the page: its line ${finding.number} is another one: ${shown(finding.text)}`
    case 'header':
      return finding.value === null
        ? `header: ${finding.name} is not there`
        : `header: ${finding.name} is ${shown(finding.value)}`
    case 'policy':
      return finding.value === null
        ? `policy: ${shown(finding.path)} comes without one`
        : `policy: ${shown(finding.path)} comes under ${shown(finding.value)}`
    case 'other-client':
      return `another client: wanted is ${shown(finding.wanted)}`
  }
}
