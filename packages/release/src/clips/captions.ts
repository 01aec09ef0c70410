import type { TimeSpan } from './timeSpans.ts'

/** Words that are shown under the picture, from and to in milliseconds after the clip begins. */
export type Caption = TimeSpan & { readonly text: string }

/** Larger: it covers the picture. Smaller: a sentence does not fit. */
export const CAPTION_LENGTH = 200

/** A file of captions as WebVTT, in their order; nothing where there are none. */
export function writeCaptions(captions: readonly Caption[]): string | undefined {
  const written = captions
    .filter(({ text }) => text.trim() !== '')
    .toSorted((a, b) => a.from - b.from)
  if (written.length === 0) return undefined
  const cues = written.map(
    ({ from, to, text }) => `${timeOf(from)} --> ${timeOf(to)}\n${escaped(text)}\n`,
  )
  return `WEBVTT\n\n${cues.join('\n')}`
}

/** The captions of a file that `writeCaptions` wrote; nothing where it is another. */
export function readCaptions(file: string): readonly Caption[] | undefined {
  const [head, ...cues] = file.split('\n\n')
  if (head !== 'WEBVTT') return undefined
  const read = cues.map(readCue)
  return read.every((cue) => cue !== undefined) ? read : undefined
}

function readCue(cue: string): Caption | undefined {
  const found = /^([\d:.]+) --> ([\d:.]+)\n(.+)\n?$/s.exec(cue)
  const [, from = '', to = '', text = ''] = found ?? []
  const span = { from: readTime(from), to: readTime(to) }
  if (!found || Number.isNaN(span.from + span.to)) return undefined
  return { ...span, text: unescaped(text.trimEnd()) }
}

function timeOf(ms: number): string {
  const rest = Math.max(0, Math.round(ms))
  const of = (unit: number, most: number) => Math.floor(rest / unit) % most
  const [hours, minutes, seconds] = [Math.floor(rest / 3_600_000), of(60_000, 60), of(1000, 60)]
  const clock = [hours, minutes, seconds].map((value) => String(value).padStart(2, '0'))
  return `${clock.join(':')}.${String(rest % 1000).padStart(3, '0')}`
}

function readTime(text: string): number {
  const [, hours, minutes, seconds, ms] = /^(\d{2,}):(\d{2}):(\d{2})\.(\d{3})$/.exec(text) ?? []
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(ms)
}

/** On one line, and nothing of it a mark of WebVTT. */
function escaped(text: string): string {
  const plain = text.trim().replaceAll(/\s+/g, ' ').slice(0, CAPTION_LENGTH)
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
