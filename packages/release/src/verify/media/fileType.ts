import type { Bytes } from '@parley/protocol'

/** What a file is, as its first bytes tell. */
export type FileType = 'video/mp4' | 'video/webm' | 'image/jpeg' | 'text/vtt' | 'application/json'

/** Tells it by its first bytes, whatever its name is; nothing where it is none of those that are released. */
export function fileTypeOf(bytes: Bytes): FileType | undefined {
  const [head, brand] = [text(bytes, 0, 4), text(bytes, 4, 8)]
  if (brand === 'ftyp') return 'video/mp4'
  if (head === '\u001AEß£') return 'video/webm'
  if (head.startsWith('ÿØÿ')) return 'image/jpeg'
  if (text(bytes, 0, 6) === 'WEBVTT' || text(bytes, 0, 9) === 'ï»¿WEBVTT') return 'text/vtt'
  return head.trimStart().startsWith('{') ? 'application/json' : undefined
}

/** Each byte as the letter of that number. */
function text(bytes: Bytes, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}
