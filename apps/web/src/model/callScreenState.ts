import type { Display } from './callDisplay.ts'
import type { CallGesture, OwnDialog, Panel } from './callEvent.ts'

/** What this screen alone knows: what is open, what was read, what is half written. */
export type CallScreenState = {
  panel: Panel
  /** Chosen here, now or before; until then the role says. */
  display: Display | undefined
  dialog: OwnDialog | undefined
  dismissed: ReadonlySet<string>
  draft: string
  /** In which it is written; undefined until one is chosen: the first of one's own. */
  language: string | undefined
  /** How many messages were there when the list was last looked at. */
  read: number
}

/** A message is at most this long: in UTF-16 units, as a field counts them. */
export const MESSAGE_AT_MOST = 4000

/** As one comes in. */
export const CALL_SCREEN_START: CallScreenState = {
  panel: 'people',
  display: undefined,
  dialog: undefined,
  dismissed: new Set(),
  draft: '',
  language: undefined,
  read: 0,
}

/** What a gesture makes of the screen. `messages` is how many there are. */
export function stepCallScreen(
  state: CallScreenState,
  gesture: CallGesture,
  messages: number,
): CallScreenState {
  switch (gesture.type) {
    case 'panel-chosen':
      return { ...state, panel: gesture.panel, read: messages }
    case 'display-chosen': {
      const wasReading = gesture.display === 'room' && state.panel === 'messages'
      return { ...state, display: gesture.display, read: wasReading ? messages : state.read }
    }
    case 'dialog-opened':
      return { ...state, dialog: gesture.dialog }
    case 'dialog-closed':
      return { ...state, dialog: undefined }
    case 'incident-dismissed':
      return { ...state, dismissed: new Set([...state.dismissed, gesture.id]) }
    case 'draft-changed':
      return { ...state, draft: gesture.text.slice(0, MESSAGE_AT_MOST) }
    case 'language-chosen':
      return { ...state, language: gesture.language }
    case 'draft-sent':
      return { ...state, draft: '' }
  }
}

/** Nothing is unread in a list that is open. */
export function unread(
  { panel, read }: CallScreenState,
  { display, messages }: { display: Display; messages: number },
): number {
  return panel === 'messages' && display === 'delegation' ? 0 : Math.max(0, messages - read)
}
