import type { Block, ProvenVersion, Run, Verdict } from '@parley/release'

/** What was signed of a readout or a clip, to be read without the page that shows it, a line each. */
export function textOf(verdict: Verdict): string[] {
  if (verdict.is === 'not-proven' || verdict.of === 'record') return []
  const newest = verdict.of === 'media' ? verdict.clip : verdict.versions.at(-1)
  return newest ? linesOf(newest) : []
}

function linesOf(version: ProvenVersion): string[] {
  switch (version.is) {
    case 'announcement':
      return [version.payload.title]
    case 'clip':
      return [version.payload.title, version.payload.caption]
    case 'readout': {
      const { title, language, body, byline, correction, translations } = version.payload
      return [
        ...textIn({ title, language, body }),
        ...(byline === '' ? [] : [`(${byline})`]),
        ...(correction === null ? [] : [`Corrected: ${correction}`]),
        ...translations.flatMap((one) => ['', `Translated by ${one.by.name}:`, ...textIn(one)]),
      ]
    }
  }
}

function textIn(text: { title: string; language: string; body: readonly Block[] }): string[] {
  return [`[${text.language}] ${text.title}`, ...text.body.flatMap((block) => linesIn(block))]
}

function linesIn(block: Block): string[] {
  if (block.is === 'list')
    return block.items.map((runs, at) => `${block.ordered ? `${at + 1}.` : '-'} ${said(runs)}`)
  return [block.is === 'quote' ? `“${said(block.runs)}”` : said(block.runs)]
}

function said(runs: readonly Run[]): string {
  return runs.map(({ text, href }) => (href === undefined ? text : `${text} <${href}>`)).join('')
}
