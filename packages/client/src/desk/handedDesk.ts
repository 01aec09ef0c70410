import { exportBackup, ProposedPlan, restoreSeal } from '@parley/seal'
import { CallId, Hash, PublicKey, Refusal, SideId } from '@parley/protocol'
import * as v from 'valibot'
import type { DeskRecord, Pin } from './deskRecord.ts'

/** The seal in a handed desk is under no secret: whoever has the link has the desk. */
const OPEN = 'demonstration'

const Handed = v.strictObject({
  server: v.string(),
  call: CallId,
  side: SideId,
  backup: v.string(),
  callSecret: v.string(),
  sideSecret: v.string(),
  proposal: ProposedPlan,
  pins: v.record(SideId, v.strictObject({ seal: PublicKey, at: v.number() })),
  signed: v.record(v.string(), Hash),
})

/** A desk as text, its seal included, to be opened in a browser: for demonstrations, which say so. */
export async function exportDesk(record: DeskRecord): Promise<string> {
  const { server, call, side, seal, callSecret, sideSecret, proposal, pins, signed } = record
  const handed = {
    server,
    call,
    side,
    backup: await exportBackup(seal, OPEN),
    callSecret: textOf(callSecret),
    sideSecret: textOf(sideSecret),
    proposal,
    pins: Object.fromEntries(
      Object.entries(pins).map(([of, pin]) => [of, { seal: pin.seal, at: pin.at }]),
    ),
    signed,
  }
  return textOf(new TextEncoder().encode(JSON.stringify(handed)))
}

/** The desk of such a text. Refuses with `malformed`. */
export async function importDesk(text: string): Promise<DeskRecord> {
  const { backup, callSecret, sideSecret, pins, ...rest } = read(text)
  return {
    ...rest,
    seal: await restoreSeal(backup, OPEN),
    callSecret: bytesOf(callSecret),
    sideSecret: bytesOf(sideSecret),
    pins: Object.fromEntries(
      Object.entries(pins).map(([of, pin]): [string, Pin] => [of, { ...pin, because: 'compared' }]),
    ),
    invitations: {},
    links: {},
    passes: {},
    withdrawn: [],
    unsent: [],
    untold: [],
  }
}

function read(text: string): v.InferOutput<typeof Handed> {
  try {
    return v.parse(Handed, JSON.parse(new TextDecoder().decode(bytesOf(text))))
  } catch (cause) {
    throw new Refusal('malformed', { cause })
  }
}

function textOf(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: 'base64url', omitPadding: true })
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.fromBase64(text, { alphabet: 'base64url' })
}
