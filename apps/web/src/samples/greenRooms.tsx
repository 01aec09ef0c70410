import type { Lists } from '@parley/seal'
import { signal } from '@preact/signals-core'
import type { ReactNode } from 'react'
import { COMPANY, FACTS, PEOPLE, SIDES } from '../model/callSamples/people.ts'
import type { Checks } from '../model/check/checks.ts'
import type { PictureView, SpeakerTestView, VoiceView } from '../model/check/checkView.ts'
import { NO_LEVEL } from '../model/greenRoomLevel.ts'
import type { GreenRoomCall, GreenRoomView, Input } from '../model/greenRoomView.ts'
import { DEVICE_FAILED } from '../screens/green-room/deviceFailures.ts'
import { GreenRoomScreen } from '../screens/green-room/GreenRoomScreen.tsx'
import { NOT_ADMITTED } from '../screens/green-room/notAdmitted.ts'
import { keysOf } from './keysOf.ts'

const THERE = { phase: 'there' } as const
const OFF = { phase: 'off' } as const
const ASKING = { phase: 'asking' } as const
const OWN_VOICE = { isInterpreters: false }
const LEVEL = { ...NO_LEVEL, dbfs: -18, peak: -12 }
const CALLS: readonly GreenRoomCall[] = [
  { phase: 'joining', loading: undefined },
  { phase: 'joining', loading: { done: 1, of: 2 } },
  { phase: 'not-loaded' },
  { phase: 'away' },
]

const NOBODY_SAID: GreenRoomView['company'] = {
  declared: undefined,
  allowed: '',
  role: 'adviser',
  hasAide: false,
  recorded: undefined,
}

const RECORDED: Lists['seats'] = new Map(
  PEOPLE.slice(-1).map(({ seat, side, name, office, languages }) => [
    seat,
    { side, name, office, languages, role: 'note-taker', rooms: [], records: true },
  ]),
)

/** The green room in what its screen has words for, by name; its camera is never on. */
export const GREEN_ROOMS: readonly (readonly [string, () => ReactNode])[] = [
  ['green room', () => room({})],
  ['green room: has to say who', () => room({ company: { ...NOBODY_SAID, role: 'principal' } })],
  [
    'green room: alone',
    () => room({ company: { ...NOBODY_SAID, declared: [], role: 'principal' } }),
  ],
  [
    'green room: with others',
    () =>
      room({
        company: {
          declared: COMPANY,
          allowed: 'Delegates and one technician a side',
          role: 'adviser',
          hasAide: true,
          recorded: undefined,
        },
      }),
  ],
  ['green room: recorded', () => room({ company: { ...NOBODY_SAID, recorded: RECORDED } })],
  ['green room: nothing measured', () => room({}, undefined)],
  ['green room: devices asked for', () => room({ camera: ASKING, microphone: ASKING })],
  ['green room: no microphone', () => room({ microphone: OFF })],
  ...keysOf(DEVICE_FAILED.camera).map((why) => {
    const failed: Input<never> = { phase: 'failed', why }
    return [
      `green room: devices ${why}`,
      () => room({ camera: failed, microphone: failed }),
    ] as const
  }),
  [
    'green room: chosen before',
    () => room({ missing: [{ kind: 'microphone', name: 'Old headset' }] }),
  ],
  ['green room: much to do', () => room({}, badly())],
  ['green room: narrow', () => room({}, narrowly(false))],
  ['green room: narrow, of an interpreter', () => room({}, narrowly(true))],
  ...CALLS.map((call) => [`green room: ${saidOf(call)}`, () => room({ call })] as const),
  ...keysOf(NOT_ADMITTED).map(
    (why) => [`green room: ${why}`, () => room({ call: { phase: 'refused', why } })] as const,
  ),
]

function saidOf(call: GreenRoomCall): string {
  return call.phase === 'joining' && call.loading ? 'loading' : call.phase
}

function room(facts: Partial<GreenRoomView>, checks: Checks | undefined = well()): ReactNode {
  const [side] = SIDES
  if (!side) throw new Error('There are two sides')
  const view: GreenRoomView = {
    title: FACTS.title,
    startsAtMs: Date.UTC(2027, 2, 9, 9),
    isToday: false,
    you: { name: 'Reto Camenzind', office: 'Adviser', side },
    camera: OFF,
    microphone: THERE,
    devices: FACTS.devices,
    missing: [],
    sides: SIDES.map((one) => ({ ...one, names: PEOPLE.map(({ name }) => name), here: 2 })),
    company: NOBODY_SAID,
    call: { phase: 'ready' },
    telephone: FACTS.telephone,
    ...facts,
  }
  return (
    <GreenRoomScreen
      view={signal(view)}
      level={signal(LEVEL)}
      onReadout={() => undefined}
      checks={signal(checks)}
      send={() => undefined}
    />
  )
}

function well(): Checks {
  return checksOf(
    { ...OWN_VOICE, judgement: { is: 'good' }, band: { fromHz: 100, toHz: 12_000, is: 'full' } },
    { phase: 'seen', light: 'good', framing: 'middle' },
    { phase: 'played', isOnChosen: true, echo: 'none' },
  )
}

function badly(): Checks {
  return checksOf(
    {
      ...OWN_VOICE,
      judgement: { is: 'clips' },
      band: { fromHz: 300, toHz: 3400, is: 'telephone' },
    },
    { phase: 'seen', light: 'backlit', framing: 'left' },
    { phase: 'played', isOnChosen: false, echo: 'echo' },
  )
}

function narrowly(isInterpreters: boolean): Checks {
  return checksOf(
    {
      judgement: { is: 'good' },
      band: { fromHz: 100, toHz: 8000, is: 'talk' },
      isInterpreters,
    },
    { phase: 'seen', light: 'good', framing: 'middle' },
    { phase: 'ready' },
  )
}

function checksOf(voice: VoiceView, picture: PictureView, speakerTest: SpeakerTestView): Checks {
  const bars = Array.from({ length: 24 }, (_, band) => ({ height: band / 24, isVoice: band > 4 }))
  return {
    voice: signal(voice),
    bars: signal(bars),
    picture: signal(picture),
    line: signal({
      answer: { phase: 'there', roundTripMs: 84, is: 'quick' },
      route: { transport: 'udp', isRelayed: false, roundTripMs: 21 },
    }),
    speakerTest: signal(speakerTest),
    playChime: () => undefined,
    whole: { isOn: signal(false), set: () => undefined },
    [Symbol.dispose]: () => undefined,
  }
}
