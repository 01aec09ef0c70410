import { ownLeaf, type Call } from '@parley/call'
import { Reconciler, type Documents, type OpenRoom } from '@parley/client'
import { authenticatorOf, callCodeOf, epochOf } from '@parley/group'
import { signal, type ReadonlySignal } from '@preact/signals-core'
import type { CallFacts } from '../callFacts.ts'

/** The code that all read aloud, of the room as it is and the documents that this window knows; `follow` is told of each state. */
export function followCallCode(
  { room }: Pick<OpenRoom, 'room'>,
  documents: ReadonlySignal<Pick<Documents, 'root' | 'headsHash'>>,
): { now: ReadonlySignal<CallFacts['callCode']>; follow: (call: Call) => void } {
  const code = signal<CallFacts['callCode']>(undefined)
  let coded: string | undefined
  const coding = new Reconciler(async (call: Call) => {
    const { group } = room
    const isIn = group && ownLeaf(call) !== undefined && documents.value.root
    const of = isIn ? `${authenticatorOf(group)} ${documents.value.headsHash}` : ''
    if (of === coded) return
    coded = of
    code.value = isIn
      ? {
          digits: (await callCodeOf(group, documents.value.headsHash)).join(''),
          epoch: epochOf(group),
        }
      : undefined
  })
  return {
    now: code,
    follow(call) {
      // A room that has just ended has no code: the next state says so.
      void coding.want(call).catch(() => {
        coded = undefined
        code.value = undefined
      })
    },
  }
}
