import type { Pushed } from '@parley/client'
import { epochOf, groupOf, sealEnvelope } from '@parley/group'
import { PLENARY, type Bytes } from '@parley/protocol'
import { derivingKey, documentKeyOf, PLAN_KIND, sealDocument, Secret } from '@parley/seal'
import type { Person } from '@parley/testkit/agreedCall'
import { settled, StagedCall } from '@parley/testkit/evil'
import { frameMember, openOne, sealOne } from './frames/member.ts'
import { costOf, type Cost } from './garbage/cost.ts'
import { entriesOf, noise, turned } from './garbage/entries.ts'
import { groupOfMember, joinCall, type Victim } from './garbage/victim.ts'
import { progress } from './progress.ts'
import type { Results } from './report/spread.ts'

/** How many of each: enough that what goes on beside them does not count. */
const SMALL_AT_ONCE = 300
const LARGE_AT_ONCE = 10
/** From here on an entry is a large one, in characters. */
const LARGE = 100_000
const FRAMES_AT_ONCE = 2000
const FRAME_BYTES = 1200

type DocumentPushed = Extract<Pushed, { type: 'document' }>

/** Beyond the numbers of the log as it is. */
let nextNumber = 1000

/**
 * What noise costs a member who is sent it, in processor time and in memory: entries of the log, by whoever
 * holds the key of the call and by a server that does not; documents; and frames. Nobody's screen changes.
 */
export async function garbage(): Promise<Results> {
  return { ...(await garbageInLog()), ...(await garbageInFrames()) }
}

async function garbageInLog(): Promise<Record<string, Cost>> {
  const costs: Record<string, Cost> = {}
  const staged = await StagedCall.agree({ seatsEach: 2 })
  const [first, second] = staged.agreed.people
  if (!first || !second) throw new Error('A call has people')
  await using victim = await joinCall(staged, first)
  await using attacker = await joinCall(staged, second)
  await settled()
  const to = await staged.envelopeTo()
  const entries = await entriesOf(groupOfMember(attacker), second)
  const envelopes = new Map([['unreadable', text(noise(1024))]])
  for (const [name, opened] of Object.entries(entries))
    envelopes.set(name, await sealEnvelope(to, opened))
  const [old] = staged.server.log(PLENARY)
  if (old) envelopes.set('oldEntry', old.envelope)
  const before = placeOf(victim)
  for (const [name, envelope] of envelopes) {
    const messages = envelope.length > LARGE ? LARGE_AT_ONCE : SMALL_AT_ONCE
    costs[name] = await costOf(messages, () => tell(victim, messages, entryOf(envelope)))
    progress(`${name}: ${JSON.stringify(costs[name])}`)
  }
  const document = await strangeDocument(second)
  costs['strangeDocument'] = await costOf(SMALL_AT_ONCE, () =>
    tell(victim, SMALL_AT_ONCE, (number) => ({ ...document, number })),
  )
  progress(`strangeDocument: ${JSON.stringify(costs['strangeDocument'])}`)
  if (placeOf(victim) !== before) throw new Error('Noise moved the group')
  return costs
}

/** All of them at once, each under a number of its own; resolves once they were dealt with. */
async function tell(
  { line }: Victim,
  messages: number,
  made: (number: number) => Pushed,
): Promise<void> {
  for (let at = 0; at < messages; at++) line.tell(made(nextNumber++))
  await settled()
}

function entryOf(envelope: string): (number: number) => Pushed {
  return (number) => ({ type: 'logged', room: PLENARY, number, envelope })
}

/** Sealed under the key of another call. */
async function strangeDocument({ side, me }: Person): Promise<Omit<DocumentPushed, 'number'>> {
  const key = await documentKeyOf(await derivingKey(Secret.random()))
  const sealed = await sealDocument(me.pass, key)
  return { type: 'document', kind: PLAN_KIND, version: 2, side, sealed }
}

function text(bytes: Bytes): string {
  return bytes.toBase64({ alphabet: 'base64url', omitPadding: true })
}

function placeOf(victim: Victim): string {
  const group = groupOfMember(victim)
  return `${groupOf(group)} ${epochOf(group)}`
}

async function garbageInFrames(): Promise<Record<string, Cost>> {
  const engine = frameMember()
  const good = await sealOne(engine, noise(FRAME_BYTES))
  const opened = await openOne(engine, good)
  if (typeof opened === 'string') throw new Error(`A good frame was dropped: ${opened}`)
  const another = await sealOne(engine, noise(FRAME_BYTES))
  const kinds = { frameAgain: good, turnedFrame: turned(another), noFrame: noise(FRAME_BYTES) }
  const costs: Record<string, Cost> = {}
  for (const [name, frame] of Object.entries(kinds)) {
    costs[name] = await costOf(FRAMES_AT_ONCE, async () => {
      for (let at = 0; at < FRAMES_AT_ONCE; at++) {
        const taken = await openOne(engine, frame)
        if (typeof taken !== 'string') throw new Error('Noise was taken for a frame')
      }
    })
    progress(`${name}: ${JSON.stringify(costs[name])}`)
  }
  return costs
}
