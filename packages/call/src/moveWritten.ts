import type { Step } from './callEvent.ts'
import type { Call } from './callState.ts'
import { stepMessages, type MessagesEvent } from './messages.ts'
import { whyHeldBack } from './sending.ts'
import { stepTranslations, translationsDue, type TranslationsEvent } from './translations.ts'
import { hearTyping, keepTyping, typedBecame, type TypingEvent } from './typing.ts'

/** What is written, its translations, and what is being written. */
export function moveWritten(
  call: Call,
  event: MessagesEvent | TranslationsEvent | TypingEvent,
): Step {
  switch (event.type) {
    case 'translation-written':
    case 'translation-sent':
    case 'translation-heard': {
      const [translations, effects] = stepTranslations(call.translations, event, call.messages)
      return [{ ...call, translations }, effects]
    }
    case 'typing-heard':
      return [{ ...call, typing: hearTyping(call.typing, event, call.messages) }, []]
    default: {
      const [messages, effects] = stepMessages(call.messages, event)
      const typing = event.type === 'text-heard' ? typedBecame(call.typing, event) : call.typing
      return [{ ...call, messages, typing }, effects]
    }
  }
}

/** What is still unsaid is said again once anything may be; what nobody goes on writing goes. */
export function followWritten(call: Call, nowMs: number): Step {
  const kept = { ...call, typing: keepTyping(call.typing, { members: call.members, nowMs }) }
  if (whyHeldBack(call.joining, call.members) !== undefined) return [kept, []]
  const [messages, texts] = stepMessages(call.messages, { type: 'unsaid-due', nowMs })
  const [translations, more] = translationsDue(call.translations, nowMs)
  return [{ ...kept, messages, translations }, [...texts, ...more]]
}
