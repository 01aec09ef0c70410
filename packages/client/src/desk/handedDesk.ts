import { fromText, ProposedPlan, restoreSeal } from '@parley/seal'
import { CallId, Hash, PublicKey, Refusal, SideId, Time } from '@parley/protocol'
import * as v from 'valibot'
import type { DeskRecord, Pin } from './deskRecord.ts'

/** The seal in a handed desk is under no secret: whoever has the link has the desk. */
export const DEMONSTRATION = 'demonstration'

const Handed = v.strictObject({
  server: v.string(),
  call: CallId,
  side: SideId,
  backup: v.string(),
  callSecret: v.string(),
  sideSecret: v.string(),
  proposal: ProposedPlan,
  pins: v.record(SideId, v.strictObject({ seal: PublicKey, at: Time })),
  signed: v.record(v.string(), Hash),
})
/** A desk, its seal included, as a demonstration hands it over: base64url of this as JSON. */
export type HandedDesk = v.InferOutput<typeof Handed>

/** The desk of such a text. Refuses with `malformed`. */
export async function importDesk(text: string): Promise<DeskRecord> {
  const { backup, pins, ...rest } = read(text)
  return {
    ...rest,
    seal: await restoreSeal(backup, DEMONSTRATION),
    pins: Object.fromEntries(
      Object.entries(pins).map(([of, pin]): [string, Pin] => [
        of,
        { ...pin, because: 'handed-over' },
      ]),
    ),
    invitations: {},
    links: {},
    passes: {},
    withdrawn: [],
    unsent: [],
    untold: [],
  }
}

function read(text: string) {
  try {
    const handed = v.parse(Handed, JSON.parse(new TextDecoder().decode(fromText(text))))
    const [callSecret, sideSecret] = [fromText(handed.callSecret), fromText(handed.sideSecret)]
    return { ...handed, callSecret, sideSecret }
  } catch (cause) {
    throw new Refusal('malformed', { cause })
  }
}
