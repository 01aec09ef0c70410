import type { CallEvent, Step } from './callEvent.ts'
import type { Call } from './callState.ts'
import { stepCough } from './cough.ts'
import { giveWay, keepOffers, moveHandOver, yieldAir } from './moveHandOver.ts'
import { tellMicrophone } from './moveMicrophone.ts'
import { stepRequests } from './requests.ts'
import { step } from './step.ts'

/** As `step`, on the device of an interpreter: with coughs, hand-overs and requests. */
export function stepInBooth(call: Call, event: CallEvent): Step {
  switch (event.type) {
    case 'cough-pressed':
    case 'cough-released':
    case 'cough-lost':
      return tellMicrophone(call, stepCough(call.microphone, event))
    case 'gate-closed':
      return call.microphone.phase === 'coughing'
        ? tellMicrophone(call, stepCough(call.microphone, event))
        : step(call, event)
    case 'hand-over-pressed':
    case 'hand-over-heard':
    case 'own-microphone-heard':
      return moveHandOver(call, event)
    case 'request-pressed':
    case 'request-said':
    case 'request-not-said':
    case 'request-seen-heard': {
      const [requests, effects] = stepRequests(call.requests, event)
      return [{ ...call, requests }, effects]
    }
    case 'opened-heard': {
      const [heard, effects] = step(call, event)
      const [next, more] = yieldAir(call, heard, event)
      return [next, [...effects, ...more]]
    }
    case 'ticked': {
      const [ticked, effects] = step(call, event)
      const [coughed, more] = tellMicrophone(ticked, stepCough(ticked.microphone, event))
      const [next, last] = giveWay(coughed, event.nowMs)
      const handOver = keepOffers(next, event.nowMs)
      return [{ ...next, handOver }, [...effects, ...more, ...last]]
    }
    default:
      return step(call, event)
  }
}
