import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { MediaAt } from '../config.ts'
import type { Log } from '../log.ts'
import { Secret } from '../secret.ts'
import { StartError } from '../startError.ts'
import { childConfig } from './childConfig.ts'
import { freeTcpPort, freeUdpPort } from './freePorts.ts'
import { LiveKitApi } from './liveKitApi.ts'
import type { MediaPass, MediaServer } from './mediaServer.ts'
import { ownAddressToward } from './ownAddress.ts'
import { Run } from './process.ts'

/** How often a starting media server is asked whether it is there. */
const ASK_MS = 25
/** How long it may take to be there. */
const START_MS = 10_000
/** Pauses before it is started again. Larger: calls stand still for longer. Smaller: one that cannot start eats the processor. */
const PAUSES_MS = [0, 250, 1000, 3000] as const

type ChildAt = Extract<MediaAt, { is: 'child' }>

/** A LiveKit of our own: started with us, started again when it crashes, its rooms made anew before anybody is told. */
export class ChildMediaServer implements MediaServer {
  readonly #clock: Clock
  readonly #log: Log
  readonly #binary: string
  readonly #config: string
  readonly #api: LiveKitApi
  readonly #hearers: ((isThere: boolean) => void)[] = []
  readonly #stop = new AbortController()
  readonly address: URL
  #run: Run | undefined
  #watching: Promise<void> = Promise.resolve()
  isThere = false

  private constructor(
    { clock, log }: { clock: Clock; log: Log },
    given: { binary: string; address: URL; config: string; api: LiveKitApi },
  ) {
    this.#clock = clock
    this.#log = log
    this.#binary = given.binary
    this.#config = given.config
    this.#api = given.api
    this.address = given.address
  }

  /** Resolves once it is there. Throws a sentence if it cannot be. */
  static async start(at: ChildAt, world: { clock: Clock; log: Log }): Promise<ChildMediaServer> {
    const udpPort = await freeUdpPort(at.udpPort, 'PARLEY_MEDIA_UDP_PORT')
    const tcpPort = await freeTcpPort(at.tcpPort, '0.0.0.0', 'PARLEY_MEDIA_TCP_PORT')
    const signalPort = await freeTcpPort(0, '127.0.0.1', '')
    const keys = {
      key: `parley${randomBytes(8).toString('hex')}`,
      secret: new Secret(randomBytes(32).toString('base64url')),
    }
    const address = new URL(`http://127.0.0.1:${signalPort}`)
    const { nodeIp } = at
    const ownAddress = await ownAddressToward(nodeIp)
    const config = childConfig({ signalPort, udpPort, tcpPort, nodeIp, ownAddress, keys })
    const api = new LiveKitApi(address, keys)
    const server = new ChildMediaServer(world, { binary: at.binary, address, config, api })
    await server.#start()
    if (!server.isThere) {
      await server[Symbol.asyncDispose]()
      const lastWords = server.#run?.lastWords
      const because = lastWords ? ` It said: ${lastWords}` : ''
      throw new StartError(`The media server ended as soon as it was started.${because}`)
    }
    server.#watching = server.#watch()
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

  get pid(): number | undefined {
    return this.#run?.pid
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort()
    await this.#run?.[Symbol.asyncDispose]()
    await this.#watching
  }

  async #start(): Promise<void> {
    const run = await Run.of(this.#binary, { LIVEKIT_CONFIG: this.#config })
    this.#run = run
    const deadline = this.#clock.nowMs() + START_MS
    while (!run.isOver && !this.#stop.signal.aborted && this.#clock.nowMs() < deadline) {
      if (await LiveKitApi.answers(this.address)) {
        await this.#api.openAllAgain()
        return this.#change(true)
      }
      // One that ends at once is not waited for: then nothing else may keep this process alive.
      await Promise.race([this.#pause(ASK_MS), run.over])
    }
    run.kill()
    await run.over
  }

  async #watch(): Promise<void> {
    for (let failures = 0; !this.#stop.signal.aborted; failures++) {
      if (this.isThere) failures = 0
      await this.#run?.over
      if (this.#stop.signal.aborted) return
      this.#change(false)
      await this.#pause(PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)] ?? 0)
      if (this.#stop.signal.aborted) return
      await this.#start().catch((error: unknown) => this.#log.bug(error))
    }
  }

  #change(isThere: boolean): void {
    if (this.isThere === isThere) return
    this.isThere = isThere
    if (isThere) this.#log.info('The media server is there')
    else this.#log.warn('The media server is gone')
    for (const hear of this.#hearers) hear(isThere)
  }

  async #pause(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    using timers = new DisposableStack()
    timers.use(this.#clock.after(ms, resolve))
    this.#stop.signal.addEventListener('abort', () => resolve(), { once: true })
    await promise
  }
}
