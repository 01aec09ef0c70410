import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type { Because } from '@parley/release'

/** Why a file is not proven, in a sentence. */
export const BECAUSE: Readonly<Record<Because, MessageDescriptor>> = {
  'unknown-file': msg`This is no file of a release: no statement, readout or record, and no media of a clip.`,
  'not-json': msg`This does not read as a statement: it is not JSON, or it is cut short.`,
  'written-otherwise': msg`The statement is not written as it was published: with other spaces, or with a field twice.`,
  'unknown-field': msg`The statement has a field that there is not.`,
  'wrong-field': msg`A field of the statement is missing, or says what it cannot.`,
  'names-no-sides': msg`It names no sides: nobody can tell from it alone who has to sign it.`,
  'other-item': msg`The file calls itself something else than what was signed.`,
  'bad-signature': msg`A signature is not of this text: the text or the signature was altered.`,
  'missing-signature': msg`A side that has to sign it did not.`,
  'second-signature': msg`A side signed it twice.`,
  'two-wordings': msg`Its signatures are under different texts.`,
  'broken-chain': msg`A version does not follow the one before it: one is missing, or out of order.`,
  'other-call': msg`Its versions are of different calls.`,
  'other-seals': msg`Its versions are signed by different seals.`,
  'no-statement': msg`Nothing says who released this file. Choose its statement too.`,
  'other-file': msg`This is not the file that was signed: its SHA-256 is another one.`,
  'unreadable-media': msg`The file does not read to its end: it is cut short or altered.`,
  'altered-manifest': msg`A manifest in the file was altered, or is not of this file.`,
  'unknown-certificate': msg`A manifest in the file is signed by a key for which no side’s seal vouches.`,
  'missing-manifest': msg`A side’s manifest is missing in the file, where others’ are there.`,
  'other-clip': msg`A manifest in the file is of another clip.`,
  'other-papers': msg`What the record says was agreed, not every side signed so.`,
  'no-signer': msg`An entry of the record is of a key behind which there is no seal of the plan and no agreed seat.`,
  'other-code': msg`No seal of the code that you expect has signed it.`,
}
