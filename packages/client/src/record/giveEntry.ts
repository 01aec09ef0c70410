import { sealEnvelope, type EnvelopeTo } from '@parley/group'
import { utf8, type SignedEntry } from '@parley/seal'
import type { Connection } from '../connection.ts'

/** Puts somebody's entry into the log once more, for whoever lacks it: it proves itself, whoever brings it. */
export async function giveEntry(
  { connection, envelope }: { connection: Connection; envelope: EnvelopeTo },
  { jws }: SignedEntry,
): Promise<void> {
  const opened = { kind: 'entry', epoch: 0, statement: utf8(jws) } as const
  const sealed = await sealEnvelope(envelope, opened)
  const append = { type: 'append', room: envelope.room, commit: false, keep: true } as const
  await connection.request({ ...append, envelope: sealed })
}
