import { Room, RoomEvent, Track, type RemoteTrack } from 'livekit-client'
import { PITCHES } from './devices.ts'

/** A frame as the media server has it once its own encryption is off. */
export type TakenFrame = {
  /** As the media server numbers it. */
  track: string
  kind: 'audio' | 'video'
  isKeyFrame: boolean
  /** Base64. */
  data: string
}

type Encoded = { data: ArrayBuffer; type?: 'key' | 'delta' | 'empty' }
type Streams = { readable: ReadableStream<Encoded>; writable: WritableStream<Encoded> }
type Streamed = { createEncodedStreams(): Streams }

/** Longer than any call of a test. */
const FRAMES_KEPT = 4000

/** A client with a valid token and no key: it keeps the frames that reach it, and sends what it likes. */
export class HostileClient {
  readonly taken: TakenFrame[] = []
  readonly #room = new Room()

  static async join({ url, token }: { url: string; token: string }): Promise<HostileClient> {
    const client = new HostileClient()
    const rtcConfig: RTCConfiguration = Object.assign<RTCConfiguration, object>(
      {},
      {
        encodedInsertableStreams: true,
      },
    )
    await client.#room.connect(url, token, { rtcConfig })
    return client
  }

  constructor() {
    this.#room.on(RoomEvent.TrackSubscribed, (track) => void this.#take(track))
  }

  /** Sends a picture under that name: its own in the clear, or those frames, over and over. */
  async publishPicture(name: string, frames: readonly TakenFrame[] = []): Promise<void> {
    const canvas = document.createElement('canvas')
    const context = canvas.getContext('2d')
    setInterval(() => {
      if (!context) return
      context.fillStyle = `hsl(${performance.now() % 360}deg 90% 50%)`
      context.fillRect(0, 0, canvas.width, canvas.height)
    }, 100)
    const [track] = canvas.captureStream(10).getVideoTracks()
    await this.#publish(track, { name, frames })
  }

  /** Likewise a tone. */
  async publishSound(name: string, frames: readonly TakenFrame[] = []): Promise<void> {
    const audio = new AudioContext()
    const out = audio.createMediaStreamDestination()
    const oscillator = new OscillatorNode(audio, { frequency: PITCHES[0] })
    oscillator.connect(out)
    oscillator.start()
    const [track] = out.stream.getAudioTracks()
    await this.#publish(track, { name, frames })
  }

  async leave(): Promise<void> {
    await this.#room.disconnect()
  }

  async #publish(
    track: MediaStreamTrack | undefined,
    { name, frames }: { name: string; frames: readonly TakenFrame[] },
  ): Promise<void> {
    if (!track) throw new Error('A canvas and a tone have one track')
    const kind = track.kind as TakenFrame['kind']
    const isMicrophone = kind === 'audio'
    const publication = await this.#room.localParticipant.publishTrack(track, {
      name,
      source: isMicrophone ? Track.Source.Microphone : Track.Source.Camera,
      videoCodec: 'vp8',
      simulcast: false,
      dtx: false,
      red: false,
    })
    const { readable, writable } = streamsOf(publication.track?.sender)
    let turn = 0
    const forge = new TransformStream<Encoded, Encoded>({
      transform(frame, through) {
        if (frames.length > 0) {
          const isKeyFrame = frame.type === 'key'
          const alike = frames.filter((each) => isMicrophone || each.isKeyFrame === isKeyFrame)
          const next = alike[turn++ % alike.length]
          if (!next) return
          frame.data = Uint8Array.fromBase64(next.data).buffer
        }
        through.enqueue(frame)
      },
    })
    void readable.pipeThrough(forge).pipeTo(writable)
  }

  async #take({ sid, kind, receiver }: RemoteTrack): Promise<void> {
    const { readable, writable } = streamsOf(receiver)
    const take = new TransformStream<Encoded, Encoded>({
      transform: (frame, through) => {
        if (this.taken.length < FRAMES_KEPT)
          this.taken.push({
            track: sid ?? '',
            kind: kind === Track.Kind.Audio ? 'audio' : 'video',
            isKeyFrame: frame.type === 'key',
            data: new Uint8Array(frame.data).toBase64(),
          })
        through.enqueue(frame)
      },
    })
    await readable.pipeThrough(take).pipeTo(writable)
  }
}

function streamsOf(of: object | undefined): Streams {
  return (of as Streamed).createEncodedStreams()
}
