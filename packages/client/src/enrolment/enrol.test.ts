import { CallId, Refusal, type CompactJws, type Hash } from '@parley/protocol'
import {
  enrolmentCode,
  makeNonce,
  makeSeal,
  sealHashOf,
  Secret,
  signAnswer,
  type Revealed,
  type Seal,
} from '@parley/seal'
import { manualClock, memoryKeyStore } from '@parley/testkit'
import * as v from 'valibot'
import { expect, test, vi } from 'vitest'
import type { Line, Pushed, Request } from '../connection.ts'
import { newSeatId, newSideId } from '../desk/newIds.ts'
import type { Server } from '../server.ts'
import { enrol, type EnrolmentStep } from './enrol.ts'

const call = v.parse(CallId, 'A'.repeat(22))
const seat = newSeatId()
const enrolment = newSeatId() as string as Extract<Pushed, { type: 'enrolment' }>['enrolment']

/** A server that says what it likes to a device that asks. */
function evilServer() {
  const asked: Request[] = []
  const hearers = new Set<(message: Pushed) => void>()
  const lines = new Set<(line: Line) => void>()
  const server: Server = {
    origin: 'https://evil.example',
    createCall: async () => undefined,
    isDemonstration: async () => false,
    connect: async () => ({
      standing: { as: 'seat-link', call, side: newSideId(), seat },
      async request(message) {
        asked.push(message)
        return {}
      },
      subscribe(hear) {
        hearers.add(hear)
        return { [Symbol.dispose]: () => void hearers.delete(hear) }
      },
      onLine(hear) {
        lines.add(hear)
        hear({ is: 'there' })
        return { [Symbol.dispose]: () => undefined }
      },
      async [Symbol.asyncDispose]() {
        hearers.clear()
      },
    }),
  }
  const push = (message: Pushed) => {
    for (const hear of hearers) hear(message)
  }
  const setLine = (line: Line) => {
    for (const hear of lines) hear(line)
  }
  return { server, asked, push, setLine }
}

async function anAsking() {
  const [seal, evil] = [await makeSeal(), evilServer()]
  const steps: EnrolmentStep[] = []
  const sealHash = await sealHashOf(seal.publicKey)
  const done = enrol({
    server: evil.server,
    link: { secret: Secret.random(), seat, sealHash, isForAide: false },
    store: memoryKeyStore(),
    clock: manualClock(),
    show: (step) => void steps.push(step),
  })
  const failed = done.then(
    () => undefined,
    (error: unknown) => error,
  )
  const commitment = await vi.waitFor(() => {
    const ask = evil.asked.find((request) => request.type === 'ask-enrolment')
    if (!ask) throw new Error('It has not asked yet')
    return ask.commitment
  })
  const tell = (answer: CompactJws) =>
    evil.push({ type: 'enrolment', enrolment, seat, commitment, answer })
  return { ...evil, seal, steps, failed, commitment, tell }
}

function answerBy(seal: Seal, commitment: Hash): Promise<CompactJws> {
  const said = { call, seat, seal: seal.publicKey, commitment, nonce: makeNonce() }
  return signAnswer(seal.signingKey, said)
}

test('a device shows the code that its desk can compute, and reveals only after the answer', async () => {
  const { seal, asked, steps, commitment, tell } = await anAsking()
  expect(asked.map(({ type }) => type)).toEqual(['ask-enrolment'])
  const answer = await answerBy(seal, commitment)

  tell(answer)

  await vi.waitFor(() => expect(steps.at(-1)?.is).toBe('code'))
  const reveal = asked.find((request) => request.type === 'reveal-enrolment')
  const code = await enrolmentCode(answer, reveal as Revealed)
  expect(steps).toEqual([
    { is: 'reaching' },
    { is: 'asking' },
    { is: 'asking' },
    { is: 'code', code },
  ])
})

test('a device refuses the answer of another seal, and reveals nothing to it (R15)', async () => {
  const { asked, failed, commitment, tell } = await anAsking()

  tell(await answerBy(await makeSeal(), commitment))

  expect(await failed).toEqual(new Refusal('bad-signature'))
  expect(asked.some(({ type }) => type === 'reveal-enrolment')).toBe(false)
})

test('a device refuses a second nonce, even of its own desk (R15)', async () => {
  const { seal, steps, failed, commitment, tell } = await anAsking()
  tell(await answerBy(seal, commitment))
  await vi.waitFor(() => expect(steps.at(-1)?.is).toBe('code'))

  tell(await answerBy(seal, commitment))

  expect(await failed).toEqual(new Refusal('bad-signature'))
})

test('what the server tells of another device is not about this one', async () => {
  const { seal, steps, asked, push } = await anAsking()
  const other = await sealHashOf(seal.publicKey)

  push({ type: 'enrolment', enrolment, seat, commitment: other, ended: 'refused' })
  push({ type: 'granted' })

  expect(steps.map(({ is }) => is)).toEqual(['reaching', 'asking', 'asking'])
  expect(asked).toHaveLength(1)
})

test('a server that answers nothing is said to be out of reach after five seconds, and one that has no way to it at once', async () => {
  const steps: EnrolmentStep[] = []
  const clock = manualClock()
  const { promise: tried, resolve: reached } = Promise.withResolvers<() => void>()
  const ending = new AbortController()
  const server: Server = {
    ...evilServer().server,
    connect: async (_, signal, onUnreached = () => undefined) => {
      reached(onUnreached)
      const { promise, reject } = Promise.withResolvers<never>()
      signal?.addEventListener('abort', reject)
      return promise
    },
  }
  const link = {
    secret: Secret.random(),
    seat,
    sealHash: await sealHashOf((await makeSeal()).publicKey),
    isForAide: false,
  }
  const show = (step: EnrolmentStep) => void steps.push(step)
  const done = enrol({ server, link, store: memoryKeyStore(), clock, show }, ending.signal)
  const fail = await tried

  clock.advance(4999)
  expect(steps).toEqual([{ is: 'reaching' }])
  clock.advance(1)
  expect(steps.at(-1)).toEqual({ is: 'unreached' })
  fail()
  expect(steps).toEqual([{ is: 'reaching' }, { is: 'unreached' }, { is: 'unreached' }])

  ending.abort()
  await expect(done).rejects.toBeDefined()
})

test('while the line is lost it is said so, and the code is shown again once it is back', async () => {
  const { seal, steps, commitment, tell, setLine } = await anAsking()
  tell(await answerBy(seal, commitment))
  await vi.waitFor(() => expect(steps.at(-1)?.is).toBe('code'))
  const shown = steps.at(-1)

  setLine({ is: 'lost' })

  expect(steps.at(-1)).toEqual({ is: 'away' })
  setLine({ is: 'there' })
  expect(steps.at(-1)).toEqual(shown)
})
