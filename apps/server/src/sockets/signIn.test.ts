import { randomBytes } from 'node:crypto'
import { CallId, LinkToken, PLENARY, SideId } from '@parley/protocol'
import { manualClock } from '@parley/testkit'
import { expect, test } from 'vitest'
import { createLog } from '../log.ts'
import { startServer } from '../startServer.ts'
import { Client } from '../testing/client.ts'
import { eachDatabase } from '../testing/eachDatabase.ts'
import { newSigner, randomId, signInStatement } from '../testing/keys.ts'
import { newCall, newDevice, postCall } from '../testing/people.ts'

const log = createLog({ write: () => undefined })

eachDatabase((newDatabase) => {
  test('a seal is let in as the desk of its side, a device as its seat', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const { seat, client } = await newDevice(server, desk)

    const { call, side } = desk
    expect(desk.client.standing).toEqual({ as: 'desk', call, side })
    expect(client.standing).toEqual({ as: 'device', call, side, seat })
  })

  test('strangers, and calls that are not there, are refused only once they proved a key', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const { call } = await newCall(server)
    const signer = await newSigner()

    const stranger = Client.signIn(server.url, { call, signer })
    await expect(stranger).rejects.toMatchObject({ code: 'not-permitted' })

    const nowhere = Client.signIn(server.url, { call: randomId(CallId, 16), signer })
    await expect(nowhere).rejects.toMatchObject({ code: 'call-unknown' })
  })

  test('a proof is worth nothing for another challenge, another call or another server (R4)', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const { call, seal } = await newCall(server)
    const wrong = [
      { nonce: randomBytes(32).toString('base64url') },
      { call: randomId(CallId, 16) },
      { server: 'https://elsewhere.example' },
    ]

    for (const changed of wrong) {
      const client = await Client.dial(server.url)
      client.say({ type: 'hello', call, key: seal.key })
      const { nonce } = await client.hear('challenge')
      const said = { nonce, call, server: server.url, at: Date.now(), ...changed }
      client.say({ type: 'prove', proof: await seal.sign('parley-sign-in', said) })

      await expect(client.hear('welcome')).rejects.toMatchObject({ code: 'bad-signature' })
      await client.closed
    }
  })

  test('no signature made for another use signs in (R2)', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const { call, seal } = await newCall(server)

    for (const typ of ['parley-desk', 'parley-document', 'parley-media'] as const) {
      const client = await Client.dial(server.url)
      client.say({ type: 'hello', call, key: seal.key })
      const { nonce } = await client.hear('challenge')
      const said = { nonce, call, server: server.url, at: Date.now() }
      client.say({ type: 'prove', proof: await seal.sign(typ, said) })

      await expect(client.hear('welcome')).rejects.toMatchObject({ code: 'bad-signature' })
    }
  })

  test('a device whose pass ran out is not let in, and is shown out', async () => {
    const clock = manualClock(Date.now())
    await using server = await startServer({ log, clock, database: await newDatabase() })
    const desk = await newCall(server)
    const { client, device } = await newDevice(server, desk, { expires: clock.nowMs() + 1000 })

    clock.advance(999)
    expect(await client.refusal({ type: 'follow-documents', after: 0 })).toBe(undefined)
    clock.advance(1)
    await client.closed
    const again = Client.signIn(server.url, { call: desk.call, signer: device })

    expect(client.heard.at(-1)).toEqual({ type: 'refused', code: 'expired' })
    await expect(again).rejects.toMatchObject({ code: 'expired' })
  })
})

test('before it signed in, a socket is answered nothing', async () => {
  await using server = await startServer({ log })
  await using client = await Client.dial(server.url)

  const code = await client.refusal({ type: 'read-commits', room: PLENARY, count: 1 })

  expect(code).toBe('not-signed-in')
})

test('a link that nobody made is refused', async () => {
  await using server = await startServer({ log })

  const opening = Client.withLink(server.url, randomId(LinkToken, 32))

  await expect(opening).rejects.toMatchObject({ code: 'link-unknown' })
})

test('with origins configured, no name of the machine is taken for one', async () => {
  await using server = await startServer({ log, origins: ['https://talks.example'] })
  const made = { call: randomId(CallId, 16), side: randomId(SideId, 8), seal: await newSigner() }
  await postCall(server, made)
  const { call, seal } = made
  const client = await Client.dial(server.url)
  client.say({ type: 'hello', call, key: seal.key })
  const { nonce } = await client.hear('challenge')

  const proof = await signInStatement(seal, { nonce, call, server: 'https://talks.example' })
  client.say({ type: 'prove', proof })

  await expect(client.hear('welcome')).resolves.toBeDefined()
  await expect(Client.signIn(server.url, { call, signer: seal })).rejects.toMatchObject({
    code: 'bad-signature',
  })
})

test('a socket that does not sign in is shown out after ten seconds', async () => {
  const clock = manualClock(Date.now())
  await using server = await startServer({ log, clock })
  const client = await Client.dial(server.url)
  client.say({ type: 'hello', call: randomId(CallId, 16), key: (await newSigner()).key })
  await client.hear('challenge')

  clock.advance(10_000)
  await client.closed

  expect(client.heard.at(-1)).toEqual({ type: 'refused', code: 'not-signed-in' })
})
