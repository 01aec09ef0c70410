import type { EntryFault, RecordFault } from '@parley/release'
import { shown } from '../shown.ts'

/** What is wrong with a record, to go on from a colon. */
export function faultSentence(fault: RecordFault): string {
  switch (fault.because) {
    case 'not-json':
      return `it cannot be read${fault.line === undefined ? '' : ` from line ${fault.line} on`}.`
    case 'malformed':
      return `what it has at ${shown(fault.where) || 'its beginning'} does not belong there.`
    case 'written-otherwise':
      return `line ${fault.line} is not written as a record is.`
    case 'plan':
      return `version ${fault.number} of the plan in it is not what all sides signed.`
    case 'delegation':
      return `version ${fault.number} of a delegation in it, of the side ${fault.side}, is not what all sides signed.`
    case 'withdrawal':
      return `withdrawal ${fault.number} in it is not signed by the side that it names.`
    case 'entry':
      return `entry ${fault.number} ${ENTRY[fault.why]}.`
    case 'seal':
      return fault.why === 'signature'
        ? `signature ${fault.number} under wording ${fault.version} is of no side's seal.`
        : `signature ${fault.number} under wording ${fault.version} is of a document that says otherwise.`
    case 'other-file':
      return 'what the sides signed is another record.'
    case 'refusal':
      return `refusal ${fault.number} is not signed by the side that it names.`
  }
}

const ENTRY: Record<EntryFault, string> = {
  signature: 'is not signed by the key that it names',
  'other-call': 'is of another call',
  'no-signer': 'is of a key behind which there is no seal of the plan and no agreed seat',
  twice: 'is there for the second time',
  'out-of-order': 'is not in its place',
}
