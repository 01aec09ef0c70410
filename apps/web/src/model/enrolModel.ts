import { enrol, type DeskParts, type SeatLink, type SeatRecord } from '@parley/client'
import { Refusal } from '@parley/protocol'
import { signal, type ReadonlySignal } from '@preact/signals-core'
import type { EnrolView } from './enrolView.ts'

/** An enrolment, ready to be shown. */
export type EnrolModel = Disposable & { view: ReadonlySignal<EnrolView>; askAgain: () => void }

/** Asks for the seat of that link. `done` hears of the seat, once. */
export function openEnrolModel(
  parts: DeskParts,
  link: SeatLink,
  done: (record: SeatRecord) => void,
): EnrolModel {
  const view = signal<EnrolView>({ phase: 'asking' })
  const ending = new AbortController()

  async function ask(): Promise<void> {
    try {
      const show = (step: Parameters<Parameters<typeof enrol>[0]['show']>[0]): void => {
        view.value = step.is === 'code' ? { phase: 'code', code: step.code } : { phase: step.is }
      }
      done(await enrol({ ...parts, link, show }, ending.signal))
    } catch (error) {
      if (ending.signal.aborted) return
      if (!(error instanceof Refusal)) throw error
      view.value =
        error.code === 'bad-signature'
          ? { phase: 'wrong-desk' }
          : { phase: 'refused', code: error.code }
    }
  }

  void ask()
  return { view, askAgain: () => void ask(), [Symbol.dispose]: () => ending.abort() }
}
