import { every, type Clock } from '../clock.ts'
import type { MediaAt } from '../config.ts'
import { LiveKitApi } from './liveKitApi.ts'
import type { MediaPass, MediaServer } from './mediaServer.ts'

/** How often a LiveKit that runs elsewhere is asked whether it is there. Larger: its return is told later. Smaller: more requests. */
const ASK_MS = 2000

type ExternalAt = Extract<MediaAt, { is: 'external' }>

/** A LiveKit that somebody else runs. */
export class ExternalMediaServer implements MediaServer {
  readonly #api: LiveKitApi
  readonly #hearers: ((isThere: boolean) => void)[] = []
  readonly #asking: Disposable
  readonly address: URL
  readonly pid = undefined
  isThere = false

  private constructor(clock: Clock, address: URL, api: LiveKitApi) {
    this.#api = api
    this.address = address
    this.#asking = every(clock, ASK_MS, () => void this.#ask())
  }

  /** Resolves once it was asked for the first time. */
  static async connect(
    { url, key, secret }: ExternalAt,
    clock: Clock,
  ): Promise<ExternalMediaServer> {
    const address = new URL(url.replace(/^ws/, 'http'))
    const server = new ExternalMediaServer(clock, address, new LiveKitApi(address, { key, secret }))
    await server.#ask()
    return server
  }

  openRoom(name: string): Promise<void> {
    return this.#api.openRoom(name)
  }

  putOut(who: { room: string; identities: readonly string[] }): Promise<string[]> {
    return this.#api.putOut(who)
  }

  token(whom: MediaPass): Promise<string> {
    return this.#api.token(whom)
  }

  onChange(hear: (isThere: boolean) => void): void {
    this.#hearers.push(hear)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#asking[Symbol.dispose]()
  }

  async #ask(): Promise<void> {
    let isThere = await LiveKitApi.answers(this.address)
    if (isThere && !this.isThere)
      isThere = await this.#api.openAllAgain().then(
        () => true,
        () => false,
      )
    if (isThere === this.isThere) return
    this.isThere = isThere
    for (const hear of this.#hearers) hear(isThere)
  }
}
