import { Room, RoomEvent } from 'livekit-client'

/** A plain LiveKit client as anybody could write it: it plays whatever reaches it, and may publish in the clear. */
export class PlainClient {
  readonly #room = new Room()

  static async join({ url, token }: { url: string; token: string }): Promise<PlainClient> {
    const client = new PlainClient()
    await client.#room.connect(url, token)
    return client
  }

  constructor() {
    this.#room.on(RoomEvent.TrackSubscribed, (track) => {
      const element = track.attach()
      document.body.append(element)
      element.play().catch(() => undefined)
    })
  }

  /** Camera and microphone of its browser, without any encryption. */
  async publish(): Promise<void> {
    await this.#room.localParticipant.enableCameraAndMicrophone()
  }

  /** Tracks that reached it, and bytes of them. */
  async received(): Promise<{ tracks: number; bytes: number }> {
    const publications = [...this.#room.remoteParticipants.values()].flatMap((participant) => [
      ...participant.trackPublications.values(),
    ])
    const receivers = publications.flatMap(({ track }) => track?.receiver ?? [])
    const reports = await Promise.all(receivers.map((receiver) => receiver.getStats()))
    let bytes = 0
    for (const report of reports)
      report.forEach((entry: { type: string; bytesReceived?: number }) => {
        if (entry.type === 'inbound-rtp') bytes += entry.bytesReceived ?? 0
      })
    return { tracks: receivers.length, bytes }
  }
}
