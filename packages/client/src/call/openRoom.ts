import { greenRoom, type Clock, type Media, type MediaDoor, type MediaTicket } from '@parley/call'
import { isWaitingNote, writeWaitingNote } from '@parley/group'
import { parseDone, Refusal, type RoomId } from '@parley/protocol'
import { envelopeKeyOf, mediaIdentity, signMediaRequest, type DerivingKey } from '@parley/seal'
import type { OpenSeat } from '../enrolment/openSeat.ts'
import { shareDocuments } from '../room/shareDocuments.ts'
import { LogRoom } from '../room/logRoom.ts'
import { isRoleAttested } from './attesting.ts'
import type { OtherRooms } from '../room/roomSession.ts'
import { CallRunner } from './callRunner.ts'

/** A room of a call that is open at this device, and the call as it is there. */
export interface OpenRoom extends AsyncDisposable {
  readonly runner: CallRunner
  readonly room: LogRoom
}

/** Which room, and how. */
type RoomParts = {
  media: Media
  clock: Clock
  room: RoomId
  /** The envelopes of the room are sealed under a key of it. */
  secret: DerivingKey
  /** What its heartbeats tell of other rooms. */
  otherRooms?: () => OtherRooms | undefined
  /** Whether its media are connected only once somebody else is in it. */
  waitsForOthers?: boolean
}

/** Thrown when a seat's documents do not let it in yet. */
export class NotAgreed extends Error {
  override readonly name = 'NotAgreed'
}

/**
 * Opens a room for a seat whose documents are read: in the green room, until it is told to join.
 * Rejects with `NotAgreed` while no plan is agreed.
 */
export async function openRoom(
  { record, connection, documents }: OpenSeat,
  { media, clock, room: id, secret, otherRooms, waitsForOthers }: RoomParts,
): Promise<OpenRoom> {
  await documents.caughtUp
  const { root, seals } = documents.documents
  if (!root) throw new NotAgreed('The plan is not agreed yet')
  const { call, side, seat, pass, deviceKey } = record
  const envelope = { key: await envelopeKeyOf(secret, id), call, room: id }
  const room = new LogRoom({
    connection,
    clock,
    terms: { call, room: id, root, seals },
    envelopeKey: envelope.key,
    me: () => {
      const proof = documents.documents.delegations.get(side)?.signatures ?? []
      return { pass, deviceKey, proof, nowMs: clock.nowMs() }
    },
    known: () => {
      const { lists, heads } = documents.documents
      return { lists, heads }
    },
  })
  const ask = async (signal: AbortSignal): Promise<MediaTicket> => {
    const { leaf } = room
    if (!leaf) throw new Refusal('not-permitted')
    const request = { call, room: id, leaf: leaf.publicKey, at: clock.nowMs() }
    const statement = await signMediaRequest(leaf.key, request)
    const note = await writeWaitingNote(envelope, await mediaIdentity(leaf.publicKey))
    const done = await connection.request({ type: 'ask-media-token', statement, note }, signal)
    const { token, path } = parseDone('ask-media-token', done)
    return { url: new URL(path, record.server.replace(/^http/, 'ws')).href, token }
  }
  const start = greenRoom({ seat, side, room: id })
  const mediaDoor: MediaDoor = { ask, isOfThisCall: (shown) => isWaitingNote(envelope, shown) }
  const runner = new CallRunner(start, {
    clock,
    media,
    room,
    mediaDoor,
    otherRooms,
    waitsForOthers,
    attests: () => isRoleAttested(documents.documents.lists.seats.get(seat)?.role),
  })
  const parts = new AsyncDisposableStack()
  parts.use(runner)
  parts.use(
    documents.listen(({ headsHash }) => {
      runner.send({ type: 'heads-changed', heads: headsHash, atMs: clock.nowMs() })
      room.reconsider()
      room.renew()
    }),
  )
  parts.use(shareDocuments({ room, clock }, documents))
  parts.use(
    connection.subscribe((message) => {
      if (message.type === 'media-server' && message.isThere) media.serverIsBack()
    }),
  )
  return { runner, room, [Symbol.asyncDispose]: () => parts.disposeAsync() }
}
