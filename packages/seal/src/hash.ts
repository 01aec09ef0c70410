import * as v from 'valibot'
import { Hash, type Bytes } from '@parley/protocol'
import { toText } from './bytes.ts'
import { payloadOf } from './jws.ts'

/** SHA-256. */
export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

/** SHA-256 as it travels. */
export async function sha256Text(bytes: Bytes): Promise<Hash> {
  return v.parse(Hash, toText(await sha256(bytes)))
}

/** The hash of a document: SHA-256 over the payload bytes as signed, the same for every side's signature. */
export async function hashOf(jws: string): Promise<Hash> {
  return sha256Text(payloadOf(jws))
}
