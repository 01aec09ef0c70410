import type { Bytes } from '@parley/protocol'
import { ParticipantEvent, Room, type Track } from 'livekit-client'
import { FrameManager } from './frameManager.ts'
import { mendWhile } from './reconnectPolicy.ts'

/** A room of the client, not connected yet, as every session wants it. */
export function clientRoom({
  isFlowing,
  onTrailer,
  onSender,
  onMuted,
}: {
  /** It is mended for as long as media flow. */
  isFlowing: () => boolean
  /** How the media server's own frames end. */
  onTrailer: (trailer: Bytes) => void
  onSender: (sender: RTCRtpSender, local: Track) => void
  /** A track of one's own was muted: by oneself, or by the media server, whose wish it is not. */
  onMuted: () => void
}): Room {
  const room = new Room({
    encryption: { e2eeManager: new FrameManager(onTrailer) },
    adaptiveStream: false,
    dynacast: true,
    stopLocalTrackOnUnpublish: false,
    disconnectOnPageLeave: true,
    reconnectPolicy: mendWhile(isFlowing),
  })
  room.localParticipant
    .on(ParticipantEvent.LocalSenderCreated, onSender)
    .on(ParticipantEvent.TrackMuted, onMuted)
  return room
}
