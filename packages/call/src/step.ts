import type { BoothEvent, CallEvent, Step } from './callEvent.ts'
import { ownLeaf, type Call } from './callState.ts'
import { takeDoubt } from './doubts.ts'
import { stepFlows } from './flow.ts'
import { addIncidents, troublesOf } from './incidents.ts'
import { stepLine } from './line.ts'
import { kindIn, stepMembers, type MembersEvent } from './members.ts'
import { followMembers, moveJoining } from './moveJoining.ts'
import { moveCompany } from './moveCompany.ts'
import { checkGround, moveMicrophone } from './moveMicrophone.ts'
import { moveWritten } from './moveWritten.ts'
import { stepPublishing } from './publishing.ts'
import { takeAccount } from './takeAccount.ts'
import { takeHeads } from './takeHeads.ts'
import { takeWay } from './soundWay.ts'
import { tick } from './tick.ts'
import { stepAskedOfYou } from './askedOfYou.ts'
import { stepAskedToWait } from './askedToWait.ts'

/** Hands an event to the part it is for. Only routes. */
export function step(call: Call, event: CallEvent): Step {
  switch (event.type) {
    case 'join-pressed':
    case 'entered':
    case 'epoch-advanced':
    case 'fresh-heartbeat-heard':
    case 'own-side-gone':
    case 'must-join-again':
    case 'leave-pressed':
    case 'ended':
      return moveJoining(call, event)
    case 'members-changed':
      return followMembers(heardOf(call, event))
    case 'heartbeat-heard':
      return [heardOf(moveCompany(call, event), event), []]
    case 'opened-heard':
    case 'closed-heard':
    case 'leave-heard':
      return [heardOf(call, event), []]
    case 'company-declared':
      return [{ ...call, company: { ...call.company, own: event.company } }, []]
    case 'agenda-said':
      return [{ ...call, agenda: event.said }, []]
    case 'part-changed':
      return [{ ...call, part: event.part }, []]
    case 'microphone-pressed':
    case 'microphone-shut':
    case 'ground-checked':
    case 'ground-lost':
    case 'microphone-lost':
    case 'gate-opened':
    case 'gate-closed':
    case 'gate-taken':
    case 'gate-not-moved':
      return moveMicrophone(call, event)
    case 'message-written':
    case 'message-sent':
    case 'unsaid-due':
    case 'text-heard':
    case 'translation-written':
    case 'translation-sent':
    case 'translation-heard':
    case 'typing-heard':
      return moveWritten(call, event)
    case 'wait-pressed':
    case 'wait-said':
    case 'wait-not-said':
    case 'wait-heard': {
      const [waiting, effects] = stepAskedToWait(call.waiting, event)
      return [{ ...call, waiting }, effects]
    }
    case 'request-heard':
    case 'request-shown': {
      const [asked, effects] = stepAskedOfYou(call.asked, event)
      return [{ ...call, asked }, effects]
    }
    case 'camera-pressed':
    case 'camera-chosen':
    case 'devices-readied':
    case 'screen-pressed':
    case 'screen-ended':
    case 'own-tracks-changed':
    case 'frames-counted':
      return [{ ...call, publishing: stepPublishing(call.publishing, event) }, []]
    case 'input-device-chosen':
      return checkGround({ ...call, publishing: stepPublishing(call.publishing, event) }, 0)
    case 'unjoinable': {
      const { by, epoch, atMs: sinceMs } = event
      return [{ ...call, unjoinable: { by, epoch, sinceMs } }, []]
    }
    case 'frames-accounted':
      return [takeAccount(call, event), []]
    case 'doubted':
      return [takeDoubt(call, event), []]
    case 'way-measured':
      return [{ ...call, soundWay: takeWay(call.soundWay, event) }, []]
    case 'commit-skipped':
    case 'others-removed':
    case 'not-entered':
    case 'text-missed':
    case 'unsettled': {
      const told = { troubles: troublesOf(event), atMs: event.atMs }
      return [{ ...call, incidents: addIncidents(call.incidents, told) }, []]
    }
    case 'picture-shown':
      return [{ ...call, flows: stepFlows(call.flows, event, kindIn(call.members)) }, []]
    case 'channel-chosen':
      return [{ ...call, listens: event.channel }, []]
    case 'heads-changed':
      return [takeHeads(call, event), []]
    case 'socket-back':
      return [{ ...call, line: stepLine(call.line, event), heartbeat: undefined }, []]
    case 'socket-lost':
    case 'media-lost':
    case 'media-back':
      return [{ ...call, line: stepLine(call.line, event) }, []]
    case 'ticked':
      return tick(call, event.nowMs)
    default:
      event satisfies BoothEvent
      return [call, []]
  }
}

function heardOf(call: Call, event: MembersEvent): Call {
  return { ...call, members: stepMembers(call.members, event, ownLeaf(call)) }
}
