import { Refusal } from '@parley/protocol'
import { deskKind, sealDocument, signDocument, type DeskWord } from '@parley/seal'
import { ConnectionLost } from '../connection.ts'
import type { DeskHands } from './deskHands.ts'
import { SerialQueue } from '../tools/serialQueue.ts'

/** How often a desk says what its lists are. Longer: an old list stays unnoticed. Shorter: more documents for the same. */
const EVERY_MS = 60_000

/** Says it now and every minute, until disposed of. A word that the line drops is followed by the next. */
export function keepWord(hands: DeskHands): AsyncDisposable {
  const queue = new SerialQueue()
  let timer: Disposable | undefined
  const say = () => {
    timer = hands.clock.after(EVERY_MS, say)
    queue.run(() => sayWord(hands)).catch(() => undefined)
  }
  say()
  return {
    async [Symbol.asyncDispose]() {
      timer?.[Symbol.dispose]()
      await queue[Symbol.asyncDispose]()
    },
  }
}

async function sayWord({
  book,
  documents,
  documentKey,
  connection,
  clock,
}: DeskHands): Promise<void> {
  const { call, side, seal } = book.record
  const kind = deskKind(side)
  const before = documents.documents.deskWords.get(side)
  const payload: DeskWord = {
    call,
    kind,
    version: (before?.payload.version ?? 0) + 1,
    previous: before?.hash ?? null,
    at: clock.nowMs(),
    side,
    heads: documents.documents.heads,
  }
  const jws = await signDocument(seal.signingKey, { is: 'desk', payload })
  const { version } = payload
  await documents.take({ kind, version, side, jws })
  try {
    const sealed = await sealDocument(jws, documentKey)
    await connection.request({ type: 'store-document', kind, version, sealed })
  } catch (error) {
    if (!(error instanceof ConnectionLost || error instanceof Refusal)) throw error
  }
}
