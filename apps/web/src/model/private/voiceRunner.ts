import {
  isPlenaryFree,
  SILENT,
  stepVoice,
  type Clock,
  type Voice,
  type VoiceEffect,
  type VoiceEvent,
} from '@parley/call'
import type { CallRunner } from '@parley/client'
import { signal, type ReadonlySignal } from '@preact/signals-core'
import type { CallScreenEvent } from '../callEvent.ts'

/** Carries the one voice of both rooms: hands what happens to `stepVoice`, and its effects to the two calls. */
export class VoiceRunner implements Disposable {
  readonly #plenary: CallRunner
  readonly #clock: Clock
  readonly #voice = signal(SILENT)
  readonly #parts = new DisposableStack()
  #caucus: CallRunner | undefined

  constructor({ plenary, clock }: { plenary: CallRunner; clock: Clock }) {
    this.#plenary = plenary
    this.#clock = clock
  }

  get now(): ReadonlySignal<Voice> {
    return this.#voice
  }

  /** From then on there is a caucus to speak in. */
  use(caucus: CallRunner): void {
    this.#caucus = caucus
    const follow = () => this.#take({ type: 'rooms-moved' })
    this.#parts.use(this.#plenary.listen(follow))
    this.#parts.use(caucus.listen(follow))
  }

  /** Whether that was for the voice, or is not to be done while it is private. */
  take(event: CallScreenEvent): boolean {
    switch (event.type) {
      case 'private-pressed':
      case 'private-let-go':
      case 'private-left':
        this.#take(event)
        return true
      case 'microphone-pressed':
        return !isPlenaryFree(this.#voice.peek())
      default:
        return event.type.startsWith('private-')
    }
  }

  [Symbol.dispose](): void {
    this.#parts.dispose()
  }

  #take(event: VoiceEvent): void {
    if (!this.#caucus || this.#parts.disposed) return
    const rooms = { plenary: this.#plenary.call, caucus: this.#caucus.call }
    const [voice, effects] = stepVoice(this.#voice.peek(), event, rooms)
    this.#voice.value = voice
    for (const effect of effects) this.#do(effect, this.#caucus)
  }

  #do(effect: VoiceEffect, caucus: CallRunner): void {
    switch (effect.do) {
      case 'close-plenary':
        return this.#plenary.send({ type: 'microphone-shut', by: 'private' })
      case 'show-private':
        // What is drawn because of it is drawn first.
        return void this.#clock.after(0, () => this.#take({ type: 'private-shown' }))
      case 'open-caucus':
        return caucus.send({ type: 'microphone-pressed', aim: effect.aim })
      case 'close-caucus':
        return caucus.send({ type: 'microphone-shut', by: 'holder' })
    }
  }
}
