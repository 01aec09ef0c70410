import type { Ordered } from '@parley/call'
import { signal } from '@preact/signals-core'
import type { ReactNode } from 'react'
import type { AideChannel, AideDisplay, AideView } from '../model/aide/aideView.ts'
import type { CallSide } from '../model/callFacts.ts'
import { PEOPLE, SIDES } from '../model/callSamples/people.ts'
import { AideScreen } from '../screens/aide/AideScreen.tsx'
import { ORDERED } from '../screens/aide/orderSentences.ts'
import { keysOf } from './keysOf.ts'

const SIDE = SIDES[0] as CallSide
const FRENCH = { side: SIDE.side, language: 'fr' }
const CHANNELS: readonly AideChannel[] = [
  { key: 'own', channel: FRENCH, of: SIDE.name, isChosen: true },
  { key: 'other', channel: FRENCH, of: SIDES[1]?.name, isChosen: false },
  { key: 'floor', channel: undefined, of: undefined, isChosen: false },
]
const DISPLAY: AideDisplay = {
  layout: 'room',
  layouts: ['delegation', 'room'],
  channels: CHANNELS,
  camera: 'on',
  microphone: 'closed',
  speaker: PEOPLE[1]?.name,
  part: { title: 'Release schedule in dry years', isOpen: false },
  others: 5,
}
const ALIKE = {
  title: 'Upper Tana Water Treaty',
  seat: { name: 'Mathilde Aeberhard', office: 'Federal Councillor', side: SIDE },
  opens: 'asks',
  isServerAway: false,
} as const

/** An aide's console in every state that it has words for, by name. */
export const AIDE_STATES: readonly (readonly [string, () => ReactNode])[] = [
  ['aide: door', () => shown({ ...ALIKE, phase: 'door' })],
  ['aide: entering', () => shown({ ...ALIKE, phase: 'entering' })],
  ['aide: ended', () => shown({ ...ALIKE, phase: 'ended', by: 'replaced' })],
  [
    'aide: no display',
    () => shown({ ...ALIKE, phase: 'in', display: undefined, order: undefined }),
  ],
  ['aide: server away', () => inside({}, undefined, { isServerAway: true })],
  ['aide: at once', () => inside({ camera: 'off', others: 0 }, undefined, { opens: 'at-once' })],
  [
    'aide: interpreter',
    () => inside({ layout: 'booth', layouts: ['booth', 'delegation'], others: 1 }),
  ],
  ...(['open', 'private', 'unavailable'] as const).map(
    (microphone) => [`aide: microphone ${microphone}`, () => inside({ microphone })] as const,
  ),
  ...keysOf(ORDERED).map((is) => [`aide: order ${is}`, () => inside({}, is)] as const),
]

function inside(
  display: Partial<AideDisplay>,
  is?: Ordered['is'],
  alike: Partial<Pick<AideView, 'opens' | 'isServerAway'>> = {},
): ReactNode {
  const order: Ordered | undefined = is && {
    id: 'o1',
    order: { set: 'microphone', to: 'open' },
    atMs: 0,
    is,
  }
  return shown({ ...ALIKE, ...alike, phase: 'in', display: { ...DISPLAY, ...display }, order })
}

function shown(view: AideView): ReactNode {
  return <AideScreen view={signal(view)} send={() => undefined} />
}
