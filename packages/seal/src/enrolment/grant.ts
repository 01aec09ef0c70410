import * as v from 'valibot'
import { CompactJws, PublicKey, type AgreementKey, type CompactJwe } from '@parley/protocol'
import { fromText, toText, utf8 } from '../bytes.ts'
import { Heads } from '../documents/heads.ts'
import { readPayload } from '../documents/read.ts'
import { openUnder, openWith, sealTo, sealUnder } from '../keys/jwe.ts'
import { Secret } from '../keys/secret.ts'

const SecretText = v.pipe(v.string(), v.regex(/^[\w-]{43}$/))

/** `pass` and `sideSecret` go to seats; a desk gets neither. `seal` is the one that the link named. */
const GrantText = v.strictObject({
  seal: PublicKey,
  pass: v.nullable(CompactJws),
  callSecret: SecretText,
  sideSecret: v.nullable(SecretText),
  heads: Heads,
})

/** What a device or an invited desk needs and nobody else may have. */
export type Grant = {
  /** Of the desk that grants. */
  readonly seal: PublicKey
  /** The device's pass; a desk has none. */
  readonly pass: CompactJws | undefined
  readonly callSecret: Secret
  /** For seats cleared for the caucus. */
  readonly sideSecret: Secret | undefined
  /** What the granting desk holds to be agreed: one does not go back behind it. */
  readonly heads: Heads
}

/** Two layers, under the link and to the device: both must be broken to read it. */
export async function sealGrant(
  grant: Grant,
  { grantKey, to }: { grantKey: CryptoKey; to: AgreementKey },
): Promise<CompactJwe> {
  const text = {
    seal: grant.seal,
    pass: grant.pass ?? null,
    callSecret: grant.callSecret.use(toText),
    sideSecret: grant.sideSecret?.use(toText) ?? null,
    heads: grant.heads,
  } satisfies v.InferInput<typeof GrantText>
  return sealUnder(grantKey, utf8(await sealTo(to, utf8(JSON.stringify(text)))))
}

/** Needs the link and the private key, which need not be extractable. Refuses with `malformed`. */
export async function openGrant(
  grant: string,
  { grantKey, privateKey }: { grantKey: CryptoKey; privateKey: CryptoKey },
): Promise<Grant> {
  const inner = new TextDecoder().decode(await openUnder(grantKey, grant))
  const text = readPayload(GrantText, await openWith(privateKey, inner))
  return {
    seal: text.seal,
    pass: text.pass ?? undefined,
    callSecret: new Secret(fromText(text.callSecret)),
    sideSecret: text.sideSecret === null ? undefined : new Secret(fromText(text.sideSecret)),
    heads: text.heads,
  }
}
