import type { Call, Clock } from '@parley/call'
import type { CallRunner } from '@parley/client'

/** On the way in, until the others are heard, but no longer. Larger: a press seems to do nothing on a slow line. Smaller: the page draws twice, and what it is sent waits. */
const GOING_IN_FOR_MS = 400

/** Larger: pictures come later. Smaller: the first sound waits until the call is drawn. */
const SOUND_BEGINS_WITHIN_MS = 10

/** What goes out because of a new epoch goes first. Larger: the screen lags behind. Smaller: somebody who comes in waits until it is drawn here. */
const EPOCH_DRAWN_AFTER_MS = 25

/**
 * Says when a call is drawn anew. Drawing takes the page's one thread for longer than anything else, and
 * others wait for what this page says: with a new epoch, and on the way in, that goes first.
 */
export class Drawing implements Disposable {
  readonly #clock: Clock
  readonly #runner: Pick<CallRunner, 'call' | 'listen'>
  readonly #draw: (call: Call) => void
  readonly #listening: Disposable
  #epoch: number | undefined
  #isGoingIn = false
  #due: Disposable | undefined

  constructor({
    clock,
    runner,
    draw,
  }: {
    clock: Clock
    runner: Pick<CallRunner, 'call' | 'listen'>
    draw: (call: Call) => void
  }) {
    this.#clock = clock
    this.#runner = runner
    this.#draw = draw
    this.#listening = runner.listen((call) => this.#hear(call))
  }

  /**
   * Nothing is told until one is in and hears the others, or has waited for long enough; `begin` sets out. Resolves
   * when the call's screen is to be shown: what is heard has begun to play by then.
   */
  async goIn(begin: () => void): Promise<void> {
    this.#isGoingIn = true
    begin()
    const { promise, resolve } = Promise.withResolvers<void>()
    using waits = new DisposableStack()
    waits.use(this.#clock.after(GOING_IN_FOR_MS, resolve))
    waits.use(
      this.#runner.listen(({ joining: { phase } }) => {
        if (phase === 'in-call' || phase === 'ended') resolve()
      }),
    )
    await promise
    this.#isGoingIn = false
    this.#draw(this.#runner.call)
    await new Promise<void>((shown) => this.#clock.after(SOUND_BEGINS_WITHIN_MS, shown))
  }

  [Symbol.dispose](): void {
    this.#listening[Symbol.dispose]()
    this.#due?.[Symbol.dispose]()
  }

  #hear({ joining }: Call): void {
    const epoch = 'epoch' in joining ? joining.epoch : undefined
    const isNewEpoch = epoch !== this.#epoch
    this.#epoch = epoch
    if (isNewEpoch) this.#due ??= this.#clock.after(EPOCH_DRAWN_AFTER_MS, () => this.#drawDue())
    if (!this.#due) this.#drawNow()
  }

  #drawDue(): void {
    this.#due = undefined
    this.#drawNow()
  }

  #drawNow(): void {
    if (!this.#isGoingIn) this.#draw(this.#runner.call)
  }
}
