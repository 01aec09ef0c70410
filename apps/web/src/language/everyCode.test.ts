import { HTTP_STATUS } from '@parley/protocol'
import { expect, test } from 'vitest'
import { HELD, HELD_SHORT } from '../screens/call/sentences/held.ts'
import { FLOW } from '../screens/call/sentences/flow.ts'
import { MICROPHONE_CLOSED } from '../screens/call/sentences/microphone.ts'
import { NOT_PLAYED } from '../screens/notices/sentences/notPlayed.ts'
import { REFUSED } from '../screens/call/sentences/refused.ts'
import { JOINS_AGAIN } from '../screens/call/sentences/joinsAgain.ts'
import { REMOVED } from '../screens/notices/sentences/removed.ts'
import { ENDED } from '../screens/ended/endedSentences.ts'
import { ORDERED } from '../screens/aide/orderSentences.ts'
import { FAILED_IN_CALL } from '../screens/notices/sentences/deviceFailed.ts'
import { DEVICE_FAILED } from '../screens/green-room/deviceFailures.ts'
import { NOT_ADMITTED } from '../screens/green-room/notAdmitted.ts'
import { BECAUSE } from '../screens/verify/becauseWords.ts'
import { TROUBLES as VERIFY_TROUBLES } from '../screens/verify/Trouble.tsx'
import { PROVEN, UNPROVEN } from '../screens/verify/unprovenWords.ts'
import { ELSEWHERE } from './elsewhere.ts'
import { FAILURES } from './failures.ts'
import { REFUSALS } from './refusals.ts'
import { isMade, wordsOfType } from '../../../../scripts/testing/codes.ts'
import { TROUBLES } from './troubles.ts'

const ADMIT = 'packages/group/src/admission/admit.ts'
const CALL = 'packages/call/src'

/** A table of sentences: the codes that there are, where from, and where something has to make each of them. */
type Table = {
  of: string
  sentences: object
  codes: Iterable<string>
  madeBy: readonly string[]
}

const refusals = Object.keys(HTTP_STATUS)

const TABLES: readonly Table[] = [
  {
    of: 'what a server refuses',
    sentences: REFUSALS,
    codes: refusals,
    madeBy: ['apps/server/src', 'packages'],
  },
  {
    of: 'what stops an officer',
    sentences: except(TROUBLES, refusals),
    codes: [
      ...wordsOfType('packages/client/src/desk/cannotSign.ts', 'CannotSignCode'),
      ...wordsOfType('apps/web/src/model/desk/deskTrouble.ts', 'DeskTrouble'),
    ],
    madeBy: ['packages/client/src/desk', 'apps/web/src/model'],
  },
  {
    of: 'a void leaf or commit',
    sentences: REFUSED,
    codes: wordsOfType(ADMIT, 'VoidCode'),
    madeBy: ['packages/group/src'],
  },
  {
    of: 'a leaf that is held',
    sentences: HELD,
    codes: wordsOfType(ADMIT, 'HeldCode'),
    madeBy: [ADMIT],
  },
  {
    of: 'a leaf that is held, in two words',
    sentences: HELD_SHORT,
    codes: wordsOfType(ADMIT, 'HeldCode'),
    madeBy: [ADMIT],
  },
  {
    of: 'one’s own seat that is held',
    sentences: NOT_ADMITTED,
    codes: wordsOfType(ADMIT, 'HeldCode'),
    madeBy: [ADMIT],
  },
  {
    of: 'a leaf that was taken out',
    sentences: REMOVED,
    codes: wordsOfType(`${CALL}/duty.ts`, 'RemovedBecause'),
    madeBy: [CALL, 'packages/client/src'],
  },
  {
    of: 'joining again',
    sentences: JOINS_AGAIN,
    codes: wordsOfType(`${CALL}/joining.ts`, 'JoinsAgainBy'),
    madeBy: [CALL, 'packages/client/src', 'packages/group/src/room'],
  },
  {
    of: 'the end of a call',
    sentences: ENDED,
    codes: wordsOfType(`${CALL}/joining.ts`, 'EndedBy'),
    madeBy: [CALL, 'packages/client/src'],
  },
  {
    of: 'a closed microphone',
    sentences: MICROPHONE_CLOSED,
    codes: [...wordsOfType(`${CALL}/gateClosedBy.ts`, 'ClosedBy'), 'start', 'holder'],
    madeBy: [CALL],
  },
  {
    of: 'frames that are not played',
    sentences: NOT_PLAYED,
    codes: without(wordsOfType('packages/sframe/src/counts.ts', 'ReceiveDrop'), [
      'filler',
      'unbound',
    ]),
    madeBy: ['packages/sframe/src'],
  },
  {
    of: 'how somebody comes in',
    sentences: FLOW,
    codes: without(wordsOfType(`${CALL}/flow.ts`, 'Flow'), ['flowing']),
    madeBy: [CALL],
  },
  ...Object.entries(DEVICE_FAILED).map(([kind, sentences]) => ({
    of: `a ${kind} that fails before the call`,
    sentences,
    codes: wordsOfType(`${CALL}/ports/media.ts`, 'DeviceFailure'),
    madeBy: ['apps/web/src/adapters/media'],
  })),
  ...Object.entries(FAILED_IN_CALL).map(([kind, sentences]) => ({
    of: `a ${kind} that fails`,
    sentences,
    codes: wordsOfType(`${CALL}/ports/media.ts`, 'DeviceFailure'),
    madeBy: ['apps/web/src/adapters/media'],
  })),
  {
    of: 'a page that cannot be opened',
    sentences: FAILURES,
    codes: wordsOfType('apps/web/src/model/failure.ts', 'Failure'),
    madeBy: ['apps/web/src/model'],
  },
  {
    of: 'an order of an aide’s console',
    sentences: ORDERED,
    codes: [
      ...wordsOfType(`${CALL}/aide/aideWords.ts`, 'OrderAnswer'),
      'sending',
      'sent',
      'not-there',
    ],
    madeBy: [`${CALL}/aide`, 'apps/web/src/model/aide'],
  },
  {
    of: 'what is not proven of a release',
    sentences: BECAUSE,
    codes: wordsOfType('packages/release/src/verify/verdict.ts', 'Because'),
    madeBy: ['packages/release/src/verify'],
  },
  {
    of: 'what signatures cannot show',
    sentences: UNPROVEN,
    codes: wordsOfType('packages/release/src/verify/verdict.ts', 'Unproven'),
    madeBy: ['packages/release/src/verify'],
  },
  {
    of: 'what is proven',
    sentences: PROVEN,
    codes: ['publication', 'media', 'record'],
    madeBy: ['packages/release/src/verify'],
  },
  {
    of: 'what keeps a release from being verified',
    sentences: VERIFY_TROUBLES,
    codes: wordsOfType('apps/web/src/model/verify/verifyView.ts', 'VerifyTrouble'),
    madeBy: ['apps/web/src/model/verify', 'apps/web/src/adapters/verify'],
  },
  {
    of: 'what another window has',
    sentences: ELSEWHERE,
    codes: ['desk', 'seat', 'invitation'],
    madeBy: ['apps/web/src/model/application.ts'],
  },
]

test.each(TABLES)('each code of $of has its sentence, and no sentence is without a code', (table) => {
  expect(new Set(Object.keys(table.sentences))).toEqual(new Set(table.codes))
})

test.each(TABLES)('each code of $of is made somewhere, so that its sentence can be shown', (table) => {
  const { codes, madeBy } = table

  expect([...codes].filter((code) => !isMade(code, madeBy))).toEqual([])
})

test('each kind of device has sentences of its own failures', () => {
  const kinds = wordsOfType(`${CALL}/members.ts`, 'TrackKind')

  expect(new Set(Object.keys(FAILED_IN_CALL))).toEqual(kinds)
})

test('the walk finds a code that nothing makes, and one that is only asked about', () => {
  expect(isMade('no-such-code', ['packages', 'apps'])).toBe(false)
  expect(isMade('own-side', ['packages/call/src/joining.ts'])).toBe(false)
  expect(isMade('second-leaf', [ADMIT])).toBe(true)
})

function except(table: object, codes: readonly string[]): object {
  return Object.fromEntries(Object.entries(table).filter(([code]) => !codes.includes(code)))
}

function without(words: ReadonlySet<string>, left: readonly string[]): ReadonlySet<string> {
  return new Set([...words].filter((word) => !left.includes(word)))
}
