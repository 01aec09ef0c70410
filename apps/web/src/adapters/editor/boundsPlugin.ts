import { Plugin } from 'prosemirror-state'

/** Pieces and characters of a text. Larger: a draft does not fit its document. Smaller: a long statement is cut. */
const PIECES = 480
const CHARACTERS = 60_000

/** Takes nothing that would make the text larger than a readout may be; what makes it smaller goes through. */
export function boundsPlugin(): Plugin {
  return new Plugin({
    filterTransaction({ doc, docChanged }, { doc: before }) {
      if (!docChanged) return true
      const isTooLong = doc.childCount > PIECES && doc.childCount > before.childCount
      const isTooLarge = doc.content.size > CHARACTERS && doc.content.size > before.content.size
      return !isTooLong && !isTooLarge
    },
  })
}
