import { Hash, Version } from '@parley/protocol'
import { DraftText, ShortId, type Drafting } from '@parley/release'
import { openUnder, orNothing, readPayload, sealUnder, toText, utf8 } from '@parley/seal'
import * as v from 'valibot'
import type { KeptDraft } from '../../enrolment/keyStore.ts'

const Kept = v.strictObject({
  console: ShortId,
  text: DraftText,
  base: v.nullable(
    v.strictObject({ version: Version, hash: Hash, text: DraftText, console: ShortId }),
  ),
})

/** What a console writes down of its draft: enough to go on from after a crash. */
export type KeptText = Pick<Drafting, 'console' | 'text' | 'base'>

/** Sealed to its side, like all of a readout that is not public. */
export async function sealKept(
  { console, text, base }: KeptText,
  key: CryptoKey,
): Promise<KeptDraft> {
  const kept = {
    console,
    text,
    base: base
      ? { version: base.version, hash: base.hash, text: base.text, console: base.console }
      : null,
  } satisfies v.InferInput<typeof Kept>
  return { sealed: await sealUnder(key, utf8(JSON.stringify(kept))) }
}

/** Nothing where it cannot be read: then the draft is as the server has it. */
export async function openKept(
  { sealed }: KeptDraft,
  key: CryptoKey,
): Promise<KeptText | undefined> {
  const read = await orNothing(async () => readPayload(Kept, await openUnder(key, sealed)))
  return read && { ...read, base: read.base ?? undefined }
}

/** A random name, as short ones are. */
export function newShortId(): string {
  return toText(crypto.getRandomValues(new Uint8Array(8)))
}
