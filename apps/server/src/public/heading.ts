import type { Party, PublicVersion } from '@parley/release'

/** What a list of publications shows of one: a few words, without its whole text. */
export type Heading = {
  is: PublicVersion['is']
  title: string
  /** Of those words; null where they are everybody's. */
  language: string | null
  /** The first words of it. */
  summary: string
  /** In the order of the plan; of an account, its own side. */
  sides: readonly Party[]
  /** Milliseconds since 1970, UTC: when the call begins, or the stretch of a clip began. */
  start: number | null
  timeZone: string | null
  correction: string | null
}

/** Characters of a summary. Larger: longer feeds. Smaller: a first sentence is cut. */
const SUMMARY = 300

const NONE = {
  language: null,
  summary: '',
  sides: [],
  start: null,
  timeZone: null,
  correction: null,
}

/** What lists show of that version. */
export function headingOf(version: PublicVersion): Heading {
  const { is, payload } = version
  switch (is) {
    case 'announcement': {
      const { title, sides, start, timeZone } = payload
      return { ...NONE, is, title, sides, start, timeZone }
    }
    case 'clip': {
      const { title, caption, language, sides, from } = payload
      return { ...NONE, is, title, summary: shortened(caption), language, sides, start: from }
    }
    case 'readout': {
      const { title, language, side, correction } = payload
      const summary = shortened(firstWords(payload.body))
      return { ...NONE, is, title, summary, language, sides: [side], correction }
    }
    case 'joint':
      return { ...NONE, is, title: payload.texts[0]?.text ?? '' }
    case 'record':
      return { ...NONE, is, title: '', start: payload.from }
    case 'clip-file':
    case 'refusal':
    case 'record-refusal':
    case 'joint-answer':
      throw new Error('It is never published')
  }
}

type Body = Extract<PublicVersion, { is: 'readout' }>['payload']['body']

function firstWords(body: Body): string {
  const first = body.find((block) => block.is === 'paragraph' || block.is === 'quote')
  return first && 'runs' in first ? first.runs.map(({ text }) => text).join('') : ''
}

function shortened(text: string): string {
  if (text.length <= SUMMARY) return text
  return `${text.slice(0, text.lastIndexOf(' ', SUMMARY) > 0 ? text.lastIndexOf(' ', SUMMARY) : SUMMARY)} …`
}
