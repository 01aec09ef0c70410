import {
  LETTERS_OFF,
  stepOwnLetters,
  whyHeldBack,
  type Clock,
  type OwnLettersEffect,
  type OwnLettersEvent,
} from '@parley/call'
import type { OpenRoom } from '@parley/client'
import { signal, type ReadonlySignal } from '@preact/signals-core'

/** Tells the others one's own letters, while that is switched on. */
export class LettersRunner implements Disposable {
  readonly #room: OpenRoom
  readonly #clock: Clock
  readonly #letters = signal(LETTERS_OFF)
  #id: string | undefined
  #timer: Disposable | undefined

  constructor(room: OpenRoom, clock: Clock) {
    this.#room = room
    this.#clock = clock
  }

  get now(): ReadonlySignal<{ isOn: boolean }> {
    return this.#letters
  }

  switchTo(isOn: boolean): void {
    this.#take({ type: 'letters-switched', isOn, atMs: this.#clock.nowMs() })
  }

  type(text: string): void {
    this.#id ??= crypto.randomUUID()
    this.#take({ type: 'letters-typed', id: this.#id, text, atMs: this.#clock.nowMs() })
  }

  /** The line is a message from here on, under the id it had as a line, if it had one. */
  sent(): string | undefined {
    const id = this.#id
    this.#id = undefined
    this.#take({ type: 'line-sent' })
    return id
  }

  [Symbol.dispose](): void {
    this.#timer?.[Symbol.dispose]()
  }

  #take(event: OwnLettersEvent): void {
    const [letters, effects] = stepOwnLetters(this.#letters.peek(), event)
    this.#letters.value = letters
    for (const effect of effects) this.#do(effect)
  }

  #do(effect: OwnLettersEffect): void {
    const at = (type: 'typing-said' | 'typing-not-said' | 'typing-due') => () =>
      this.#take({ type, atMs: this.#clock.nowMs() })
    if (effect.do === 'wait') {
      this.#timer = this.#clock.after(effect.forMs, at('typing-due'))
      return
    }
    const { id, text } = effect
    const { room, runner } = this.#room
    const isHeldBack = whyHeldBack(runner.call.joining, runner.call.members) !== undefined
    const saying = isHeldBack ? Promise.reject() : room.say({ word: 'typing', id, text })
    void saying.then(at('typing-said'), at('typing-not-said'))
  }
}
