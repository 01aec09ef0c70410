import type { Clock } from '@parley/call'
import type { OpenSeat } from '@parley/client'
import { admit, type HeldCode } from '@parley/group'
import { PLENARY } from '@parley/protocol'
import { verifyPass } from '@parley/seal'

/** How often the clock is asked. Larger: a pass that has run out is told later. Smaller: nothing is gained. */
const ASKED_EVERY_MS = 10_000

/** Tells how the others would judge one's own seat, now and whenever lists or the clock change it. Disposing ends it. */
export async function followStanding(
  { record, documents }: Pick<OpenSeat, 'record' | 'documents'>,
  clock: Clock,
  tell: (held: HeldCode | undefined) => void,
): Promise<Disposable> {
  const { seat, side, pass: jws } = record
  const verified = await verifyPass(jws, documents.documents.seals)
  const parts = new DisposableStack()
  if (!verified) return parts
  const { pass } = verified
  const leaf = {
    index: 0,
    seat,
    side,
    drives: undefined,
    pass: { version: pass.version, notBeforeMs: pass.notBefore, expiresMs: pass.expires },
    joining: undefined,
  }
  const ask = () => {
    const { lists } = documents.documents
    const known = { lists, nowMs: clock.nowMs() }
    const judged = admit(leaf, { room: PLENARY, leaves: [] }, known)
    tell(judged.answer === 'held' ? judged.code : undefined)
  }
  let next: Disposable
  const askAgain = () => {
    ask()
    next = clock.after(ASKED_EVERY_MS, askAgain)
  }
  askAgain()
  parts.use(documents.listen(ask))
  parts.defer(() => next[Symbol.dispose]())
  return parts
}
