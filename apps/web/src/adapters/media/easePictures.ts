import type { Clock } from '@parley/call'
import { Strain } from './strain.ts'

/** Larger: strain is seen later. Smaller: looking is work itself. */
const LOOK_EVERY_MS = 200

/** Of a strained machine. Larger: its own page waits for its pictures. Smaller: they no longer move evenly. */
const EASED_PER_SECOND = 15

/** Of its bits: frames twice as far apart have more to tell each. Larger: each takes longer. Smaller: blocks where much moves. */
const EASED_BITS = 0.6

/** How one layer goes out; undefined is as the browser likes. */
type Pace = { framerate: number | undefined; bitrate: number | undefined }

type Sender = Pick<RTCRtpSender, 'track' | 'getParameters' | 'setParameters'>

/**
 * While this machine has more to do than it can, each picture that goes out over these connections has at
 * most fifteen frames a second, in the size it had. Disposing ends looking.
 */
export class EasePictures implements Disposable {
  readonly #connections: Iterable<{ getSenders(): Sender[] }>
  readonly #clock: Clock
  readonly #isHidden: () => boolean
  readonly #strain = new Strain()
  /** Of each layer: as it goes out unless it is eased, and as it was set last. */
  readonly #paces = new WeakMap<Sender, readonly { full: Pace; last: Pace }[]>()
  #isEased = false
  #timer: Disposable

  constructor(
    connections: Iterable<{ getSenders(): Sender[] }>,
    { clock, isHidden }: { clock: Clock; isHidden: () => boolean },
  ) {
    this.#connections = connections
    this.#clock = clock
    this.#isHidden = isHidden
    this.#timer = this.#lookLater()
  }

  [Symbol.dispose](): void {
    this.#timer[Symbol.dispose]()
  }

  #lookLater(): Disposable {
    const dueMs = this.#clock.nowMs() + LOOK_EVERY_MS
    return this.#clock.after(LOOK_EVERY_MS, () => {
      this.#look(dueMs)
      this.#timer = this.#lookLater()
    })
  }

  /** A page that nobody sees is called late on purpose. */
  #look(dueMs: number): void {
    if (this.#isHidden()) return
    const nowMs = this.#clock.nowMs()
    const wasEased = this.#isEased
    this.#isEased = this.#strain.look(nowMs - dueMs, nowMs)
    if (!this.#isEased && !wasEased) return
    for (const connection of this.#connections)
      for (const sender of connection.getSenders())
        if (sender.track?.kind === 'video') this.#pace(sender)
  }

  /** Also one that began meanwhile; what another has set since is how it goes out from there on. */
  #pace(sender: Sender): void {
    const parameters = sender.getParameters()
    const before = this.#paces.get(sender)
    const now = parameters.encodings.map(paceOf)
    const paces = now.map((pace, at) => {
      const full = fullOf(pace, before?.[at])
      return { full, last: this.#isEased ? eased(full) : full }
    })
    this.#paces.set(sender, paces)
    if (paces.every(({ last }, at) => isSame(last, now[at]))) return
    for (const [at, encoding] of parameters.encodings.entries()) put(encoding, paces[at]?.last)
    // One that goes away meanwhile needs no pace.
    sender.setParameters(parameters).catch(() => undefined)
  }
}

function paceOf({ maxFramerate, maxBitrate }: RTCRtpEncodingParameters): Pace {
  return { framerate: maxFramerate, bitrate: maxBitrate }
}

/** What is as it was set last is not what is wanted: that is known from before. */
function fullOf(now: Pace, known: { full: Pace; last: Pace } | undefined): Pace {
  if (!known) return now
  const { full, last } = known
  return {
    framerate: now.framerate === last.framerate ? full.framerate : now.framerate,
    bitrate: now.bitrate === last.bitrate ? full.bitrate : now.bitrate,
  }
}

function isSame(one: Pace, other: Pace | undefined): boolean {
  return one.framerate === other?.framerate && one.bitrate === other?.bitrate
}

function eased({ framerate = Infinity, bitrate }: Pace): Pace {
  if (framerate <= EASED_PER_SECOND) return { framerate, bitrate }
  return { framerate: EASED_PER_SECOND, bitrate: bitrate && Math.round(bitrate * EASED_BITS) }
}

function put(encoding: RTCRtpEncodingParameters, pace: Pace | undefined): void {
  delete encoding.maxFramerate
  delete encoding.maxBitrate
  if (pace?.framerate !== undefined) encoding.maxFramerate = pace.framerate
  if (pace?.bitrate !== undefined) encoding.maxBitrate = pace.bitrate
}
