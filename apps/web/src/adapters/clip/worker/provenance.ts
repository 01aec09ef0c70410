import { WasmBuilder, WasmReader } from '@contentauth/c2pa-wasm'
import type { Bytes } from '@parley/protocol'
import type { ProvenanceAsk } from '../messages.ts'
import { coseSizeOf, signCose } from './cose.ts'

const TYPE = 'video/mp4'
/** Whom one trusts is decided by seals, not by a list of authorities: what is not on one is not told as an error. */
const SETTINGS = JSON.stringify({ verify: { verify_trust: false } })

/** The file with one manifest more, on top of those it has. Rejects with the reason that the library gives. */
export async function signFile({
  file,
  manifest: { definition, intent },
  signer: { key, chain },
}: Omit<Extract<ProvenanceAsk, { do: 'sign' }>, 'id' | 'do'>): Promise<Bytes> {
  using builder = WasmBuilder.fromJson(JSON.stringify(definition), SETTINGS)
  builder.setIntent(intent)
  if (intent === 'edit') {
    const parent = { title: definition.title, relationship: 'parentOf' }
    await builder.addIngredientFromBlob(JSON.stringify(parent), TYPE, file)
  }
  const size = coseSizeOf(chain)
  const sign = (claim: Bytes) => signCose(new Uint8Array(claim), { key, chain, size })
  const signed = await builder.sign({ alg: 'ed25519', reserveSize: size, sign }, [], TYPE, file)
  return new Uint8Array(signed)
}

/** All manifests of a file, and what was found when they were checked, as JSON of c2pa-rs. */
export async function readStore(file: Blob): Promise<string> {
  using reader = await WasmReader.fromBlob(TYPE, file, SETTINGS)
  return reader.json()
}
