import type {
  CallId,
  ClientRequest,
  EnrolmentId,
  Hash,
  PublicKey,
  RefusalCode,
  SeatId,
  ServerMessage,
  SideId,
} from '@parley/protocol'
import { Refusal } from '@parley/protocol'

export type Desk = { as: 'desk'; call: CallId; side: SideId; key: PublicKey }
export type Device = {
  as: 'device'
  call: CallId
  side: SideId
  seat: SeatId
  key: PublicKey
  listen: boolean
  /** Of an aide's console: the seat that it drives. */
  drives: SeatId | undefined
  expiresAt: number
}
export type SeatLink = { as: 'seat-link'; call: CallId; side: SideId; seat: SeatId; link: Hash }
export type Invitation = { as: 'invitation'; call: CallId; side: SideId; link: Hash }
/** Whom a socket speaks for. */
export type Who = Desk | Device | SeatLink | Invitation

/** A socket that is signed in. */
export interface Session {
  /** Random, and unique among all servers. */
  readonly id: string
  readonly who: Who
  /** The enrolments it asked for, or asked about again. */
  readonly enrolments: Set<EnrolmentId>
  /** Aborts when the socket is gone. */
  readonly gone: AbortSignal
  push(message: ServerMessage): void
  /** Nothing if more may be sent; otherwise resolves when what was sent has left, or the socket is gone. */
  backlog(): Promise<void> | undefined
  /** Says why, and closes. */
  end(code: RefusalCode): void
}

/** What `done` carries. */
export type Result = Record<string, unknown>
type Handler<T extends ClientRequest['type']> = (
  session: Session,
  message: Extract<ClientRequest, { type: T }>,
) => Promise<Result>
/** How each request is answered. */
export type Handlers = { [T in ClientRequest['type']]: Handler<T> }

/** Refuses everyone but a seal of the call. */
export function asDesk({ who }: Session): Desk {
  if (who.as !== 'desk') throw new Refusal('not-permitted')
  return who
}

/** Refuses links. */
export function asMember({ who }: Session): Desk | Device {
  if (who.as !== 'desk' && who.as !== 'device') throw new Refusal('not-permitted')
  return who
}

/** Refuses everyone but whoever holds a seat link. */
export function asSeatLink({ who }: Session): SeatLink {
  if (who.as !== 'seat-link') throw new Refusal('not-permitted')
  return who
}

/** Refuses everyone but whoever holds an invitation. */
export function asInvitation({ who }: Session): Invitation {
  if (who.as !== 'invitation') throw new Refusal('not-permitted')
  return who
}
