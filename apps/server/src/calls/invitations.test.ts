import { CallId, LinkToken, SideId } from '@parley/protocol'
import { tokenHashOf } from '@parley/seal'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDatabase } from '../database/open.ts'
import { createLog } from '../log.ts'
import { startServer } from '../startServer.ts'
import { Client } from '../testing/client.ts'
import { eachDatabase } from '../testing/eachDatabase.ts'
import { newSigner, randomId } from '../testing/keys.ts'
import { invitedDesk, newCall, postCall, sealed, sideKeys, type DeskAt } from '../testing/people.ts'

const log = createLog({ write: () => undefined })

async function invite(desk: DeskAt, side = randomId(SideId, 8)) {
  const token = randomId(LinkToken, 32)
  const invitation = sealed('the plan as proposed')
  const opening = { type: 'open-invitation', tokenHash: await tokenHashOf(token), side } as const
  await desk.client.ask({ ...opening, invitation })
  return { token, side, invitation }
}

eachDatabase((newDatabase) => {
  test('whoever has the create token creates a call, once', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const made = { call: randomId(CallId, 16), side: randomId(SideId, 8), seal: await newSigner() }

    const first = await postCall(server, made)
    const second = await postCall(server, made)
    const wrong = await postCall(server, { ...made, token: 'another' })

    expect([first.status, second.status, wrong.status]).toEqual([201, 409, 403])
    expect(await second.json()).toEqual({ refused: 'call-exists' })
  })

  test('what fails in the server is told apart from a refusal, and the server goes on (R5)', async () => {
    const database = await newDatabase()
    await using db = await openDatabase(database)
    await using server = await startServer({ log, database })
    const { client } = await newCall(server)
    const made = { call: randomId(CallId, 16), side: randomId(SideId, 8), seal: await newSigner() }
    const asking = { type: 'follow-documents', after: 0 } as const

    await sql`alter table call rename to call_away`.execute(db)
    const failed = await client.refusal(asking)
    const notMade = await postCall(server, made)
    await sql`alter table call_away rename to call`.execute(db)
    const again = await client.refusal(asking)

    expect([failed, again]).toEqual(['internal', undefined])
    expect(notMade.status).toBe(500)
    expect(await notMade.json()).toEqual({ refused: 'internal' })
  })

  test('nobody creates a call in the name of another seal', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const [seal, other] = [await newSigner(), await newSigner()]
    const made = { call: randomId(CallId, 16), side: randomId(SideId, 8) }

    const response = await postCall(server, { ...made, seal: { ...seal, key: other.key } })

    expect(response.status).toBe(403)
    expect(await response.json()).toEqual({ refused: 'bad-signature' })
  })

  test('an invited desk reads the plan, files its keys, and is let in once granted', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const { token, side, invitation } = await invite(desk)
    const invited = await Client.withLink(server.url, token)
    const seal = await newSigner()
    const document = await sideKeys(seal, { call: desk.call, side })

    const read = await invited.ask({ type: 'read-invitation' })
    await invited.ask({ type: 'file-side', document })
    const filed = await desk.client.hear('side-filed')
    const grant = sealed('K')
    await desk.client.ask({ type: 'grant-side', side, seal: seal.key, grant })
    await invited.hear('granted')
    const signedIn = await Client.signIn(server.url, { call: desk.call, signer: seal })

    expect(read).toEqual({ invitation, side })
    expect(filed).toMatchObject({ side, document })
    expect(signedIn.standing).toEqual({ as: 'desk', call: desk.call, side })
    expect(await signedIn.ask({ type: 'read-grant' })).toEqual({ grant })
    await expect(Client.withLink(server.url, token)).rejects.toMatchObject({ code: 'token-spent' })
  })

  test('a seal that was not filed, or not last, is not let in', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const { token, side } = await invite(desk)
    const invited = await Client.withLink(server.url, token)
    const [one, two] = [await newSigner(), await newSigner()]
    for (const seal of [one, two]) {
      const document = await sideKeys(seal, { call: desk.call, side })
      await invited.ask({ type: 'file-side', document })
    }

    const grant = { type: 'grant-side', side, grant: sealed() } as const
    const first = await desk.client.refusal({ ...grant, seal: one.key })
    const last = await desk.client.refusal({ ...grant, seal: two.key })

    expect([first, last]).toEqual(['not-permitted', undefined])
  })

  test('keys of another side, or signed by another seal, are not filed', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const { token, side } = await invite(desk)
    const invited = await Client.withLink(server.url, token)
    const [seal, other] = [await newSigner(), await newSigner()]
    const { call } = desk

    const documents = [
      await sideKeys(seal, { call, side: desk.side }),
      await sideKeys(other, { call, side, seal: seal.key }),
      await sideKeys(seal, { call, side }, 'parley-desk'),
    ]
    const codes = await Promise.all(
      documents.map((document) => invited.refusal({ type: 'file-side', document })),
    )

    expect(codes).toEqual(['bad-signature', 'bad-signature', 'bad-signature'])
  })

  test('a desk replaces its own invitation of a side, and no other desk’s', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const other = await invitedDesk(server, desk)
    const { token, side } = await invite(desk)
    const old = await Client.withLink(server.url, token)

    const opening = {
      type: 'open-invitation',
      side,
      tokenHash: await tokenHashOf(randomId(LinkToken, 32)),
      invitation: sealed(),
    } as const
    const code = await other.client.refusal(opening)
    const stillOpen = await old.refusal({ type: 'read-invitation' })
    await invite(desk, side)
    await old.closed

    expect([code, stillOpen]).toEqual(['already-invited', undefined])
    expect(old.heard.at(-1)).toEqual({ type: 'refused', code: 'link-unknown' })
  })

  test('only the desk that invited grants, and no side is invited that is in', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const desk = await newCall(server)
    const other = await invitedDesk(server, desk)
    const { side } = await invite(desk)

    const granting = await other.client.refusal({
      type: 'grant-side',
      side,
      seal: other.seal.key,
      grant: sealed(),
    })
    const inviting = await desk.client.refusal({
      type: 'open-invitation',
      side: other.side,
      tokenHash: await tokenHashOf(randomId(LinkToken, 32)),
      invitation: sealed(),
    })

    expect([granting, inviting]).toEqual(['link-unknown', 'not-permitted'])
  })
})
