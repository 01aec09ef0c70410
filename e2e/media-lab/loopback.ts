import type { LeafIndex, TrackNumber } from '@parley/protocol'
import { startFrameWorker, type FrameRoom, type WorkerCommand } from '@parley/sframe'
import type { SessionOwner } from '../../apps/web/src/adapters/media/mediaGround.ts'
import { installSealedPeerConnection } from '../../apps/web/src/adapters/media/sealedPeerConnection.ts'
import { Transforms } from '../../apps/web/src/adapters/media/transforms.ts'
import { takeDevices } from './devices.ts'
import { traffic, type Traffic } from './locks.ts'

/**
 * A connection from this page to itself by our peer connection: what it encoded, sent and received. It
 * belongs to a session of that room, or to none; its sender is bound in that room, or in none.
 */
export async function loopback({
  hasTransforms,
  of,
  boundIn,
}: {
  hasTransforms: boolean
  of?: FrameRoom
  boundIn?: FrameRoom
}): Promise<Traffic> {
  const worker = startFrameWorker()
  const transforms = new Transforms(() => worker)
  const sealed = installSealedPeerConnection<SessionOwner>((to, owner) =>
    hasTransforms ? transforms.attach(to, owner?.room) : undefined,
  )
  const owner = of && {
    room: of,
    onConnectionState: () => undefined,
    onNegotiated: () => undefined,
  }
  takeDevices(0)
  const [track] = (await navigator.mediaDevices.getUserMedia({ video: true })).getTracks()
  const near = new RTCPeerConnection(owner && sealed.configurationFor(owner))
  const far = new RTCPeerConnection(owner && sealed.configurationFor(owner))
  near.onicecandidate = ({ candidate }) => void far.addIceCandidate(candidate ?? undefined)
  far.onicecandidate = ({ candidate }) => void near.addIceCandidate(candidate ?? undefined)
  const sender = track && near.addTransceiver(track, { direction: 'sendonly' }).sender
  if (boundIn)
    for (const command of letOut(boundIn, transforms.idOf(sender))) worker.postMessage(command)
  await near.setLocalDescription()
  if (near.localDescription) await far.setRemoteDescription(near.localDescription)
  await far.setLocalDescription()
  if (far.localDescription) await near.setRemoteDescription(far.localDescription)
  for (;;) {
    const seen = await traffic()
    if (near.connectionState === 'connected' && seen.encoded > 30) return seen
    await new Promise(requestAnimationFrame)
  }
}

/** Has a room let out what that sender gives. */
function letOut(room: FrameRoom, id: number | undefined): WorkerCommand[] {
  if (id === undefined) throw new Error('the sender has no transform')
  const you = 0 as LeafIndex
  const leaves = [{ leaf: you, since: 0 }]
  const baseKey = new Uint8Array(32).fill(1)
  return [
    { room, do: 'install-epoch', epoch: 0, baseKey, you, leaves, cause: 'join' },
    { room, do: 'hold-back', isHeld: false },
    { room, do: 'bind-sender', id, track: 1 as TrackNumber, isMicrophone: false },
  ]
}
