import type { Clock } from '@parley/call'
import { CallRecord, type EarlyCall, type OpenRoom, type OpenSeat } from '@parley/client'
import { effect, type ReadonlySignal } from '@preact/signals-core'
import type { CallFacts } from '../callFacts.ts'
import { shownWarnings } from './shownWarnings.ts'

/** One that comes and goes is said again after that. Larger: a second time goes untold. Smaller: a bad line fills the record. */
const AGAIN_AFTER_MS = 60_000

/** What this device says for the record: itself, its microphone, its company, and the warnings that it showed. */
export async function startRecord({
  seat,
  plenary,
  early,
  facts,
  clock,
}: {
  seat: OpenSeat
  plenary: OpenRoom
  /** What happened since one came in. */
  early: readonly EarlyCall[]
  facts: ReadonlySignal<CallFacts>
  clock: Clock
}): Promise<CallRecord> {
  const record = await CallRecord.open({ seat, plenary, clock }, early)
  const saidAtMs = new Map<string, number>()
  const stop = effect(() => {
    const at = clock.nowMs()
    for (const { code, seat: named } of shownWarnings(facts.value)) {
      const name = `${code} ${named}`
      const isSaid = at - (saidAtMs.get(name) ?? -Infinity) < AGAIN_AFTER_MS
      saidAtMs.set(name, at)
      if (!isSaid) record.note({ is: 'warning', at, code, seat: named })
    }
  })
  record.onDispose(stop)
  return record
}
