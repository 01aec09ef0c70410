import type { CallId, CompactJwe, DocumentKind, Hash, SideId } from '@parley/protocol'
import {
  callIdOf,
  derivingKey,
  documentKeyOf,
  hashOf,
  makeDeviceKeys,
  PLAN_KIND,
  sealDocument,
  Secret,
  signDocument,
  type Document,
  type Plan,
  type Seal,
} from '@parley/seal'
import { beforeAll, expect, test } from 'vitest'
import type { Connection, Pushed } from '../connection.ts'
import { newSideId } from '../desk/newIds.ts'
import { DocumentStore, type Documents } from './documentStore.ts'
import type { Memory } from './memory.ts'
import type { Remembered } from './root.ts'

/** More than are taken before what they say is told. */
const MANY = 20

const [bern, nairobi] = [newSideId(), newSideId()]
let call: CallId
let documentKey: CryptoKey
let seals: readonly [Seal, Seal]

beforeAll(async () => {
  const secret = await derivingKey(Secret.random())
  call = await callIdOf(secret)
  documentKey = await documentKeyOf(secret)
  seals = await Promise.all([makeDeviceKeys(), makeDeviceKeys()])
})

test('what comes together is told once, and in its order', async () => {
  const told = await toldOf(memoryFor(), await plans(3))

  expect(told.map(({ plan }) => plan?.payload.version)).toEqual([undefined, 3])
})

test('however much comes, what is true by then is told under way', async () => {
  const told = await toldOf(memoryFor(), await plans(MANY))

  expect(told.length).toBeGreaterThan(2)
  expect(told.length).toBeLessThan(MANY)
  expect(told.at(-1)?.plan?.payload.version).toBe(MANY)
})

test('what nobody can open ends a row as well', async () => {
  const noise: Filed = { kind: PLAN_KIND, version: 9, side: bern, sealed: 'noise' as CompactJwe }

  const told = await toldOf(memoryFor(), [...(await plans(2)), noise])

  expect(told.at(-1)?.plan?.payload.version).toBe(2)
})

test('what one has seen is kept when it is more than before, and only then', async () => {
  const memory = memoryFor()
  const filed = await plans(2)

  await toldOf(memory, filed)
  await toldOf(memory, filed)

  expect(memory.written.map(({ seen }) => seen[PLAN_KIND]?.[0])).toEqual([2])
})

type Filed = { kind: DocumentKind; version: number; side: SideId; sealed: CompactJwe }

/** All that is told of these, from before they are there. */
async function toldOf(memory: Memory, filed: readonly Filed[]): Promise<Documents[]> {
  await using store = await DocumentStore.open({
    connection: serving(filed),
    documentKey,
    memory,
    trusted: { call, side: bern, seal: seals[0].publicKey },
  })
  const told: Documents[] = []
  using _ = store.listen((documents) => told.push(documents))
  await store.caughtUp
  return told
}

/** A server that has these, and pushes them all at once to whoever follows. */
function serving(filed: readonly Filed[]): Connection {
  const hearers = new Set<(message: Pushed) => void>()
  return {
    standing: { as: 'desk', call, side: bern },
    async request() {
      for (const [index, one] of filed.entries())
        for (const hear of hearers) hear({ type: 'document', number: index + 1, ...one })
      return { last: filed.length }
    },
    subscribe(hear) {
      hearers.add(hear)
      return { [Symbol.dispose]: () => void hearers.delete(hear) }
    },
    onLine(hear) {
      hear({ is: 'there' })
      return { [Symbol.dispose]: () => undefined }
    },
  }
}

/** Versions of a plan up to that one, each signed by both. */
async function plans(upTo: number): Promise<Filed[]> {
  const filed: Filed[] = []
  let previous: Hash | null = null
  for (let version = 1; version <= upTo; version++) {
    const plan: Document = { is: 'plan', payload: planAfter(previous, version) }
    for (const [index, side] of [bern, nairobi].entries()) {
      const jws = await signDocument((seals[index] ?? seals[0]).signingKey, plan)
      const sealed = await sealDocument(jws, documentKey)
      filed.push({ kind: PLAN_KIND, version, side, sealed })
      previous = await hashOf(jws)
    }
  }
  return filed
}

function planAfter(previous: Hash | null, version: number): Plan {
  return {
    call,
    kind: PLAN_KIND,
    version,
    previous,
    at: 1000,
    title: `Version ${version}`,
    start: 2000,
    timeZone: 'UTC',
    languages: ['en'],
    agenda: [],
    modalities: { recording: 'never', ifLineDrops: '', peopleInRoom: '' },
    sides: [
      { side: bern, name: 'Switzerland', flag: 'CH', seal: seals[0].publicKey },
      { side: nairobi, name: 'Kenya', flag: 'KE', seal: seals[1].publicKey },
    ],
  }
}

function memoryFor(): Memory & { written: Remembered[] } {
  const written: Remembered[] = []
  return {
    written,
    read: async () => written.at(-1),
    write: async (_, remembered) => void written.push(remembered),
  }
}
