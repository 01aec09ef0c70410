import { startFrameWorker } from '@parley/sframe'
import { installSealedPeerConnection } from '../../apps/web/src/adapters/media/sealedPeerConnection.ts'
import { Transforms } from '../../apps/web/src/adapters/media/transforms.ts'
import { takeDevices } from './devices.ts'
import { traffic, type Traffic } from './locks.ts'

/** A connection from this page to itself by our peer connection, nothing bound: what it encoded, sent and received. */
export async function loopback({ hasTransforms }: { hasTransforms: boolean }): Promise<Traffic> {
  const worker = startFrameWorker()
  const transforms = new Transforms(() => worker)
  installSealedPeerConnection({
    attach: (side, to) => (hasTransforms ? transforms.attach(side, to) : undefined),
    onConnectionState: () => undefined,
  })
  takeDevices(0)
  const [track] = (await navigator.mediaDevices.getUserMedia({ video: true })).getTracks()
  const near = new RTCPeerConnection()
  const far = new RTCPeerConnection()
  near.onicecandidate = ({ candidate }) => void far.addIceCandidate(candidate ?? undefined)
  far.onicecandidate = ({ candidate }) => void near.addIceCandidate(candidate ?? undefined)
  if (track) near.addTransceiver(track, { direction: 'sendonly' })
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
