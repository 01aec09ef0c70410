import type { Call } from '@parley/call'
import type { SeatId } from '@parley/protocol'
import type { CallFacts, CallSide, MicrophoneClosedBy, Person } from '../callFacts.ts'
import { everyTile, bigOf, type CallTile } from '../callTiles.ts'
import { addedWayMs } from './addedWay.ts'
import { asidesOf, type Aside } from './asides.ts'
import { relaysOf, type Relay } from './relays.ts'
import { partnersOf, type Partner } from './partners.ts'
import { requestsOf, type RequestRow } from './requestRows.ts'

/** Whether one is heard, and by how many. */
export type Air =
  | { is: 'on-air'; hearers: number }
  | { is: 'coughing' | 'opening' }
  /** The microphone is open, and nothing of it is sent: somebody is held, or nobody is there. */
  | { is: 'held-back' }
  | { is: 'off'; by: MicrophoneClosedBy }
  | { is: 'unavailable'; by: MicrophoneClosedBy }

/** What one key and one button do with the language: give it, take it, or neither. */
export type HandOverView =
  | { is: 'offer' | 'offered'; to: Partner }
  /** The partner is on air; whether it was offered. */
  | { is: 'take'; from: Partner; isOffered: boolean }
  | undefined

/** What this console alone knows. */
export type BoothOwn = {
  into: string | undefined
  draft: string
  /** From 0 to 1. */
  loudness: number
  /** Since when one is on air, without the coughs. */
  onAirSinceMs: number | undefined
  /** How far each interpreter is behind the floor, in milliseconds, as far as it was measured. */
  behind: ReadonlyMap<SeatId, number>
}

/** Everything that an interpreter's console shows, but the levels. */
export type BoothView = {
  you: { name: string; side: CallSide | undefined }
  languages: readonly string[]
  /** What one speaks into. */
  into: string | undefined
  air: Air
  /** Who speaks on the floor. */
  speaker: CallTile | undefined
  /** What the way through here adds to that of the floor, in tens of milliseconds; undefined while it is not known. */
  addsMs: number | undefined
  relays: readonly Relay[]
  partner: Partner | undefined
  /** Interpreters of one's own side beside the partner. */
  others: readonly Partner[]
  turn: { who: 'you' | 'partner'; sinceMs: number } | undefined
  handOver: HandOverView
  /** Of whom one asks something; undefined while nobody has spoken. */
  asks: { seat: SeatId; name: string } | undefined
  requests: readonly RequestRow[]
  asides: readonly Aside[]
  draft: string
  canSend: boolean
  loudness: number
  nowMs: number
}

/** The console as data. */
export function boothView(
  facts: CallFacts,
  { call, own, speaker }: { call: Call; own: BoothOwn; speaker: SeatId | undefined },
): BoothView {
  const { people, sides, you, nowMs } = facts
  const self = people.find(({ isYou }) => isYou)
  const languages = facts.interpreters.find(({ seat }) => seat === you.seat)?.languages ?? []
  const into = intoOf(you, languages, own)
  const air = airOf(facts, into)
  const partners = partnersOf(facts, { call, into })
  const [partner, ...others] = partners
  const floor = people.filter((one) => one.into === undefined && one.role !== 'interpreter')
  const tiles = everyTile({ people: floor, sides, speaker, speaking: new Set(), isOpen: false })
  const big = bigOf(tiles, speaker)
  const spoke = floor.find(({ seat, isYou }) => seat === speaker && !isYou)
  const relays = relaysOf(facts, { call, into, speaker: spoke, behind: own.behind })
  const heard = relays.find(({ isChosen }) => isChosen)?.seat
  const heardHere = people.find(({ seat }) => seat === heard)
  return {
    you: { name: self?.name ?? '', side: sides.find(({ isOwn }) => isOwn) },
    languages,
    into,
    air,
    relays,
    addsMs: tens(addedWayMs(call.soundWay, heardHere?.leaf)),
    speaker: big && { ...big, isBig: true, mark: undefined },
    partner,
    others,
    turn: turnOf(air, own, partner),
    handOver: handOverOf(air, { partner, call }),
    asks: spoke && { seat: spoke.seat, name: spoke.name },
    requests: requestsOf(call.requests, facts),
    asides: asidesOf(call.messages, { you: you.seat, people }),
    draft: own.draft,
    canSend: own.draft.trim() !== '' && partner?.leaf !== undefined && facts.heldBack === undefined,
    loudness: own.loudness,
    nowMs: nowMs - (nowMs % 1000),
  }
}

function tens(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : Math.round(ms / 10) * 10
}

/** What is open counts before what was chosen, and the first language before anything was. */
function intoOf(
  { microphone }: CallFacts['you'],
  languages: readonly string[],
  own: BoothOwn,
): string | undefined {
  const open = 'by' in microphone ? undefined : microphone.aim?.into
  const chosen = languages.find((language) => language === own.into)
  return open ?? chosen ?? languages[0]
}

function airOf({ you, people, heldBack }: CallFacts, into: string | undefined): Air {
  const { microphone } = you
  switch (microphone.phase) {
    case 'without-leaf':
      return { is: 'unavailable', by: microphone.by }
    case 'closed':
    case 'closing':
      return { is: 'off', by: microphone.by }
    case 'opening':
    case 'coughing':
      return { is: microphone.phase }
    case 'open':
      if (heldBack !== undefined) return { is: 'held-back' }
      return { is: 'on-air', hearers: hearersOf(people, into).length }
  }
}

/** Those whose own words say that they listen to this booth, and that sound of this leaf opens there. */
function hearersOf(people: readonly Person[], into: string | undefined): readonly Person[] {
  const side = people.find(({ isYou }) => isYou)?.side
  return people.filter(
    ({ isYou, standing, listens, hearsYou }) =>
      !isYou &&
      standing === 'agreed' &&
      listens?.side === side &&
      listens?.language === into &&
      hearsYou === 'yes',
  )
}

function turnOf(
  air: Air,
  { onAirSinceMs }: BoothOwn,
  partner: Partner | undefined,
): BoothView['turn'] {
  if (air.is === 'on-air' || air.is === 'coughing')
    return onAirSinceMs === undefined ? undefined : { who: 'you', sinceMs: onAirSinceMs }
  return partner?.is === 'on-air' && partner.sinceMs !== undefined
    ? { who: 'partner', sinceMs: partner.sinceMs }
    : undefined
}

function handOverOf(
  air: Air,
  { partner, call }: { partner: Partner | undefined; call: Call },
): HandOverView {
  if (!partner) return undefined
  if (air.is === 'on-air' || air.is === 'coughing') {
    if (partner.leaf === undefined) return undefined
    const isOffered = [...call.handOver.offers.values()].some(({ to }) => to === partner.leaf)
    return { is: isOffered ? 'offered' : 'offer', to: partner }
  }
  if (partner.is !== 'on-air' || air.is === 'unavailable') return undefined
  return { is: 'take', from: partner, isOffered: partner.offers }
}
