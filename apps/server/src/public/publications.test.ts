import { Done, LIMITS, type CompactJws, type DocumentKind, type Hash } from '@parley/protocol'
import { readoutKind, type ReleaseDocument } from '@parley/release'
import { sha256Text } from '@parley/seal'
import { manualClock } from '@parley/testkit'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { openDatabase } from '../database/open.ts'
import { createLog } from '../log.ts'
import { startServer, type RunningServer } from '../startServer.ts'
import { eachDatabase } from '../testing/eachDatabase.ts'
import { invitedDesk, newCall, newDevice, type DeskAt } from '../testing/people.ts'
import {
  aClip,
  aJointLine,
  anAnnouncement,
  aReadout,
  aRecord,
  partyOf,
  signedBy,
} from '../testing/releases.ts'

const log = createLog({ write: () => undefined })
const HOUR = 3_600_000
const film = new TextEncoder().encode('a film')
const FILE = { type: 'video/mp4' as const, bytes: film.length, hash: await sha256Text(film) }

function publish(
  kind: string,
  versions: CompactJws[][],
  {
    files = [],
    until = null,
  }: { files?: { hash: Hash; file: Hash }[]; until?: number | null } = {},
) {
  return { type: 'publish', item: kind as DocumentKind, versions, files, until } as const
}

/** Two sides of a call, and the parties that they are. */
async function twoDesks(server: RunningServer) {
  const one = await newCall(server)
  const two = await invitedDesk(server, one)
  const parties = [partyOf(one, 'Switzerland'), partyOf(two, 'Kenya')]
  return { one, two, parties, call: one.call }
}

async function publishedBy({ client }: Pick<DeskAt, 'client'>) {
  return v.parse(Done['list-published'], await client.ask({ type: 'list-published' })).published
}

/** Puts the film, and gives the name that it has at the server. */
async function put({ url }: RunningServer, { client }: DeskAt, bytes = film): Promise<Hash> {
  const pieces = [await sha256Text(bytes)]
  const offer = { type: 'offer-file', bytes: bytes.length, pieces } as const
  const { file } = v.parse(Done['offer-file'], await client.ask(offer))
  const { bearer } = v.parse(Done['ask-file-bearer'], await client.ask({ type: 'ask-file-bearer' }))
  const headers = { authorization: `Bearer ${bearer}` }
  await fetch(`${url}/files/${pieces[0]}`, { method: 'PUT', headers, body: bytes })
  return file
}

eachDatabase((newDatabase) => {
  test('what every side has signed is published, by whoever has all signatures (R108)', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const { one, two, parties, call } = await twoDesks(server)
    const { signatures, hash } = await signedBy([one, two], anAnnouncement({ call }, parties))

    const answer = await two.client.ask(publish('announcement', [signatures]))
    const again = await one.client.ask(publish('announcement', [signatures]))

    expect(again).toEqual(answer)
    expect(await publishedBy(one)).toEqual([
      { item: 'announcement', version: 1, hash, publicFrom: answer['publicFrom'] },
    ])
  })

  test('with one signature missing, or of other sides than those of the call, nothing is published (R108)', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const { one, two, parties, call } = await twoDesks(server)
    const stranger = await newCall(server)
    const refusal = async (document: ReleaseDocument, desks: DeskAt[]) => {
      const { signatures } = await signedBy(desks, document)
      return one.client.refusal(publish(document.payload.kind, [signatures]))
    }
    const announcement = anAnnouncement({ call }, parties)
    const alone = anAnnouncement({ call }, parties.slice(0, 1))
    const third = anAnnouncement({ call }, [...parties, partyOf(stranger, 'Another')])

    expect(await refusal(announcement, [one])).toBe('not-agreed')
    expect(await refusal(announcement, [one, one])).toBe('bad-signature')
    expect(await refusal(alone, [one])).toBe('not-agreed')
    expect(await refusal(third, [one, two])).toBe('not-agreed')
    expect(await refusal(third, [one, two, stranger])).toBe('bad-signature')
    expect(await refusal(aRecord({ call }), [one])).toBe('not-agreed')
    expect(await refusal(aRecord({ call: stranger.call }), [one, two])).toBe('malformed')
    expect(await publishedBy(one)).toEqual([])
  })

  test('signatures under two wordings are none, nor is one for another item', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const { one, two, parties, call } = await twoDesks(server)
    const first = await signedBy([one], anAnnouncement({ call }, parties))
    const second = await signedBy([two], anAnnouncement({ call }, parties, { title: 'Another' }))
    const both = await signedBy([one, two], anAnnouncement({ call }, parties))

    const mixed = publish('announcement', [[...first.signatures, ...second.signatures]])

    expect(await two.client.refusal(mixed)).toBe('malformed')
    for (const kind of ['record', 'clip/1', 'refusal/1', 'plan'])
      expect(await two.client.refusal(publish(kind, [both.signatures]))).toBe('malformed')
  })

  test('an account is published by its own side, and by no other', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const { one, two, parties, call } = await twoDesks(server)
    const [swiss, kenyan] = parties
    if (!swiss || !kenyan) throw new Error('There are two')
    const own = await signedBy([one], aReadout({ call }, swiss))
    const posed = await signedBy([one], aReadout({ call }, kenyan))
    const otherSeal = await signedBy([one], aReadout({ call }, { ...swiss, seal: kenyan.seal }))
    const { client } = await newDevice(server, one)
    const [ownKind, otherKind] = [readoutKind(one.side), readoutKind(two.side)]

    expect(await two.client.refusal(publish(ownKind, [own.signatures]))).toBe('not-permitted')
    expect(await client.refusal(publish(ownKind, [own.signatures]))).toBe('not-permitted')
    expect(await two.client.refusal(publish(otherKind, [posed.signatures]))).toBe('not-agreed')
    expect(await one.client.refusal(publish(ownKind, [otherSeal.signatures]))).toBe('bad-signature')
    expect(await one.client.refusal(publish(ownKind, [own.signatures]))).toBe(undefined)
  })

  test('a correction is added to what was published, and takes nothing away (R109)', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const { one, call, parties } = await twoDesks(server)
    const party = parties[0] ?? partyOf(one, '')
    const kind = readoutKind(one.side)
    const first = await signedBy([one], aReadout({ call }, party))
    const corrected = { version: 3, previous: first.hash }
    const second = await signedBy(
      [one],
      aReadout({ call, ...corrected }, party, { correction: 'One figure.' }),
    )
    const beside = await signedBy([one], aReadout({ call, ...corrected }, party))
    const anew = await signedBy([one], aReadout({ call, version: 4 }, party))
    const older = await signedBy(
      [one],
      aReadout({ call, version: 2, previous: second.hash }, party),
    )

    await one.client.ask(publish(kind, [first.signatures]))
    await one.client.ask(publish(kind, [first.signatures, second.signatures]))
    for (const { signatures } of [beside, anew, older])
      expect(await one.client.refusal(publish(kind, [signatures]))).toBe('broken-chain')

    const published = await publishedBy(one)
    expect(published.map(({ version, hash }) => [version, hash])).toEqual([
      [1, first.hash],
      [3, second.hash],
    ])
  })

  test('an account that is handed over early is public from then on, and what follows it brings it along (R110)', async () => {
    const clock = manualClock()
    await using server = await startServer({ log, database: await newDatabase(), clock })
    const { one, call, parties } = await twoDesks(server)
    const party = parties[0] ?? partyOf(one, '')
    const kind = readoutKind(one.side)
    const [now, later] = [clock.nowMs(), clock.nowMs() + HOUR]
    const embargo = { until: later, timeZone: 'Europe/Zurich' }
    const first = await signedBy([one], aReadout({ call }, party, { embargo }))
    const second = await signedBy(
      [one],
      aReadout({ call, version: 2, previous: first.hash }, party),
    )

    const asSigned = await one.client.ask(publish(kind, [first.signatures]))
    const earlier = await one.client.ask(publish(kind, [first.signatures], { until: now }))
    const next = await one.client.ask(publish(kind, [second.signatures], { until: later - 1 }))

    expect([asSigned, earlier, next]).toEqual([
      { publicFrom: later },
      { publicFrom: later },
      { publicFrom: later - 1 },
    ])
    expect((await publishedBy(one)).map(({ publicFrom }) => publicFrom)).toEqual([
      later - 1,
      later - 1,
    ])
  })

  test('a joint line that one side handed over early is public sooner where another side publishes it (R110)', async () => {
    const clock = manualClock()
    await using server = await startServer({ log, database: await newDatabase(), clock })
    const { one, two, call } = await twoDesks(server)
    const [now, later] = [clock.nowMs(), clock.nowMs() + HOUR]
    const texts = [{ language: 'en', text: 'They meet again.' }]
    const { signatures } = await signedBy([one, two], aJointLine({ call }, texts))

    const early = await one.client.ask(publish('joint/1', [signatures], { until: later }))
    const sooner = await two.client.ask(publish('joint/1', [signatures]))
    const again = await one.client.ask(publish('joint/1', [signatures], { until: later }))

    expect([early, sooner, again].map(({ publicFrom }) => publicFrom)).toEqual([later, now, now])
    expect((await publishedBy(two)).map(({ publicFrom }) => publicFrom)).toEqual([now])
  })

  test('a clip is published with its files, byte for byte those that it names, and with no others (R108)', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const { one, two, parties, call } = await twoDesks(server)
    const { signatures } = await signedBy([one, two], aClip({ call }, parties, [FILE]))
    const { hash } = FILE
    const file = await put(server, one)
    const other = await put(server, one, new TextEncoder().encode('another film'))
    const refusal = (files: { hash: Hash; file: Hash }[]) =>
      one.client.refusal(publish('clip/1', [signatures], { files }))

    expect(await refusal([])).toBe('file-unknown')
    expect(await refusal([{ hash, file: hash }])).toBe('file-unknown')
    expect(await refusal([{ hash, file: other }])).toBe('malformed')
    expect(await refusal([{ hash: other, file: other }])).toBe('malformed')
    expect(
      await refusal([
        { hash, file },
        { hash: other, file: other },
      ]),
    ).toBe('malformed')
    expect(await refusal([{ hash, file }])).toBe(undefined)
    expect(await one.client.refusal({ type: 'remove-file', file })).toBe('not-permitted')
    expect(await one.client.refusal({ type: 'remove-file', file: other })).toBe(undefined)
  })

  test('no file is published beside a text', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const { one, two, parties, call } = await twoDesks(server)
    const { signatures } = await signedBy([one, two], anAnnouncement({ call }, parties))
    const files = [{ hash: FILE.hash, file: await put(server, one) }]

    const code = await one.client.refusal(publish('announcement', [signatures], { files }))

    expect(code).toBe('malformed')
  })

  test('what is published counts against the share of the side that does it, and goes with the call', async () => {
    const database = await newDatabase()
    await using db = await openDatabase(database)
    await using server = await startServer({ log, database })
    const { one, two, parties, call } = await twoDesks(server)
    const { signatures } = await signedBy([one, two], aClip({ call }, parties, [FILE]))
    const files = [{ hash: FILE.hash, file: await put(server, one) }]
    const most = { characters: LIMITS.documentCharactersPerSide }
    await db.updateTable('side').set(most).where('side', '=', one.side).execute()

    const full = await one.client.refusal(publish('clip/1', [signatures], { files }))
    await two.client.ask(publish('clip/1', [signatures], { files }))
    for (const table of ['link', 'key_grant', 'side'] as const)
      await db.deleteFrom(table).where('call', '=', call).execute()
    await db.deleteFrom('call').where('id', '=', call).execute()

    expect(full).toBe('full')
    expect(await db.selectFrom('publication').select('item').execute()).toEqual([])
    expect(await db.selectFrom('public_file').select('item').execute()).toEqual([])
    expect(await db.selectFrom('file').select('file').execute()).toEqual([])
  })
})
