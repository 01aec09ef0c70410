import type { ClientRequest } from '@parley/protocol'
import type { Log } from '../log.ts'
import type { Session, Who } from './session.ts'

const CAME: Readonly<Record<Who['as'], string>> = {
  desk: 'A desk signed in',
  device: 'A device signed in',
  'seat-link': 'A seat link was shown',
  invitation: 'An invitation was shown',
}

/** The requests that change who may be in a call, or begin a group in it. What is said and read leaves no line. */
const DONE: Readonly<Partial<Record<ClientRequest['type'], string>>> = {
  'open-invitation': 'A side was invited',
  'file-side': 'A side filed its keys',
  'grant-side': 'A side was let in, and its link is spent',
  'open-seat-link': 'A link to a seat was opened',
  'ask-enrolment': 'A device asks for a seat',
  'grant-enrolment': 'A device was let in, and its link is spent',
  'refuse-enrolment': 'A device was refused',
  withdraw: 'A device was withdrawn',
  publish: 'A desk published',
  found: 'A group was founded',
}

/** Says in the log that somebody signed in. */
export function logCame(log: Log, { who }: Session): void {
  log.info(CAME[who.as], idsOf(who))
}

/** Says in the log what a request did, if it is one of those that an operator looks for. */
export function logDone(log: Log, { who }: Session, request: ClientRequest): void {
  const sentence = DONE[request.type]
  if (sentence === undefined) return
  const seat = 'seat' in request ? { seat: request.seat } : {}
  const room = 'room' in request ? { room: request.room } : {}
  const enrolment = 'enrolment' in request ? { enrolment: request.enrolment } : {}
  log.info(sentence, { ...idsOf(who), ...seat, ...room, ...enrolment })
}

function idsOf(who: Who) {
  const { call, side } = who
  return 'seat' in who ? { call, side, seat: who.seat } : { call, side }
}
