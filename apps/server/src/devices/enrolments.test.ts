import {
  AgreementKey,
  Done,
  Hash,
  LIMITS,
  LinkToken,
  Nonce,
  PLENARY,
  SeatId,
} from '@parley/protocol'
import { tokenHashOf } from '@parley/seal'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { openDatabase } from '../database/open.ts'
import { createLog } from '../log.ts'
import { startServer } from '../startServer.ts'
import { Client } from '../testing/client.ts'
import { eachDatabase } from '../testing/eachDatabase.ts'
import { newSigner, randomId } from '../testing/keys.ts'
import {
  approval,
  firstPass,
  invitedDesk,
  newCall,
  newDevice,
  revealedEnrolment,
  seatLink,
  sealed,
} from '../testing/people.ts'

const log = createLog({ write: () => undefined })
const ask = (commitment = randomId(Hash, 32)) => ({ type: 'ask-enrolment', commitment }) as const

eachDatabase((newDatabase) => {
  test('each step reaches the other side once, and the grant its device', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const { token, seat } = await seatLink(desk)
    const { client, device, enrolment } = await revealedEnrolment(server, desk, token)

    const shown = await desk.client.hear('enrolment', ({ revealed }) => revealed !== undefined)
    const statement = await approval(desk, { seat, device })
    const grant = sealed('the grant')
    await desk.client.ask({ type: 'grant-enrolment', enrolment, statement, grant, pass: firstPass })

    expect(shown).toMatchObject({ enrolment, seat, revealed: { device: device.key } })
    await client.hear('granted')
    const signedIn = await Client.signIn(server.url, { call: desk.call, signer: device })
    expect(await signedIn.ask({ type: 'read-grant' })).toEqual({ grant })
  })

  test('no step is taken twice, and none after the end', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const { token, seat } = await seatLink(desk)
    const { client, device, enrolment } = await revealedEnrolment(server, desk, token)
    const answer = await desk.seal.sign('parley-desk', {})
    const reveal = {
      type: 'reveal-enrolment',
      enrolment,
      device: device.key,
      agreement: randomId(AgreementKey, 32),
      r: randomId(Nonce, 32),
      signature: answer,
    } as const

    const answeredAgain = await desk.client.refusal({
      type: 'answer-enrolment',
      enrolment,
      answer,
    })
    const revealedAgain = await client.refusal(reveal)
    await desk.client.ask({ type: 'refuse-enrolment', enrolment })
    const statement = await approval(desk, { seat, device })
    const grantedAfter = await desk.client.refusal({
      type: 'grant-enrolment',
      enrolment,
      statement,
      grant: sealed(),
      pass: firstPass,
    })

    expect([answeredAgain, revealedAgain, grantedAfter]).toEqual([
      'enrolment-ended',
      'enrolment-ended',
      'enrolment-ended',
    ])
    await client.hear('enrolment', ({ ended }) => ended === 'refused')
  })

  test('a link is spent by its grant and by nothing before', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const { token, seat } = await seatLink(desk)
    const scanner = await Client.withLink(server.url, token)
    const other = v.parse(Done['ask-enrolment'], await scanner.ask(ask()))
    const { device, enrolment } = await revealedEnrolment(server, desk, token)
    const statement = await approval(desk, { seat, device })
    await desk.client.ask({
      type: 'grant-enrolment',
      enrolment,
      statement,
      grant: sealed(),
      pass: firstPass,
    })

    const { ended } = await scanner.hear('enrolment', (state) => state.ended !== undefined)
    const asked = await scanner.refusal(ask())
    const opened = Client.withLink(server.url, token)

    expect([ended, asked]).toEqual(['refused', 'token-spent'])
    expect(scanner.heard).toContainEqual(expect.objectContaining({ enrolment: other.enrolment }))
    await expect(opened).rejects.toMatchObject({ code: 'token-spent' })
  })

  test('of two grants over one link at once, one is stored (R14)', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const { token, seat } = await seatLink(desk)
    const both = [
      await revealedEnrolment(server, desk, token),
      await revealedEnrolment(server, desk, token),
    ]

    const codes = await Promise.all(
      both.map(async ({ device, enrolment }) => {
        const statement = await approval(desk, { seat, device })
        return desk.client.refusal({
          type: 'grant-enrolment',
          enrolment,
          statement,
          grant: sealed(),
          pass: firstPass,
        })
      }),
    )

    expect(codes.filter((code) => code === undefined)).toHaveLength(1)
  })

  test('a grant with a pass whose version is taken approves nobody and spends nothing, and with the next version it does (R10)', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const { seat } = await newDevice(server, desk)
    const { token } = await seatLink(desk, seat)
    const { client, device, enrolment } = await revealedEnrolment(server, desk, token)
    const statement = await approval(desk, { seat, device })
    const granting = { type: 'grant-enrolment', enrolment, statement, grant: sealed() } as const

    const taken = { version: 1, sealed: sealed('by another console') }
    const code = await desk.client.refusal({ ...granting, pass: taken })
    const signingIn = Client.signIn(server.url, { call: desk.call, signer: device })
    await expect(signingIn).rejects.toMatchObject({ code: 'not-permitted' })
    await desk.client.ask({ ...granting, pass: { ...taken, version: 2 } })

    expect(code).toBe('document-exists')
    await client.hear('granted')
  })

  test('at most three ask for a seat at once; asking again with the same commitment is no new one', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const { token } = await seatLink(desk)
    const clients = await Promise.all([1, 2, 3, 4].map(() => Client.withLink(server.url, token)))
    const commitment = randomId(Hash, 32)

    const first = await clients[0]?.ask(ask(commitment))
    const codes = await Promise.all(clients.slice(1).map((client) => client.refusal(ask())))
    const back = await Client.withLink(server.url, token)
    const again = await back.ask(ask(commitment))

    expect(codes.filter((code) => code === 'too-many')).toHaveLength(
      4 - LIMITS.openEnrolmentsPerSeat,
    )
    expect(again).toEqual(first)
  })

  test('a new link to a seat ends the old one and what was asked over it', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const { token, seat } = await seatLink(desk)
    const old = await Client.withLink(server.url, token)
    await old.ask(ask())

    await seatLink(desk, seat)
    await old.closed

    expect(old.heard.at(-1)).toEqual({ type: 'refused', code: 'link-unknown' })
    await expect(Client.withLink(server.url, token)).rejects.toMatchObject({ code: 'link-unknown' })
  })

  test('a desk that comes back is told what waits for it', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const { token } = await seatLink(desk)
    const { enrolment, commitment } = await revealedEnrolment(server, desk, token)

    const back = await Client.signIn(server.url, { call: desk.call, signer: desk.seal })

    const waiting = await back.hear('enrolment')
    expect(waiting).toMatchObject({ enrolment, commitment, revealed: {} })
  })

  test('an approval by another seal, or of another device, approves nobody', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const { token, seat } = await seatLink(desk)
    const { device, enrolment } = await revealedEnrolment(server, desk, token)
    const stranger = { ...desk, seal: await newSigner() }

    const wrong = [
      await approval(stranger, { seat, device }),
      await approval(desk, { seat, device: await newSigner() }),
      await approval(desk, { seat: randomId(SeatId, 8), device }),
    ]
    const codes = await Promise.all(
      wrong.map((statement) =>
        desk.client.refusal({
          type: 'grant-enrolment',
          enrolment,
          statement,
          grant: sealed(),
          pass: firstPass,
        }),
      ),
    )

    expect(codes).toEqual(['bad-signature', 'bad-signature', 'bad-signature'])
    const signingIn = Client.signIn(server.url, { call: desk.call, signer: device })
    await expect(signingIn).rejects.toMatchObject({ code: 'not-permitted' })
  })

  test('no desk acts for the enrolments of another side', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const other = await invitedDesk(server, desk)
    const { token } = await seatLink(desk)
    const { enrolment } = await revealedEnrolment(server, desk, token)

    const refusing = await other.client.refusal({ type: 'refuse-enrolment', enrolment })

    expect(refusing).toBe('enrolment-unknown')
  })

  test('a side that takes the seat ids of another, or all it may have, stands in nobody’s way', async () => {
    const database = await newDatabase()
    await using db = await openDatabase(database)
    await using server = await startServer({ log, database })
    const desk = await newCall(server)
    const other = await invitedDesk(server, desk)
    const { call, side } = other
    const ids = Array.from({ length: LIMITS.seatsPerCall }, () => randomId(SeatId, 8))
    const all = ids.map((seat) => ({ call, side, seat }))
    await db.insertInto('seat').values(all).execute()
    const [seat] = ids
    const opening = { type: 'open-seat-link', tokenHash: randomId(Hash, 32) } as const

    const code = await other.client.refusal({ ...opening, seat: randomId(SeatId, 8) })
    const own = await newDevice(server, desk, seat ? { seat } : {})
    const theirs = await newDevice(server, other, seat ? { seat } : {})

    expect(code).toBe('full')
    expect(own.seat).toBe(theirs.seat)
    for (const { client } of [own, theirs])
      expect(await client.refusal({ type: 'read-grant' })).toBe(undefined)
  })

  test('a withdrawn device is shown out at once, and its key never comes back (R7)', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const { client, device, seat } = await newDevice(server, desk)
    const { call, side, seal } = desk
    const says = { say: 'withdraw', call, side, device: device.key, at: Date.now() }

    await desk.client.ask({ type: 'withdraw', statement: await seal.sign('parley-desk', says) })
    await client.closed
    const again = Client.signIn(server.url, { call, signer: device })

    expect(client.heard.at(-1)).toEqual({ type: 'refused', code: 'withdrawn' })
    await expect(again).rejects.toMatchObject({ code: 'withdrawn' })
    expect(seat).toBeDefined()
  })

  test('a seat’s new device ends the old one at once, and for good (R7)', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const old = await newDevice(server, desk)
    const elsewhere = await newDevice(server, desk)

    const { client } = await newDevice(server, desk, { seat: old.seat })
    await old.client.closed
    const again = Client.signIn(server.url, { call: desk.call, signer: old.device })

    expect(old.client.heard.at(-1)).toEqual({ type: 'refused', code: 'replaced' })
    await expect(again).rejects.toMatchObject({ code: 'replaced' })
    for (const stays of [client, elsewhere.client])
      expect(await stays.refusal({ type: 'read-grant' })).toBe(undefined)
  })

  test('no desk withdraws a device of another side', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const other = await invitedDesk(server, desk)
    const { device } = await newDevice(server, desk)
    const { call, side, seal } = other
    const says = { say: 'withdraw', call, side, device: device.key, at: Date.now() }

    const statement = await seal.sign('parley-desk', says)
    const code = await other.client.refusal({ type: 'withdraw', statement })

    expect(code).toBe('not-permitted')
  })

  test('who holds a link does nothing but enrol (R7)', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const { token } = await seatLink(desk)
    const client = await Client.withLink(server.url, token)

    const codes = await Promise.all([
      client.refusal({ type: 'follow-documents', after: 0 }),
      client.refusal({ type: 'read-commits', room: PLENARY, count: 1 }),
      client.refusal({ type: 'read-grant' }),
      client.refusal({ type: 'read-invitation' }),
    ])

    expect(new Set(codes)).toEqual(new Set(['not-permitted']))
  })

  test('the server keeps no token of a link', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const { token } = await seatLink(desk)

    const hash = await tokenHashOf(token)
    const code = Client.withLink(server.url, v.parse(LinkToken, hash))

    await expect(code).rejects.toMatchObject({ code: 'link-unknown' })
  })
})
