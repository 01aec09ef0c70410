import { enrol, type DeskParts, type SeatLink, type SeatRecord } from '@parley/client'
import { Refusal } from '@parley/protocol'
import { signal, type ReadonlySignal } from '@preact/signals-core'
import { stepView, type EnrolView } from './enrolView.ts'

/** An enrolment, ready to be shown. */
export type EnrolModel = Disposable & {
  view: ReadonlySignal<EnrolView>
  /** Begins anew: after a refusal, or with a server that has not been reached yet. */
  askAgain: () => void
}

/** Asks for the seat of that link. `done` hears of the seat, once. */
export function openEnrolModel(
  parts: DeskParts,
  link: SeatLink,
  done: (record: SeatRecord) => void,
): EnrolModel {
  const view = signal<EnrolView>({ phase: 'reaching' })
  let attempt = new AbortController()

  async function ask({ signal: ending }: AbortController): Promise<void> {
    try {
      const show = (step: Parameters<typeof stepView>[1]): void => {
        if (!ending.aborted) view.value = stepView(view.value, step)
      }
      done(await enrol({ ...parts, link, show }, ending))
    } catch (error) {
      if (ending.aborted) return
      if (!(error instanceof Refusal)) throw error
      view.value =
        error.code === 'bad-signature'
          ? { phase: 'wrong-desk' }
          : { phase: 'refused', code: error.code }
    }
  }

  function askAgain(): void {
    attempt.abort()
    attempt = new AbortController()
    void ask(attempt)
  }

  void ask(attempt)
  return { view, askAgain, [Symbol.dispose]: () => attempt.abort() }
}
