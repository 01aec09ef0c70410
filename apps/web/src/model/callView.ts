import type { SeatId } from '@parley/protocol'
import { callDialog, groupsOf, type CallDialog } from './callDialog.ts'
import { displayOf, otherDisplay, type Display } from './callDisplay.ts'
import type { Panel } from './callEvent.ts'
import type { AgendaView } from './agenda/agendaView.ts'
import { takesPart } from './agenda/takesPart.ts'
import type { CallFacts, MicrophoneClosedBy, Person, TypedBy, You } from './callFacts.ts'
import { FLOOR_ALONE, soundsOf, type Mix, type Sound } from './callMix.ts'
import { messageRows, type MessageRow } from './callMessages.ts'
import { callNotices, type CallNotices } from './callNotices.ts'
import { callRoom, type RoomStage } from './callRoom.ts'
import { callRoster, whoHears, type RosterSection, type WhoHears } from './callRoster.ts'
import type { Said } from './callSaid.ts'
import type { AidedView } from './aide/aidedView.ts'
import type { Translating } from './writing/translating.ts'
import type { PrivateView } from './private/privateView.ts'
import type { ListeningView } from './listening/listeningView.ts'
import { unread, type CallScreenState } from './callScreenState.ts'
import { callTiles, type TilesOf } from './callTiles.ts'

/** Whether everyone here is somebody all sides agreed on. */
export type Listed =
  | { is: 'coming-in' }
  | { is: 'agreed'; code: string | undefined }
  | { is: 'held' }

/** The microphone's control: what is, whether it can be pressed, and what closed it. */
export type MicrophoneView = {
  is: 'open' | 'opening' | 'closed' | 'unavailable'
  closedBy: MicrophoneClosedBy | undefined
}

/** Everything that the call screen shows. */
export type CallView = {
  title: string
  /** The minute it is, so that nothing is drawn anew for a second. */
  minuteMs: number
  listed: Listed
  /** The code over the membership in groups; none while one is not in or somebody here is not agreed. */
  code: readonly string[]
  display: Display
  /** What the switch of displays leads to. */
  otherDisplay: Display
  stage: RoomStage & {
    withoutTile: number
    /** How the rectangles lie: one, one with oneself in its corner, a column beside, or the full grid. */
    layout: 'one' | 'pair' | 'column' | 'grid'
  }
  panel: Panel
  hears: WhoHears
  roster: readonly RosterSection[]
  messages: {
    rows: readonly MessageRow[]
    unread: number
    draft: string
    readers: number
    canSend: boolean
    /** Those that one may write in, and the one that one does. */
    languages: readonly string[]
    language: string | undefined
    typing: readonly TypedBy[]
    /** Whether the others see one's letters as they are typed; undefined until its code is there, and that of translating. */
    letters: { isOn: boolean } | undefined
    translating: (Translating & { canSend: boolean }) | undefined
  }
  microphone: MicrophoneView
  camera: You['camera']
  screen: You['screen']
  notices: CallNotices
  /** How long the sound of whoever speaks is under way, in tenths of a second; undefined unless it is late. */
  lateMs: number | undefined
  /** Of one's own desk, if it gives one. */
  telephone: string | undefined
  /** What was said to screen readers lately. */
  said: readonly Said[]
  dialog: CallDialog | undefined
  /** Undefined until its code is there. */
  agenda: AgendaView | undefined
  /** What of it stands in the panel, known before its code is there: items, asking to speak alone, or nothing. */
  agendaIs: 'agreed' | 'asking' | 'none'
  /** One's own side's room; undefined until its code is there. */
  privately: PrivateView | undefined
  /** What one listens to; undefined until its code is there: then everybody hears the floor. */
  listening: ListeningView | undefined
  /** The aide's console of this seat; undefined until there is one, and its code. */
  aided: AidedView | undefined
  sounds: readonly Sound[]
  /** Where sound comes out, as the browser numbers it. */
  speaker: string
}

/** The call screen as data. */
export function callView(
  facts: CallFacts,
  own: {
    screen: CallScreenState
    speaker: SeatId | undefined
    speaking: ReadonlySet<SeatId>
    said: readonly Said[]
    listening?: ListeningView | undefined
    mix?: Mix | undefined
  },
): CallView {
  const { sides, you, messages, devices } = facts
  const people = facts.people.map((person) => (person.isYou ? asYouAre(person, you) : person))
  const isOpen = you.microphone.phase === 'open' && facts.heldBack === undefined
  const display = displayOf(own.screen.display, you.role)
  const listed = listedOf(facts)
  return {
    title: facts.title,
    minuteMs: facts.nowMs - (facts.nowMs % 60_000),
    listed,
    code: listed.is === 'agreed' ? groupsOf(listed.code ?? '') : [],
    display,
    otherDisplay: otherDisplay(display, you.role),
    stage: stageOf(display, { people, sides, isOpen, ...own }),
    panel: own.screen.panel,
    hears: whoHears(facts),
    roster: callRoster({ ...facts, people, isOpen }),
    messages: {
      rows: messageRows(messages, facts),
      unread: unread(own.screen, { display, messages: messages.length }),
      draft: own.screen.draft,
      readers: people.filter(({ isYou }) => !isYou).length,
      canSend: own.screen.draft.trim() !== '' && facts.heldBack === undefined,
      languages: you.languages,
      language: own.screen.language ?? you.languages[0],
      typing: facts.typing,
      letters: undefined,
      translating: undefined,
    },
    microphone: microphoneOf(you.microphone),
    camera: you.camera,
    screen: you.screen,
    notices: callNotices(facts, own.screen.dismissed),
    lateMs: lateMsOf(facts.people, own.speaker),
    telephone: facts.telephone,
    said: own.said,
    dialog: callDialog(facts, own.screen),
    agenda: undefined,
    agendaIs: facts.agenda.length > 0 ? 'agreed' : takesPart(you.role) ? 'asking' : 'none',
    privately: undefined,
    listening: own.listening,
    aided: undefined,
    sounds: people.flatMap((person) => soundsOf(person, own.mix ?? FLOOR_ALONE)),
    speaker: devices.speaker,
  }
}

/** One's own line says what the control says, whatever was last said to the others. */
function asYouAre(person: Person, { microphone }: You): Person {
  return { ...person, microphone: microphone.phase === 'open' ? 'open' : 'closed' }
}

function listedOf({ people, standing, callCode }: CallFacts): Listed {
  if (people.some((person) => person.standing !== 'agreed')) return { is: 'held' }
  if (standing.phase === 'joining') return { is: 'coming-in' }
  return { is: 'agreed', code: callCode?.digits }
}

function microphoneOf(microphone: You['microphone']): MicrophoneView {
  switch (microphone.phase) {
    case 'open':
    case 'opening':
      return { is: microphone.phase, closedBy: undefined }
    case 'coughing':
      return { is: 'opening', closedBy: undefined }
    case 'closed':
    case 'closing':
      return { is: 'closed', closedBy: microphone.by }
    case 'without-leaf':
      return { is: 'unavailable', closedBy: microphone.by }
  }
}

/** Also between two sentences, and no more once that person's microphone is closed. */
function lateMsOf(people: readonly Person[], speaker: SeatId | undefined): number | undefined {
  const person = people.find(({ seat }) => seat === speaker)
  if (!person?.lateMs || person.microphone === 'closed' || person.standing !== 'agreed')
    return undefined
  return Math.round(person.lateMs / 100) * 100
}

function stageOf(display: Display, of: TilesOf): CallView['stage'] {
  const stage =
    display === 'room' ? { ...callRoom(of), withoutTile: 0 } : { ...callTiles(of), unseen: [] }
  return { ...stage, layout: layoutOf(stage.tiles.length) }
}

function layoutOf(tiles: number): CallView['stage']['layout'] {
  if (tiles <= 1) return 'one'
  if (tiles === 2) return 'pair'
  return tiles <= 4 ? 'column' : 'grid'
}
