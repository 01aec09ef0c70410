import type { Companion } from '@parley/call'
import { LeafIndex, SeatId, SideId } from '@parley/protocol'
import type { Role } from '@parley/seal'
import * as v from 'valibot'
import type { CallFacts, CallSide, Person } from '../callFacts.ts'

/** A seat, by a number. */
export function seat(n: number): SeatId {
  return v.parse(SeatId, `seat${n}`.padEnd(10, '0') + 'A')
}

const switzerland = v.parse(SideId, 'switzerlanA')
const kenya = v.parse(SideId, 'kenyakenyaA')

/** Two sides in the order of the plan, seen from the first. */
export const SIDES: readonly CallSide[] = [
  {
    side: switzerland,
    name: 'Switzerland',
    flag: 'CH',
    fingerprint: '8f21c46be07d',
    place: 1,
    isOwn: true,
    seal: 'own',
  },
  {
    side: kenya,
    name: 'Kenya',
    flag: 'KE',
    fingerprint: '1be45a92c83f',
    place: 2,
    isOwn: false,
    seal: 'compared',
  },
]

function person(
  n: number,
  side: SideId,
  [name, office, role]: readonly [string, string, Role],
): Person {
  return {
    leaf: v.parse(LeafIndex, n),
    seat: seat(n),
    side,
    name,
    office,
    role,
    languages: ['en'],
    isYou: false,
    standing: 'agreed',
    presence: 'here',
    flow: 'flowing',
    doubts: {},
    microphone: 'closed',
    into: undefined,
    opened: undefined,
    listens: undefined,
    hearsYou: 'yes',
    notHearingSinceMs: undefined,
    isKeyOld: false,
    lists: undefined,
    camera: undefined,
    screen: undefined,
    company: undefined,
    lateMs: undefined,
    audio: [],
    interpretation: undefined,
  }
}

/** Who may be in a room with somebody. */
export const COMPANY: readonly Companion[] = [
  { name: 'Aita Caviezel', office: 'Security' },
  { name: 'Gion Derungs', office: '' },
]

/** Eight people of two sides; the first is oneself. */
export const PEOPLE: readonly Person[] = [
  { ...person(0, switzerland, ['Reto Camenzind', 'Adviser', 'adviser']), isYou: true },
  person(1, kenya, ['Zawadi Kiptalam', 'Cabinet Secretary for Water', 'principal']),
  person(2, switzerland, ['Mathilde Aeberhard', 'Federal Councillor', 'principal']),
  person(3, kenya, ['Josphat Mwendwa', 'Basin Authority', 'adviser']),
  person(4, kenya, ['Amina Haji Nur', 'Attorney-General’s office', 'adviser']),
  {
    ...person(5, switzerland, ['Odile Rochat', 'Interpreter, Français', 'interpreter']),
    languages: ['fr', 'en'],
  },
  {
    ...person(6, kenya, ['Fatuma Salim', 'Interpreter, Kiswahili', 'interpreter']),
    languages: ['sw'],
  },
  person(7, switzerland, ['Livia Spescha', 'Note-taker', 'note-taker']),
]

/** Everybody in, one's own microphone open, nothing wrong. */
export const FACTS: CallFacts = {
  title: 'Compensation for storage losses',
  peopleInRoom: '',
  agenda: [],
  sides: SIDES,
  deskLists: new Map(),
  deskSaidAtMs: new Map(SIDES.map(({ side }) => [side, 1_000_000])),
  telephone: '+41 58 462 21 11',
  people: PEOPLE,
  interpreters: PEOPLE.filter(({ role }) => role === 'interpreter'),
  messages: [],
  typing: [],
  askingToWait: [],
  asking: [],
  you: {
    seat: seat(0),
    role: 'adviser',
    languages: ['en'],
    microphone: { phase: 'open' },
    aim: undefined,
    voice: undefined,
    camera: 'on',
    screen: 'off',
    hasAskedToWait: false,
  },
  standing: { phase: 'in-call' },
  heldBack: undefined,
  connection: {
    serverLostSinceMs: undefined,
    mediaLostSinceMs: undefined,
    isReconnectingShown: false,
  },
  incidents: [],
  callCode: { digits: '482177703915404417209938112345', epoch: 12 },
  devices: {
    cameras: [{ id: 'room', label: 'Room camera', isDefault: false }],
    microphones: [{ id: 'table', label: 'Table microphone', isDefault: false }],
    speakers: [],
    camera: 'room',
    microphone: 'table',
    speaker: 'default',
  },
  nowMs: 1_000_000,
}
