import { AccessToken, RoomServiceClient } from 'livekit-server-sdk'
import type { Secret } from '../secret.ts'
import type { MediaPass } from './mediaServer.ts'

/** How long a token opens a media room, at first. Larger: a withdrawn device comes back in for longer. Smaller: a slow line does not get in. */
const TOKEN_SECONDS = 60
/** How long those open it that LiveKit gives to whoever is in, as they enter and every five minutes. */
export const REFRESHED_TOKEN_SECONDS = 600
/** Seconds that a room stays with nobody in it. Larger: more memory there. Smaller: it is made anew at each coming and going. */
const EMPTY_SECONDS = 600
/** Seconds within which the media server must answer. */
const ANSWER_SECONDS = 5

/** The keys that the media server takes tokens of. */
export type Keys = { key: string; secret: Secret }

/** What is asked of LiveKit, wherever it runs. It remembers the rooms it made, to make them again after a crash. */
export class LiveKitApi {
  readonly #rooms: RoomServiceClient
  readonly #keys: Keys
  readonly #made = new Set<string>()

  constructor(url: URL, keys: Keys) {
    this.#keys = keys
    const options = { requestTimeout: ANSWER_SECONDS }
    this.#rooms = keys.secret.use(
      (secret) => new RoomServiceClient(url.href, keys.key, secret, options),
    )
  }

  async openRoom(name: string): Promise<void> {
    const lifetimes = { emptyTimeout: EMPTY_SECONDS, departureTimeout: EMPTY_SECONDS }
    await this.#rooms.createRoom({ name, ...lifetimes })
    this.#made.add(name)
  }

  /** All rooms that were made here before, after the media server forgot them. */
  async openAllAgain(): Promise<void> {
    await Promise.all([...this.#made].map((name) => this.openRoom(name)))
  }

  /** Resolves to those that were in. */
  async putOut({
    room,
    identities,
  }: {
    room: string
    identities: readonly string[]
  }): Promise<string[]> {
    const participants = await this.#rooms.listParticipants(room).catch(() => [])
    const inside = participants.filter(({ identity }) => identities.includes(identity))
    await Promise.allSettled(
      inside.map(({ identity }) => this.#rooms.removeParticipant(room, identity)),
    )
    return inside.map(({ identity }) => identity)
  }

  async token({ room, identity, canPublish, note }: MediaPass): Promise<string> {
    const { key, secret } = this.#keys
    const attributes = note === undefined ? {} : { note }
    const options = { identity, attributes, ttl: TOKEN_SECONDS }
    const token = secret.use((text) => new AccessToken(key, text, options))
    token.addGrant({
      roomJoin: true,
      room,
      canSubscribe: true,
      canPublish,
      canPublishData: false,
      canUpdateOwnMetadata: false,
    })
    return token.toJwt()
  }

  /** Whether it answers. */
  static async answers(url: URL): Promise<boolean> {
    const signal = AbortSignal.timeout(ANSWER_SECONDS * 1000)
    return fetch(new URL('/', url), { signal }).then(
      (response) => response.ok,
      () => false,
    )
  }
}
