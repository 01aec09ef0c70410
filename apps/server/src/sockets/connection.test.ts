import { LIMITS, PLENARY } from '@parley/protocol'
import { manualClock } from '@parley/testkit'
import { expect, test } from 'vitest'
import { createLog } from '../log.ts'
import { startServer } from '../startServer.ts'
import { Client } from '../testing/client.ts'
import { eachDatabase } from '../testing/eachDatabase.ts'
import { newCall, newDevice } from '../testing/people.ts'
import { STRANGERS_OF_A_NETWORK } from './buckets.ts'

const log = createLog({ write: () => undefined })
const join = (envelope: string) => ({ type: 'join', room: PLENARY, envelope }) as const
const founding = { type: 'found', room: PLENARY, envelope: 'founding' } as const

eachDatabase((newDatabase) => {
  test('what is no message ends the socket, and says why (R5, R6)', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const said = [
      ['no JSON', 'malformed'],
      ['{"type":"hello"}', 'malformed'],
      [Buffer.from('{}'), 'malformed'],
      [JSON.stringify('x'.repeat(LIMITS.messageCharacters)), 'too-large'],
    ] as const

    for (const [text, code] of said) {
      const client = await Client.dial(server.url)
      client.sayRaw(text)
      await client.closed
      expect(client.heard).toEqual([{ type: 'refused', code }])
    }
  })

  test('a malformed request is answered by its id, and the socket goes on', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const { client } = await newCall(server)

    client.sayRaw('{"type":"found","id":99}')
    await client.hear('refused', ({ id, code }) => id === 99 && code === 'malformed')

    expect(await client.refusal({ type: 'follow-documents', after: 0 })).toBe(undefined)
  })

  test.each([0, -1, 0.5, 2 ** 53, 1e300])(
    'a request with the id %d ends the socket',
    async (id) => {
      await using server = await startServer({ log, database: await newDatabase() })
      const { client } = await newCall(server)

      client.sayRaw(JSON.stringify({ type: 'end-turn', room: PLENARY, id }))
      await client.closed

      expect(client.heard.at(-1)).toEqual({ type: 'refused', code: 'malformed' })
    },
  )

  test.each([2 ** 53, 1e300])('%d is no place in a log (R5)', async (place) => {
    await using server = await startServer({ log, database: await newDatabase() })
    const { client } = await newDevice(server, await newCall(server))
    await client.ask(founding)
    const requests = [
      { type: 'follow-documents', after: place },
      { type: 'follow-room', room: PLENARY, after: place },
      { type: 'read-commits', room: PLENARY, count: 1, before: place },
    ] as const

    for (const request of requests) expect(await client.refusal(request)).toBe('malformed')
  })

  test('more messages than a socket may send are answered later, not lost', async () => {
    const clock = manualClock(Date.now())
    await using server = await startServer({ log, database: await newDatabase(), clock })
    const desk = await newCall(server)
    const { client } = await newDevice(server, desk)
    await client.ask(founding)
    const answered = () => client.heard.filter(({ type }) => type === 'done').length
    const before = answered()
    const more = LIMITS.messageBurst + LIMITS.messagesPerSecond

    const answers = Array.from({ length: more }, (_, i) =>
      client.ask({ type: 'append', room: PLENARY, envelope: `w${i}`, commit: false }),
    )
    await answers[LIMITS.messageBurst - 10]
    // Long enough for all of them, if they were not held back.
    for (let i = 0; i < 60; i++) await desk.client.refusal({ type: 'follow-documents', after: 0 })
    const early = answered() - before
    while (answered() - before < more) {
      clock.advance(20)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await Promise.all(answers)

    expect(early).toBeLessThanOrEqual(LIMITS.messageBurst)
  })

  test('more sockets say no more: all of a device have one limit, and those of others another', async () => {
    const clock = manualClock(Date.now())
    await using server = await startServer({ log, database: await newDatabase(), clock })
    const desk = await newCall(server)
    const { client, device } = await newDevice(server, desk)
    const other = await newDevice(server, desk)
    await client.ask(founding)
    const signIn = () => Client.signIn(server.url, { call: desk.call, signer: device })
    const sockets = [client, await signIn(), await signIn(), await signIn()]
    const answered = () =>
      sockets.flatMap(({ heard }) => heard).filter(({ type }) => type === 'done').length
    const before = answered()
    const all = sockets.length * LIMITS.messageBurst

    const answers = sockets.flatMap((each) =>
      Array.from({ length: LIMITS.messageBurst }, (_, i) =>
        each.ask({ type: 'append', room: PLENARY, envelope: `w${i}`, commit: false }),
      ),
    )
    for (let i = 0; i < 60; i++)
      await other.client.ask({ type: 'append', room: PLENARY, envelope: `o${i}`, commit: false })
    const early = answered() - before
    while (answered() - before < all) {
      clock.advance(20)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await Promise.all(answers)

    expect(early).toBeLessThanOrEqual(LIMITS.messageBurst)
  })

  test('strangers of one network have one limit, however many sockets they open: whoever is in is not held up, and who comes waits', async () => {
    const clock = manualClock(Date.now())
    await using server = await startServer({ log, database: await newDatabase(), clock })
    const desk = await newCall(server)
    const { client, device } = await newDevice(server, desk)
    await client.ask(founding)
    const sockets = await Promise.all(Array.from({ length: 8 }, () => Client.dial(server.url)))
    const refused = () =>
      sockets.flatMap(({ heard }) => heard).filter(({ type }) => type === 'refused').length

    for (const socket of sockets)
      for (let id = 1; id <= 150; id++) socket.sayRaw(JSON.stringify({ type: 'found', id }))
    const goesOn = (envelope: string) =>
      client.ask({ type: 'append', room: PLENARY, envelope, commit: false })
    const { size } = STRANGERS_OF_A_NETWORK
    await expect.poll(refused, { timeout: 20_000 }).toBeGreaterThan(size - 50)
    let isIn = false
    const comes = Client.signIn(server.url, { call: desk.call, signer: device })
    void comes.then(() => (isIn = true))
    for (let i = 0; i < 40; i++) await goesOn(`p${i}`)

    expect([refused() <= size, isIn]).toEqual([true, false])
    const inTheEnd = () => {
      clock.advance(20)
      return [refused(), isIn]
    }
    await expect.poll(inTheEnd, { interval: 5, timeout: 20_000 }).toEqual([8 * 150, true])
  })

  test('a socket that waits for half a minute until it may say more is not taken for dead', async () => {
    const clock = manualClock(Date.now())
    await using server = await startServer({ log, database: await newDatabase(), clock })
    const { client } = await newDevice(server, await newCall(server))
    const large = 'x'.repeat(64 * LIMITS.charactersPerMessage)
    const startMs = clock.nowMs()

    for (let id = 100; id < 130; id++) client.sayRaw(JSON.stringify({ type: 'found', id, large }))
    const answered = () => client.heard.filter(({ type }) => type === 'refused').length
    while (answered() < 30 && clock.nowMs() < startMs + 600_000) {
      clock.advance(20)
      await new Promise((resolve) => setImmediate(resolve))
    }

    expect(answered()).toBe(30)
    expect(clock.nowMs() - startMs).toBeGreaterThan(30_000)
  })

  test('a large message counts as many', async () => {
    const clock = manualClock(Date.now())
    await using server = await startServer({ log, database: await newDatabase(), clock })
    const { client } = await newDevice(server, await newCall(server))
    await client.ask(founding)
    const { charactersPerMessage, messageBurst, messagesPerSecond } = LIMITS
    const envelope = 'x'.repeat((charactersPerMessage * messageBurst) / 4)
    const large = { type: 'append', room: PLENARY, envelope, commit: false } as const

    const answers = Array.from({ length: 4 }, () => client.ask(large))
    await Promise.all(answers.slice(0, 3))
    await newCall(server)
    const early = client.heard.filter(({ type }) => type === 'done').length
    clock.advance((1000 * 20) / messagesPerSecond)
    const numbers = await Promise.all(answers)

    expect(early).toBe(1 + 3)
    expect(numbers).toEqual([2, 3, 4, 5].map((number) => ({ number })))
  })

  test('a turn that is waited for holds up nothing else', async () => {
    await using server = await startServer({
      log,
      database: await newDatabase(),
      clock: manualClock(Date.now()),
    })
    const desk = await newCall(server)
    const [one, two] = [await newDevice(server, desk), await newDevice(server, desk)]
    await one.client.ask(founding)
    await one.client.ask({ type: 'ask-turn', room: PLENARY })

    const waiting = two.client.ask({ type: 'ask-turn', room: PLENARY })
    const meanwhile = await two.client.refusal({ type: 'follow-room', room: PLENARY, after: 0 })
    await one.client.ask({ type: 'append', room: PLENARY, envelope: 'join', commit: true })

    expect(meanwhile).toBe(undefined)
    await expect(waiting).resolves.toEqual({ isAnybodyThere: true })
  })

  test('a joining commit goes in without a turn, unless another has one or nobody is there', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const [one, two, three] = [
      await newDevice(server, desk),
      await newDevice(server, desk),
      await newDevice(server, desk),
    ]
    const beforeAll = await two.client.refusal(join('early'))
    await one.client.ask(founding)

    const taken = await two.client.ask(join('two'))
    await one.client.ask({ type: 'ask-turn', room: PLENARY })
    const meanwhile = await three.client.refusal(join('three'))
    await one.client.ask({ type: 'end-turn', room: PLENARY })
    const after = await three.client.ask(join('three'))

    expect({ beforeAll, meanwhile }).toEqual({ beforeAll: 'no-group', meanwhile: 'not-permitted' })
    expect([taken, after]).toEqual([{ number: 2 }, { number: 3 }])
    await one.client.ask({ type: 'follow-room', room: PLENARY, after: 0 })
    await one.client.hear('logged', ({ number }) => number === 3)
    expect(await one.client.ask({ type: 'ask-turn', room: PLENARY })).toEqual({
      isAnybodyThere: true,
    })
  })

  test('a device that asks for turns too often is told so', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const { client } = await newDevice(server, await newCall(server))
    for (let i = 0; i < LIMITS.joinsPerMinute; i++) {
      await client.ask({ type: 'ask-turn', room: PLENARY })
      await client.ask({ type: 'end-turn', room: PLENARY })
    }

    expect(await client.refusal({ type: 'ask-turn', room: PLENARY })).toBe('too-many')
  })

  test('sockets are told that the server shuts down', async () => {
    const server = await startServer({ log, database: await newDatabase() })
    const { client } = await newCall(server)

    await server[Symbol.asyncDispose]()
    await client.closed

    expect(client.heard.at(-1)).toEqual({ type: 'refused', code: 'shutting-down' })
  })
})
