import type { CallScreenEvent } from '../callEvent.ts'
import { MESSAGE_AT_MOST } from '../callScreenState.ts'
import type { PrivateScreen } from './privateView.ts'

/** What an event makes of it, and what is to be written into the caucus. `messages` is how many there are. */
export function stepPrivateScreen(
  screen: PrivateScreen,
  event: CallScreenEvent,
  messages: number,
): readonly [PrivateScreen, text?: string] {
  switch (event.type) {
    case 'panel-chosen':
    case 'display-chosen':
      return [{ ...screen, read: messages }]
    case 'private-write-to-chosen':
      return [{ ...screen, writeTo: event.to }]
    case 'private-draft-changed':
      return [{ ...screen, draft: event.text.slice(0, MESSAGE_AT_MOST) }]
    case 'language-chosen':
      return [{ ...screen, language: event.language }]
    case 'private-draft-sent': {
      const text = screen.draft.trim()
      return text === '' ? [screen] : [{ ...screen, draft: '' }, text]
    }
    default:
      return [screen]
  }
}
