import { EncryptionEvent, type BaseE2EEManager, type Room } from 'livekit-client'
import type { Bytes } from '@parley/protocol'

type Listener = Parameters<BaseE2EEManager['on']>[1]

/**
 * What livekit-client needs to know of our encryption: that it is on. Frames are the worker's, and
 * data channels carry nothing of ours.
 */
export class FrameManager implements BaseE2EEManager {
  readonly #listeners = new Map<string, Set<Listener>>()
  readonly #onTrailer: (trailer: Bytes) => void
  #room: Room | undefined
  isEnabled = true

  constructor(onTrailer: (trailer: Bytes) => void) {
    this.#onTrailer = onTrailer
  }

  get isDataChannelEncryptionEnabled(): boolean {
    return false
  }

  /** Set by the client; the answer stays. */
  set isDataChannelEncryptionEnabled(_isEnabled: boolean) {
    this.isEnabled = true
  }

  setup(room: Room): void {
    this.#room = room
  }

  setupEngine(): void {
    this.isEnabled = true
  }

  /** Says of one's own participant that frames are sealed: it turns redundant and backup codecs off. */
  setParticipantCryptorEnabled(_isEnabled: boolean, identity: string): void {
    const own = this.#room?.localParticipant
    if (own?.identity !== identity) return
    for (const listener of this.#listeners.get(
      EncryptionEvent.ParticipantEncryptionStatusChanged,
    ) ?? [])
      (listener as (isEnabled: boolean, participant: typeof own) => void)(true, own)
  }

  setSifTrailer(trailer: Bytes): void {
    this.#onTrailer(trailer)
  }

  encryptData(): Promise<never> {
    return Promise.reject(new Error('data channels carry nothing'))
  }

  handleEncryptedData(): Promise<never> {
    return Promise.reject(new Error('data channels carry nothing'))
  }

  on(event: string, listener: Listener): this {
    const listeners = this.#listeners.get(event) ?? new Set()
    this.#listeners.set(event, listeners.add(listener))
    return this
  }
}
