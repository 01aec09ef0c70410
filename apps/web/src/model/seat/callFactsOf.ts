import {
  doubtsOf,
  flowOf,
  hasAsked,
  hearsYou,
  isKeyOld,
  lateSoundMs,
  listsApart,
  ownLeaf,
  presenceOf,
  whyHeldBack,
  type AnnouncedTrack,
  type Call,
  type CallIncident,
  type Member,
} from '@parley/call'
import type { Documents } from '@parley/client'
import type { HeldCode, VoidCode } from '@parley/group'
import type { SeatId } from '@parley/protocol'
import type {
  CallFacts,
  CallSide,
  Devices,
  Incident,
  NotPlayedCode,
  Person,
  Picture,
  Standing,
  You,
} from '../callFacts.ts'
import { typedOf, writtenOf } from '../writtenOf.ts'
import { deskListsOf } from './deskListsOf.ts'
import { pictureOf, type MediaTracks } from './mediaTracks.ts'
import { NO_SOUND, soundsOf } from './soundsOf.ts'
import { aimOf, interpretersOf, voiceOf } from './voiceOf.ts'

/** Everything that the facts of a call are derived from. */
export type FactsFrom = {
  call: Call
  documents: Pick<Documents, 'plan' | 'lists' | 'delegations' | 'deskWords' | 'heads'>
  sides: readonly CallSide[]
  tracks: MediaTracks
  devices: Devices
  incidents: readonly Incident[]
  callCode: CallFacts['callCode']
  canShareScreen: boolean
  nowMs: number
}

/** The call as its screen is told of it. */
export function callFactsOf(from: FactsFrom): CallFacts {
  const { call, documents, sides, devices, incidents, callCode, nowMs } = from
  return {
    title: documents.plan?.payload.title ?? '',
    peopleInRoom: documents.plan?.payload.modalities.peopleInRoom ?? '',
    agenda: documents.plan?.payload.agenda ?? [],
    sides,
    deskSaidAtMs: new Map(
      [...documents.deskWords].map(([side, { payload }]) => [side, payload.at]),
    ),
    deskLists: deskListsOf(documents, { sinceMs: call.headsSinceMs, nowMs }),
    telephone: documents.delegations.get(call.you.side)?.payload.telephone,
    people: asSigned(call, documents).map((member) => personOf(member, from)),
    interpreters: interpretersOf(from),
    messages: writtenOf(call, documents.lists),
    typing: typedOf(call, documents.lists),
    askingToWait: [...call.waiting.asked].map(([seat, atMs]) => {
      return { seat, name: documents.lists.seats.get(seat)?.name ?? '', atMs }
    }),
    asking: call.asked.flatMap(({ from: seat, ...asked }) => {
      const { name, role } = documents.lists.seats.get(seat) ?? {}
      return name !== undefined && role === 'interpreter' ? [{ ...asked, seat, name }] : []
    }),
    you: youOf(from),
    standing: standingOf(call),
    heldBack: whyHeldBack(call.joining, call.members),
    connection: {
      serverLostSinceMs: call.line.socketLostSinceMs,
      mediaLostSinceMs: call.line.mediaLostSinceMs,
      isReconnectingShown: call.line.isReconnectingShown,
    },
    incidents: [...incidents, ...call.incidents.map((one) => incidentOf(one, documents))],
    callCode,
    devices,
    nowMs,
  }
}

/** Those here as their delegations list them; last whoever no delegation lists. */
function asSigned({ members }: Call, { lists }: Pick<Documents, 'lists'>): readonly Member[] {
  const places = new Map([...lists.seats.keys()].map((seat, place) => [seat, place]))
  const placeOf = ({ seat }: Member) => places.get(seat) ?? places.size
  return [...members.values()].toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** With the names that the agreed lists give; the codes are those of admission and of the frame worker. */
function incidentOf(incident: CallIncident, { lists }: Pick<Documents, 'lists'>): Incident {
  const { id, atMs } = incident
  const nameOf = (seat: SeatId | undefined) => seat && lists.seats.get(seat)?.name
  switch (incident.type) {
    case 'refused': {
      const code = incident.code as VoidCode
      return { id, atMs, type: 'refused', code, by: nameOf(incident.by) }
    }
    case 'removed': {
      const name = nameOf(incident.seat) ?? ''
      return { ...incident, name, by: nameOf(incident.by) }
    }
    case 'company':
    case 'text-missed':
      return { ...incident, name: nameOf(incident.seat) ?? '' }
    case 'foreign':
      return incident
    case 'not-played':
      return { ...incident, code: incident.code as NotPlayedCode }
    case 'unsettled':
    case 'not-entered':
      return { id, atMs, type: incident.type }
  }
}

function standingOf({ joining }: Call): Standing {
  switch (joining.phase) {
    case 'green-room':
      return { phase: 'joining', again: undefined }
    case 'joining':
      return { phase: 'joining', again: joining.again }
    case 'not-fresh':
      return { phase: 'not-fresh', mustHear: joining.mustHear }
    case 'in-call':
      return { phase: 'in-call' }
    case 'ended':
      return { phase: 'ended', by: joining.by }
  }
}

function youOf({ call, documents, tracks, canShareScreen, nowMs }: FactsFrom): You {
  const { microphone, publishing } = call
  const screen = publishing.wantsScreen ? 'on' : 'off'
  const listed = documents.lists.seats.get(call.you.seat)
  return {
    seat: call.you.seat,
    role: listed?.role,
    languages: listed?.languages ?? [],
    microphone: microphoneOf(microphone, publishing),
    aim: aimOf(listed),
    voice: tracks.own.get('microphone'),
    camera: publishing.wantsCamera ? (tracks.own.has('camera') ? 'on' : 'starting') : 'off',
    screen: canShareScreen ? screen : 'unavailable',
    hasAskedToWait: hasAsked(call.waiting, nowMs),
  }
}

/** One that has not come up yet cannot be opened: a press is not taken before it can be kept. */
function microphoneOf(
  microphone: Call['microphone'],
  { tracks }: Call['publishing'],
): You['microphone'] {
  if (!('by' in microphone)) return { phase: microphone.phase, aim: microphone.aim }
  const { phase, by } = microphone
  const isComing = by === 'start' && !tracks.some(({ kind }) => kind === 'microphone')
  return { phase: isComing ? 'without-leaf' : phase, by }
}

function personOf(member: Member, from: FactsFrom): Person {
  const { call, documents, tracks, nowMs } = from
  const { leaf, seat, side, heldFor, heard } = member
  const isYou = leaf === ownLeaf(call)
  const listed = documents.lists.seats.get(seat)
  const { name = '', office = '', role, languages = [] } = listed ?? {}
  const voice = voiceOf(member, { call, isYou, listed })
  const isAimed = 'track' in member.microphone || 'whispersTo' in member.microphone
  const isKept = isAimed && voice === undefined
  const announced = isYou ? call.publishing.tracks : (heard?.tracks ?? [])
  const find = (kind: AnnouncedTrack['kind']) => announced.find((track) => track.kind === kind)
  const picture = (kind: 'camera' | 'screen'): Picture | undefined => {
    const track = find(kind)
    if (!track) return undefined
    if (isYou) return { number: track.number, media: tracks.own.get(kind), isCovered: false }
    return pictureOf(tracks, { leaf, number: track.number })
  }
  return {
    leaf,
    seat,
    side,
    name,
    office,
    role,
    languages,
    isYou,
    standing: heldFor === undefined ? 'agreed' : (heldFor as HeldCode),
    isKeyOld: isKeyOld(member, { members: call.members.size, nowMs }),
    lists: isYou ? undefined : listsApart(member),
    presence: isYou ? 'here' : presenceOf(member, { line: call.line, nowMs }),
    flow: isYou ? 'flowing' : flowOf(member, { ...call, nowMs }),
    doubts: isYou ? {} : doubtsOf(member, { doubts: call.doubts, nowMs }),
    microphone: voice ? 'open' : 'closed',
    into: voice?.into,
    opened: voice?.opened,
    listens: isYou ? call.listens : heard?.listens,
    ...hearing(member, call, nowMs),
    camera: picture('camera'),
    screen: picture('screen'),
    company: isYou ? call.company.own : call.company.others.get(seat),
    lateMs: isYou ? undefined : lateSoundMs(member, call.soundWay),
    ...(isYou ? NO_SOUND : soundsOf(leaf, announced, { tracks, role, voice, isKept })),
  }
}

/** From this person's own heartbeats, and only while there was something to hear. */
function hearing(
  member: Member,
  { soundSinceMs, line }: Call,
  nowMs: number,
): Pick<Person, 'hearsYou' | 'notHearingSinceMs'> {
  const said = hearsYou(member, { soundSinceMs, line, nowMs })
  return {
    hearsYou: said.hears,
    notHearingSinceMs: 'sinceMs' in said ? said.sinceMs : undefined,
  }
}
