import type { CompactJws } from '@parley/protocol'
import { hashOf, type SignedEntry } from '@parley/seal'
import { signRelease } from '../documents/releaseDocument.ts'
import { RECORD_KIND, recordRefusalKind } from '../documents/kinds.ts'
import { readRecord } from '../record/readRecord.ts'
import type { RecordExport } from '../record/recordExport.ts'
import { makeRecordFile } from '../record/recordFile.ts'
import { sealedRecord } from '../record/sealRecord.ts'
import { holdCall, START, type HeldCall } from './heldCall.ts'

/** Talks that were held, with all that was written of them in the order in which it was. */
export type RecordedCall = HeldCall & { readonly entries: readonly SignedEntry[] }

/** Four come in, one speaks, another interprets, both sides move to the closed part, a clip is proposed, all leave but one. */
export async function recordCall(): Promise<RecordedCall> {
  const held = await holdCall()
  const [a, b] = held.sides
  if (!a || !b) throw new Error('There are two sides')
  const one = await held.sit(0, 1)
  const two = await held.sit(2, 2, one.first)
  const three = await held.sit(1, 3, two.first)
  const { planHash: plan } = held
  const move = { is: 'part', move: 1, item: 1, plan } as const
  const spoke = await one.writer.say(10, [{ is: 'microphone', isOn: true }], three.first)
  const put = await three.writer.say(11, [{ is: 'interpreting', isOn: true, into: 'fr' }], spoke)
  const said = await one.writer.say(12, [move], put)
  const again = await b.desk.say(13, [move], said)
  const warned = { is: 'warning', code: 'not-heard', seat: one.seat } as const
  const entries = [
    one.first,
    two.first,
    three.first,
    spoke,
    put,
    said,
    again,
    await two.writer.say(20, [warned], again),
    await three.writer.say(21, [warned], again),
    await one.writer.say(40, [{ is: 'microphone', isOn: false }], again),
    await a.desk.say(50, [{ is: 'proposed', kind: 'clip/1', version: 1, hash: plan }], again),
    await b.desk.say(60, [{ is: 'refused', kind: 'clip/1', version: 1, hash: plan }], again),
    await two.writer.say(70, [{ is: 'removed', seat: three.seat, because: 'silent' }]),
    await one.writer.say(80, [{ is: 'left' }], again),
  ]
  return { ...held, entries }
}

/** The record as a desk hands it out, signed by so many sides, or refused by one. */
export async function exportRecord(
  { call, papers, entries, sides }: RecordedCall,
  { signedBy = sides.length, refusedBy }: { signedBy?: number; refusedBy?: number } = {},
): Promise<Omit<RecordExport, 'parley' | 'item'>> {
  const file = makeRecordFile({ call, papers, entries })
  const says = await sealedRecord(file, await readRecord(file))
  const heading = { call, version: 1, previous: null, at: START + 3_600_000 }
  const payload = { ...heading, kind: RECORD_KIND, ...says }
  const signatures = await Promise.all(
    sides.map(({ seal }) => signRelease(seal.signingKey, { is: 'record', payload })),
  )
  const refusals: CompactJws[] = []
  const refusing = sides[refusedBy ?? sides.length]
  if (refusing)
    refusals.push(
      await signRelease(refusing.seal.signingKey, {
        is: 'record-refusal',
        payload: {
          ...heading,
          kind: recordRefusalKind(refusing.side),
          side: refusing.side,
          record: await hashOf(signatures[0] ?? ''),
          reason: 'Our note-taker is missing.',
        },
      }),
    )
  const given = signatures.slice(0, signedBy)
  return { file, versions: given.length > 0 ? [given] : [], refusals }
}
