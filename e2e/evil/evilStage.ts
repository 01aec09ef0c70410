import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, type Browser } from '@playwright/test'
import { RoomServiceClient, type ParticipantInfo } from 'livekit-server-sdk'
import { systemClock } from '@parley/client'
import { PLENARY } from '@parley/protocol'
import { Secret, startServer } from '@parley/server'
import { planCall } from '@parley/testkit'
import type { TakenFrame } from '../media-lab/hostileClient.ts'
import type { Lab } from '../media-lab/lab.ts'
import { serveLab } from '../media-lab/labServer.ts'
import { startMediaServer, type MediaServer } from '../media-lab/mediaServer.ts'
import { CHROMIUM } from '../media/chromium.ts'
import { peopleHeardIn } from '../media/hear.ts'
import { peopleSeenMoving } from '../media/see.ts'
import { keepWorkerTalk } from '../sixSeats/workerTalk.ts'
import { enrolAt, joinFrom, type Sitter } from '../stage.ts'
import { EvilSignalling, type Bend } from './evilSignalling.ts'
import { EvilSocket } from './evilSocket.ts'
import { tapFrames } from './frameTap.ts'

declare const lab: Lab

const long = { timeout: 60_000 }
const HOSTILE = 'nobody-of-this-call'

/** Who sits there: Ada on one side; on the other Ben, whom the attacks are on, and Cem. */
export const [ADA, BEN, CEM] = [0, 2, 3] as const
export const PEOPLE = [ADA, BEN, CEM]

/** Somebody in the call, and who they are at the media server. */
export type Seated = Sitter & { identity: string }

/** A client with a token of the media server's own keys, that is no member and has no key. */
export type Forger = AsyncDisposable & {
  /** Under that name: those frames, or without any its own in the clear. */
  publishes(what: 'Picture' | 'Sound', name: string, frames?: readonly TakenFrame[]): Promise<void>
}

type Staged = {
  ada: Seated
  ben: Seated
  cem: Seated
  /** What the media server and the server tell Ben. */
  signalling: EvilSignalling
  socket: EvilSocket
  /** By the media server's own keys. */
  api: RoomServiceClient
  room: string
  media: MediaServer
  /** Of the hostile client. */
  browser: Browser
  site: { url: string }
}

/** A call whose server and media server are in the hands of an attacker. */
export class EvilStage implements AsyncDisposable {
  readonly #staged: Staged
  readonly #parts: AsyncDisposableStack

  private constructor(staged: Staged, parts: AsyncDisposableStack) {
    this.#staged = staged
    this.#parts = parts
  }

  /** All three in the call, Ada's microphone open. */
  static async open(): Promise<EvilStage> {
    await using parts = new AsyncDisposableStack()
    const media = parts.use(await startMediaServer())
    const { key, secret } = media.keys
    const running = parts.use(
      await startServer({
        webFolder: join(import.meta.dirname, '../../apps/web/dist'),
        media: { is: 'external', url: media.url, key, secret: new Secret(secret) },
      }),
    )
    const seatAt = (place: number) => {
      return { rooms: [PLENARY], ...(place === ADA && { role: 'principal' as const }) }
    }
    const rules = { seatsEach: 2, clock: systemClock, seatAt }
    const planned = parts.use(await planCall(running, rules))
    const api = new RoomServiceClient(media.url.replace(/^ws/, 'http'), key, secret)
    const others = async (): Promise<{ room: string; identity: string }[]> => {
      const rooms = await api.listRooms()
      const all = await Promise.all(
        rooms.map(async ({ name: room }) =>
          (await api.listParticipants(room)).map(({ identity }) => ({ room, identity })),
        ),
      )
      return all.flat()
    }
    let [signalling, socket]: [EvilSignalling?, EvilSocket?] = []
    let room = ''
    const sit = async (place: number): Promise<Seated> => {
      const before = await others()
      const prepare = async (context: Sitter['context']) => {
        await keepWorkerTalk(context)
        if (place === ADA) await context.addInitScript(keepWorkers)
        if (place !== BEN) return
        signalling = await EvilSignalling.of(context)
        socket = await EvilSocket.of(context)
        await tapFrames(context)
      }
      const sitter = await enrolAt({ planned, running }, { place, parts, prepare })
      await joinFrom(sitter)
      // A principal looks at the other one alone, until all are wanted.
      if (place === ADA) await sitter.page.getByRole('button', { name: 'Room display' }).click()
      const known = new Set(before.map(({ identity }) => identity))
      const come = async () => (await others()).filter(({ identity }) => !known.has(identity))
      await expect.poll(async () => (await come()).length, long).toBe(1)
      const [who] = await come()
      room = who?.room ?? ''
      return { ...sitter, identity: who?.identity ?? '' }
    }
    const [ada, ben, cem] = [await sit(ADA), await sit(BEN), await sit(CEM)]
    await ada.page.getByRole('button', { name: /^Mic closed/ }).click()
    const site = parts.use(await serveLab(await mkdtemp(join(tmpdir(), 'evil-stage-'))))
    const browser = await chromium.launch(CHROMIUM)
    parts.defer(() => browser.close())
    if (!signalling || !socket) throw new Error('Ben sits here')
    const staged = { ada, ben, cem, signalling, socket, api, room, media, browser, site }
    const stage = new EvilStage(staged, parts.move())
    await stage.isWhole(ada, ben, cem)
    return stage
  }

  get ada(): Seated {
    return this.#staged.ada
  }

  get ben(): Seated {
    return this.#staged.ben
  }

  get cem(): Seated {
    return this.#staged.cem
  }

  /** What the server tells Ben. */
  get socket(): EvilSocket {
    return this.#staged.socket
  }

  /** All of them see everybody move, and the others hear Ada. */
  async isWhole(...all: readonly Seated[]): Promise<void> {
    await Promise.all(
      all.flatMap(({ page, place }) => [
        expect.poll(() => peopleSeenMoving(page), long).toEqual(PEOPLE),
        ...(place === ADA
          ? []
          : [expect.poll(() => peopleHeardIn(page, PEOPLE), long).toEqual([ADA])]),
      ]),
    )
  }

  /** What the media server says to Ben of the others is bent from now on; he is put out, so that he is told all of it anew. */
  async tellBen(bend: Bend): Promise<void> {
    const { signalling, api, room, ben } = this.#staged
    signalling.bend = bend
    await api.removeParticipant(room, ben.identity)
  }

  /** As it is. */
  tellBenTrue(): Promise<void> {
    return this.tellBen((said) => said)
  }

  /** What somebody publishes, as the media server has it. */
  async tracksOf({ identity }: Seated): Promise<{ camera: Track; microphone: Track }> {
    const { api, room } = this.#staged
    const { tracks } = await api.getParticipant(room, identity)
    const find = (isMicrophone: boolean): Track => {
      const found = tracks.find(({ mimeType }) => mimeType.startsWith('audio/') === isMicrophone)
      if (!found) throw new Error('Picture and sound are published')
      return found
    }
    return { camera: find(false), microphone: find(true) }
  }

  /** The media server sends that person the track no more, or again. */
  async subscribe({ identity }: Seated, { sid }: Track, isSent: boolean): Promise<void> {
    const { api, room } = this.#staged
    await api.updateSubscriptions(room, identity, [sid], isSent)
  }

  /** The media server lets nothing of that track through, and sends silence in its place. */
  async mute({ identity }: Seated, { sid }: Track): Promise<void> {
    const { api, room } = this.#staged
    await api.mutePublishedTrack(room, identity, sid, true)
  }

  /** What the media server shows of that person to whoever asks. */
  async rename({ identity }: Seated, name: string): Promise<void> {
    const { api, room } = this.#staged
    await api.updateParticipant(room, identity, { name, metadata: name, attributes: { name } })
  }

  /** In the media room. */
  async forger(): Promise<Forger> {
    const { browser, site, media, room } = this.#staged
    const page = await browser.newPage()
    await page.goto(site.url)
    const ticket = { url: media.url, token: await media.token(HOSTILE, {}, room) }
    const client = await page.evaluateHandle((each) => lab.hostileClient(each), ticket)
    return {
      publishes: (what, name, frames = []) =>
        client.evaluate((each, [kind, as, given]) => each[`publish${kind}`](as, given), [
          what,
          name,
          frames,
        ] as const),
      [Symbol.asyncDispose]: () => page.close(),
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#parts.disposeAsync()
  }
}

type Track = ParticipantInfo['tracks'][number]

/** That each is said to be the other; nobody else is touched. */
export function exchanged(one: string, other: string): Bend {
  return (said) => {
    if (said.identity === one) said.identity = other
    else if (said.identity === other) said.identity = one
    return said
  }
}

/** The hostile client, said to be somebody else. */
export function hostileAs(identity: string): Bend {
  return exchanged(HOSTILE, identity)
}

/** Runs in the page, before all else: its workers can be ended behind its back. */
function keepWorkers(): void {
  window.Worker = class extends Worker {
    constructor(from: string | URL, options?: WorkerOptions) {
      super(from, options)
      addEventListener('kill-workers', () => this.terminate(), { once: true })
    }
  }
}
