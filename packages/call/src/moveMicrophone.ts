import type { Step } from './callEvent.ts'
import type { Call } from './callState.ts'
import { stepMicrophone, type MicrophoneEvent, type MicrophoneStep } from './microphone.ts'
import { nextWord } from './microphoneWord.ts'

/** The microphone after an event, and the word that the others are told of it. */
export function moveMicrophone(call: Call, event: MicrophoneEvent): Step {
  return tellMicrophone(call, stepMicrophone(call.microphone, event))
}

/** The call with its microphone as it is now, and the word about it. */
export function tellMicrophone(call: Call, [microphone, effects]: MicrophoneStep): Step {
  const spoken = effects.find((effect) => effect.do === 'say-microphone')
  const microphoneWord = spoken ? nextWord(call.microphoneWord, spoken.said) : call.microphoneWord
  return [{ ...call, microphone, microphoneWord }, effects]
}

/** Closes a microphone that was opened for another leaf, seat, room or device, or before the line was lost. */
export function checkGround(call: Call, lostMs: number): Step {
  const { leafKey, seat, room } = call.you
  if (!leafKey) return [call, []]
  const now = { leafKey, seat, room, inputDevice: call.publishing.inputDevice }
  return moveMicrophone(call, { type: 'ground-checked', now, lostForMs: lostMs })
}
