import type { FrameEngine } from '@parley/sframe/engine'
import {
  applyLogged,
  makeMessage,
  openEnvelope,
  readWord,
  sealEnvelope,
  writeWord,
} from '@parley/group'
import type { Bytes, LeafIndex, TrackNumber } from '@parley/protocol'
import { derivingKey, envelopeKeyOf, Secret } from '@parley/seal'
import { fillRoom } from '@parley/testkit/filledRoom'
import { frameMember, openOne, sealOne } from './frames/member.ts'
import { progress } from './progress.ts'
import { round, spreadOf, type Results, type Spread } from './report/spread.ts'

const ROUNDS = 9
const WORDS_AT_ONCE = 50
const FRAMES_AT_ONCE = 500
const HASH_BYTES = 8
const LEAF = 0 as LeafIndex

/** Hashes in the word of a second, by track: of a voice, of a picture in three layers at thirty a second, of every third of those. */
const SECONDS = {
  sound: [50],
  picture: [90],
  pictureSampled: [30],
  soundAndPicture: [50, 90],
} as const

/** A packet of sound, and frames of the lowest and the highest layer; a key frame of that. */
const FRAME_BYTES = [160, 1200, 6000, 40_000] as const

/** What signing for each frame costs: the words of a second, and the hashes of frames, in turn with frames that nobody signs for. */
export async function attested(): Promise<Results> {
  return { words: await costOfWords(), frames: await costOfFrames() }
}

async function costOfWords(): Promise<Results> {
  const { a, b, call } = await fillRoom(2)
  const key = await envelopeKeyOf(await derivingKey(Secret.random()), call.terms.room)
  const to = { key, call: call.terms.call, room: call.terms.room }
  const said: Record<string, number[]> = {}
  const heard: Record<string, number[]> = {}
  const sizes: Record<string, { mlsBytes: number; envelopeCharacters: number }> = {}
  for (let at = 0; at <= ROUNDS; at++)
    for (const [name, counts] of Object.entries(SECONDS)) {
      const envelopes: string[] = []
      let mlsBytes = 0
      const sayMicroseconds = await processorOf(async () => {
        for (let word = 0; word < WORDS_AT_ONCE; word++) {
          const made = await makeMessage(a.room, writeWord(wordOf(counts)))
          if (!made) throw new Error('There are two')
          a.room = made.room
          mlsBytes = made.opened.message.length
          envelopes.push(await sealEnvelope(to, made.opened))
        }
      })
      const hearMicroseconds = await processorOf(async () => {
        for (const envelope of envelopes) {
          const opened = await openEnvelope(to, envelope)
          const applied = opened && (await applyLogged(b.room, opened))
          if (applied?.heard.type !== 'message' || !readWord(applied.heard.bytes))
            throw new Error('It is a word')
          b.room = applied.room
        }
      })
      sizes[name] = { mlsBytes, envelopeCharacters: envelopes[0]?.length ?? 0 }
      if (at === 0) continue
      ;(said[name] ??= []).push(sayMicroseconds / WORDS_AT_ONCE)
      ;(heard[name] ??= []).push(hearMicroseconds / WORDS_AT_ONCE)
    }
  const results: Record<string, Results> = {}
  for (const [name, size] of Object.entries(sizes)) {
    results[name] = {
      ...size,
      sayMicroseconds: spreadOf(said[name] ?? []),
      hearMicroseconds: spreadOf(heard[name] ?? []),
    }
    progress(`${name}: ${JSON.stringify(results[name])}`)
  }
  return results
}

function wordOf(counts: readonly number[]) {
  const sealed = counts.map((count, track) => {
    const hashes = crypto.getRandomValues(new Uint8Array(count * HASH_BYTES))
    return { track: (track + 1) as TrackNumber, from: 90_000, hashes }
  })
  return { word: 'attested' as const, sealed }
}

/** Of either kind in turn: what a frame costs more where it is signed for. */
async function costOfFrames(): Promise<Results> {
  const results: Record<string, Results> = {}
  for (const bytes of FRAME_BYTES) {
    const costs = { seal: [0], sealAttested: [0], open: [0], openAttested: [0], compare: [0] }
    for (const all of Object.values(costs)) all.length = 0
    for (let at = 0; at <= ROUNDS; at++) {
      const turn = [false, true]
      for (const isAttested of at % 2 === 0 ? turn : turn.toReversed()) {
        const cost = await oneRound(bytes, { isAttested })
        if (at === 0) continue
        costs[isAttested ? 'sealAttested' : 'seal'].push(cost.seal)
        costs[isAttested ? 'openAttested' : 'open'].push(cost.open)
        if (isAttested) costs.compare.push(cost.compare)
      }
    }
    results[bytes] = {
      sealMicroseconds: spreadOf(costs.seal),
      sealMoreMicroseconds: more(costs.sealAttested, costs.seal),
      openMicroseconds: spreadOf(costs.open),
      openMoreMicroseconds: more(costs.openAttested, costs.open),
      compareMicroseconds: spreadOf(costs.compare),
    }
    progress(`frames of ${bytes} bytes: ${JSON.stringify(results[bytes])}`)
  }
  return results
}

/** In pairs, as they were measured. */
function more(of: readonly number[], than: readonly number[]): Spread {
  return spreadOf(of.map((one, at) => one - (than[at] ?? 0)))
}

async function oneRound(
  bytes: number,
  how: { isAttested: boolean },
): Promise<{ seal: number; open: number; compare: number }> {
  const engine = frameMember(how)
  const frame = new Uint8Array(bytes).fill(7)
  const made: Bytes[] = []
  const seal = await processorOf(async () => {
    for (let at = 0; at < FRAMES_AT_ONCE; at++) made.push(await sealOne(engine, frame))
    await hashed()
  })
  const open = await processorOf(async () => {
    for (const data of made) {
      const opened = await openOne(engine, data)
      if (typeof opened === 'string') throw new Error(`A frame was dropped: ${opened}`)
    }
    await hashed()
  })
  const compare = await processorOf(async () => compareAll(engine))
  return {
    seal: round(seal / FRAMES_AT_ONCE),
    open: round(open / FRAMES_AT_ONCE),
    compare: round(compare / FRAMES_AT_ONCE),
  }
}

/** What was played, with words of another's hashes. */
function compareAll(engine: FrameEngine): void {
  const hashes = crypto.getRandomValues(new Uint8Array(FRAMES_AT_ONCE * HASH_BYTES))
  const sealed = [{ track: 1 as TrackNumber, from: 0, hashes }]
  engine.handle({ do: 'compare', leaf: LEAF, sealed })
}

/** All that was begun before has ended: hashes are made on another thread, in order. */
async function hashed(): Promise<void> {
  await crypto.subtle.digest('SHA-256', new Uint8Array(1))
}

/** The processor time that something takes, of the whole process, in microseconds. */
async function processorOf(run: () => Promise<void>): Promise<number> {
  const from = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(from)
  return user + system
}
