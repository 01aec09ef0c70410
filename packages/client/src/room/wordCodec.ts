import { readWord, writeWord } from '@parley/group'
import type { Bytes, DocumentKind, LeafIndex } from '@parley/protocol'
import type { Heads } from '@parley/seal'
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
  if (word.word !== 'heartbeat') return { from, areHeadsEqual: false, lacks: [], word }
  const lacks = olderIn(word.heads, heads)
  const areHeadsEqual = lacks.length === 0 && olderIn(heads, word.heads).length === 0
  return { from, areHeadsEqual, lacks, word }
}

/** Kinds of which one has a lower version, or another, than the other. */
function olderIn(theirs: Heads, own: Heads): readonly DocumentKind[] {
  return (Object.keys(own) as DocumentKind[]).filter((kind) => {
    const [version, hash] = own[kind] ?? [0]
    const [theirVersion, theirHash] = theirs[kind] ?? [0]
    return theirVersion < version || (theirVersion === version && theirHash !== hash)
  })
}
