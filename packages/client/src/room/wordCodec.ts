import { readWord, writeWord } from '@parley/group'
import type { Bytes, LeafIndex } from '@parley/protocol'
import type { Heads } from '@parley/seal'
import { lacksOf, listsBeside } from '../documents/listsBeside.ts'
import type { HeardWord, Word } from './roomSession.ts'

/** Writes a word. A heartbeat carries the heads that its author knows. */
export function encodeWord(word: Word, heads: Heads): Bytes {
  switch (word.word) {
    case 'heartbeat': {
      const { company, ...rest } = word
      const copied = { ...rest, heads, tracks: [...word.tracks] }
      return writeWord(company ? { ...copied, company: [...company] } : copied)
    }
    case 'documents':
      return writeWord({ ...word, documents: word.documents.map(copy) })
    default:
      return writeWord(word)
  }
}

function copy({ kind, version, signatures }: (Word & { word: 'documents' })['documents'][number]) {
  return { kind, version, signatures: [...signatures] }
}

/** Reads what a leaf said; nothing if it is not one of our words. `heads` are this window's own. */
export function decodeWord(
  bytes: Bytes,
  { from, heads }: { from: LeafIndex; heads: Heads },
): HeardWord | undefined {
  const word = readWord(bytes)
  if (!word) return undefined
  if (word.word !== 'heartbeat') return { from, lists: undefined, lacks: [], word }
  const lists = listsBeside(heads, word.heads)
  return { from, lists, lacks: lacksOf(word.heads, heads), word }
}
