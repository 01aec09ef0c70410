import type { Because, NotProven } from '@parley/release'

/** Why something is not proven, in a sentence. */
export const BECAUSE: Readonly<Record<Because, string>> = {
  'unknown-file':
    'This is no file of a release: no statement, readout or record, and no media of a clip.',
  'not-json': 'This does not read as a statement: it is not JSON, or it is cut short.',
  'written-otherwise':
    'The statement is not written as it was published: with other spaces, or with a field twice.',
  'unknown-field': 'The statement has a field that there is not.',
  'wrong-field': 'A field of the statement is missing, or says what it cannot.',
  'names-no-sides': 'It names no sides: nobody can tell from it alone who has to sign it.',
  'other-item': 'The file calls itself something else than what was signed.',
  'bad-signature': 'A signature is not of this text: the text or the signature was altered.',
  'missing-signature': 'A side that has to sign it did not.',
  'second-signature': 'A side signed it twice.',
  'two-wordings': 'Its signatures are under different texts.',
  'broken-chain': 'A version does not follow the one before it: one is missing, or out of order.',
  'other-call': 'Its versions are of different calls.',
  'other-seals': 'Its versions are signed by different seals.',
  'no-statement': 'Nothing says who released this file: it needs its statement beside it.',
  'other-file': 'This is not the file that was signed: its SHA-256 is another one.',
  'unreadable-media': 'The file does not read to its end: it is cut short or altered.',
  'altered-manifest': 'A manifest in the file was altered, or is not of this file.',
  'unknown-certificate':
    'A manifest in the file is signed by a key for which no side’s seal vouches.',
  'missing-manifest': 'A side’s manifest is missing in the file, where others’ are there.',
  'other-clip': 'A manifest in the file is of another clip.',
  'other-papers': 'What the record says was agreed, not every side signed so.',
  'no-signer':
    'An entry of the record is of a key behind which there is no seal of the plan and no agreed seat.',
  'other-code': 'No seal of the code that you gave has signed it.',
}

/** Where that is, in a few words; nothing where it is nowhere in particular. */
export function whereOf({ where, because }: NotProven): string {
  const { item, version, place, entry, line, side, field } = where
  const parts = [
    item,
    version === undefined ? undefined : `version ${version}`,
    place === undefined ? undefined : `${PLACES.get(because) ?? 'signature'} ${place}`,
    entry === undefined ? undefined : `entry ${entry}`,
    line === undefined ? undefined : `line ${line}`,
    side === undefined ? undefined : `of ${side}`,
    field === undefined ? undefined : `field ${field || '(the whole)'}`,
  ].filter((part) => part !== undefined)
  return parts.join(', ')
}

/** What is counted. */
const PLACES: ReadonlyMap<Because, string> = new Map(
  (['altered-manifest', 'unknown-certificate', 'missing-manifest', 'other-clip'] as const).map(
    (because) => [because, 'manifest'],
  ),
)
