import type { DraftText, Readout, Wording } from '@parley/release'
import { wordingOf } from '@parley/release'
import type { Hash } from '@parley/protocol'

/** The draft with the words of a version that was kept; when it may be public, and what it corrects, stay. */
export function restored(text: DraftText, version: Wording): DraftText {
  const { embargo, correction } = text.wording
  return { ...text, wording: { ...version, embargo, correction } }
}

/** The draft as it was published, to be corrected: with a note still to be written, and without an embargo. */
export function corrected(text: DraftText, published: Readout, textIs: Hash): DraftText {
  return { ...text, offered: null, wording: wordingOf(published, textIs) }
}

/** The draft as it was published, and nothing else. */
export function asPublished(text: DraftText, published: Readout, textIs: Hash): DraftText {
  const { embargo, correction } = published
  return {
    ...text,
    offered: null,
    wording: { ...wordingOf(published, textIs), embargo, correction },
  }
}
