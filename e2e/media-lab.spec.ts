import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, test, type Browser, type JSHandle, type Page } from '@playwright/test'
import type { MediaLeaf, RosterEntry, TrackKind } from '@parley/call'
import type { LeafIndex, TrackNumber } from '@parley/protocol'
import type { Lab } from './media-lab/lab.ts'
import { serveLab } from './media-lab/labServer.ts'
import type { Lock } from './media-lab/locks.ts'
import type { Member } from './media-lab/member.ts'
import { leadOver } from './line/leadOver.ts'
import { udpLine, type UdpLine } from './line/udpLine.ts'
import { startMediaServer, type MediaServer } from './media-lab/mediaServer.ts'
import type { Stranger } from './media-lab/stranger.ts'

declare const lab: Lab

const people: readonly MediaLeaf[] = [0, 1].map((index) => ({
  leaf: index as LeafIndex,
  identity: `identity-of-leaf-${index}`,
}))
const stranger: MediaLeaf = { leaf: 2 as LeafIndex, identity: 'stranger' }

/** Two cores carry all browsers of a test. */
const soon = expect.configure({ timeout: 30_000 })

let browser: Browser
let server: MediaServer
let site: AsyncDisposable & { url: string }
const opened: Page[] = []
const lines: AsyncDisposable[] = []

test.beforeEach(() => test.setTimeout(120_000))

test.beforeAll(async () => {
  test.setTimeout(120_000)
  server = await startMediaServer()
  site = await serveLab(await mkdtemp(join(tmpdir(), 'media-lab-')))
  const executablePath = process.env['PARLEY_CHROMIUM']
  browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--headless=new',
      '--autoplay-policy=no-user-gesture-required',
      '--use-fake-ui-for-media-stream',
      '--disable-features=WebRtcHideLocalIpsWithMdns',
      '--disable-quic',
      '--disable-background-networking',
    ],
    ignoreDefaultArgs: ['--mute-audio'],
  })
})

test.afterEach(async () => {
  for (const page of opened.splice(0)) await page.context().close()
  for (const line of lines.splice(0)) await line[Symbol.asyncDispose]()
})

test.afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
})

test('two members see and hear each other, and a stranger with a token perceives nobody (R35)', async () => {
  const [ada, ben] = await joinBoth()
  const outsider = await joinAsStranger()

  await talk(ada, ben)

  await soon.poll(() => ada.evaluate((member) => member.sees(1 as LeafIndex))).toBe(1)
  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
  await soon.poll(() => ada.evaluate((member) => member.hears(1 as LeafIndex))).toBe(1)
  await soon.poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex))).toBe(0)
  await soon.poll(() => ben.evaluate((member) => member.widthOf(0 as LeafIndex))).toBe(1280)
  await soon
    .poll(() => outsider.evaluate((each) => each.received()).then(({ bytes }) => bytes))
    .toBeGreaterThan(100_000)
  const [seen, heard] = await outsider.evaluate((each) => [[...each.everSeen], [...each.everHeard]])
  expect({ seen, heard }).toEqual({ seen: [], heard: [] })
})

test('a microphone is not heard before its gate is open, nor after it is closed (R31)', async () => {
  const [ada, ben] = await joinBoth()
  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
  const before = await ben.evaluate((member) => member.hears(0 as LeafIndex))

  await openMicrophone(ada, ben)
  await soon.poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex))).toBe(0)
  await ada.evaluate((member) => member.session.closeGate())

  await soon.poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex))).toBeUndefined()
  expect(before).toBeUndefined()
})

test('an open microphone without its signed word is not played', async () => {
  const [ada, ben] = await joinBoth()

  await ada.evaluate((member) => member.session.openGate())

  await soon
    .poll(() => dropsOf(ben).then((drops) => drops['outside-bounds'] ?? 0))
    .toBeGreaterThan(20)
  expect(await ben.evaluate((member) => member.hears(0 as LeafIndex))).toBeUndefined()
})

test('a new key every moment loses no frame', async () => {
  const [ada, ben] = await joinBoth()
  await talk(ada, ben)
  await soon.poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex))).toBe(0)
  const dropped = await dropsOf(ben)

  for (let epoch = 0; epoch < 5; epoch++) {
    const before = await openedBy(ben)
    await Promise.all([ada, ben].map((each) => each.evaluate((member) => member.advance('other'))))
    await soon.poll(() => openedBy(ben)).toBeGreaterThan(before + 60)
  }

  const after = await dropsOf(ben)
  expect(after).toEqual(dropped)
})

test('a member under another key perceives nobody, and every frame is counted', async () => {
  const [ada, ben] = await joinBoth({ keys: [7, 99] })
  await talk(ada, ben)

  await soon
    .poll(() => dropsOf(ben).then((drops) => drops['not-authentic'] ?? 0))
    .toBeGreaterThan(50)
  expect(await ben.evaluate((member) => member.sees(0 as LeafIndex))).toBeUndefined()
  expect(await ben.evaluate((member) => member.hears(0 as LeafIndex))).toBeUndefined()
})

test('a shared screen with its sound arrives, and ends', async () => {
  const [ada, ben] = await joinBoth()

  await ada.evaluate((member) =>
    member.session.publish({ microphone: 'default', camera: 'default', screen: true }),
  )
  await soon.poll(() => ada.evaluate((member) => member.announced.length)).toBe(4)
  await introduce(ada, ben)

  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex, 'screen'))).toBe(1)
  await soon
    .poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex, 'screen-sound')))
    .toBe(1)
  await ada.evaluate((member) =>
    member.session.publish({ microphone: 'default', camera: 'default', screen: false }),
  )
  await soon.poll(() => ada.evaluate((member) => member.announced.length)).toBe(2)
})

test('another camera goes on in the same track, and one switched off comes back in it', async () => {
  const [ada, ben] = await joinBoth()
  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
  const before = await ada.evaluate((member) => member.announced)

  await show(ada, 'other')
  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(2)
  await show(ada, undefined)
  await soon.poll(() => ada.evaluate((member) => member.announced.length)).toBe(1)
  await introduce(ada, ben)
  await soon.poll(() => ben.evaluate((member) => member.last('media-detached')?.leaf)).toBe(0)
  await show(ada, 'default')
  await soon.poll(() => ada.evaluate((member) => member.announced)).toEqual(before)
  await introduce(ada, ben)

  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
})

test('a camera that is busy is said to be, tried again by itself, and seen once it works', async () => {
  const [ada, ben] = await joinBoth({ without: 'camera' })
  await ada.evaluate(() => lab.breakDevice('video', 'NotReadableError'))

  await show(ada, 'default')
  await soon
    .poll(() => ada.evaluate((member) => member.last('device-failed')))
    .toMatchObject({ kind: 'camera', why: 'in-use' })
  await ada.evaluate(() => lab.breakDevice('video', undefined))
  await soon.poll(() => ada.evaluate((member) => member.announced.length)).toBe(2)
  await introduce(ada, ben)

  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
  expect(await ada.evaluate((member) => member.last('device-works'))).toMatchObject({
    kind: 'camera',
  })
})

test('an unplugged microphone closes its gate and is said, and comes back closed (R32)', async () => {
  const [ada, ben] = await joinBoth()
  await talk(ada, ben)
  await soon.poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex))).toBe(0)

  await ada.evaluate(() => lab.unplug('audio'))
  await soon.poll(() => ada.evaluate((member) => member.last('microphone-lost'))).toBeTruthy()
  await soon
    .poll(() => ada.evaluate((member) => member.last('device-failed')))
    .toMatchObject({ kind: 'microphone', why: 'ended' })
  expect(await ada.evaluate((member) => member.session.openGate())).toBeUndefined()
  const shut = (await shutOut(ada, 'microphone'))['gate-closed'] ?? 0
  await ada.evaluate(() => lab.plugIn('audio'))
  await soon.poll(() => ada.evaluate((member) => member.last('device-works'))).toBeTruthy()
  await introduce(ada, ben)
  await soon
    .poll(() => shutOut(ada, 'microphone').then((drops) => drops['gate-closed'] ?? 0))
    .toBeGreaterThan(shut + 20)

  expect(await ben.evaluate((member) => member.hears(0 as LeafIndex))).toBeUndefined()
  await openMicrophone(ada, ben)
  await soon.poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex))).toBe(0)
})

test('a track that could not be published is published later in the same connection, and said until then', async () => {
  const [ada, ben] = await joinBoth({ without: 'camera' })
  await ada.evaluate(() => lab.breakPublishing(4))

  await show(ada, 'default')
  await soon
    .poll(() => ada.evaluate((member) => member.last('device-failed')))
    .toMatchObject({ kind: 'camera', why: 'not-sent' })
  await introduce(ada, ben)

  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
  expect(await ada.evaluate((member) => member.last('device-works'))).toMatchObject({
    kind: 'camera',
  })
})

test('a small tile is sent the small layer, a hidden one no picture, and a large one all of it at once', async () => {
  const [ada, ben] = await joinBoth()
  await talk(ada, ben)
  await soon.poll(() => ben.evaluate((member) => member.widthOf(0 as LeafIndex))).toBe(1280)

  await showAt(ben, ada, { width: 160, height: 90 })
  await soon.poll(() => ben.evaluate((member) => member.widthOf(0 as LeafIndex))).toBe(320)
  await soon.poll(() => layersSent(ada)).toEqual(['q'])

  await showAt(ben, ada, undefined)
  await soon.poll(() => playedBy(ben).then(({ pixels }) => pixels)).toBe(0)
  await soon.poll(() => layersSent(ada)).toEqual([])

  const shownAtMs = Date.now()
  await showAt(ben, ada, { width: 1280, height: 720 })
  await soon.poll(() => layersSent(ada)).toEqual(['f', 'h', 'q'])
  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
  await soon.poll(() => ben.evaluate((member) => member.widthOf(0 as LeafIndex))).toBe(1280)
  expect(Date.now() - shownAtMs).toBeLessThan(6000)
})

for (const who of ['listener', 'speaker'] as const)
  test(`when the line of the ${who} becomes thin the picture shrinks, and sound goes on whole`, async () => {
    const line = await udpLine(server.udpPort)
    lines.push(line)
    const [ada, ben] = await joinBoth({ over: line, whose: who === 'speaker' ? 0 : 1 })
    await talk(ada, ben)
    await soon.poll(() => ben.evaluate((member) => member.widthOf(0 as LeafIndex))).toBe(1280)
    await soon.poll(() => playedBy(ben).then(({ sounds }) => sounds)).toBeGreaterThan(45)
    const { pixels } = await playedBy(ben)
    await soon.poll(() => line.packets).toBeGreaterThan(500)

    line.narrow(300)

    await soon
      .poll(async () => {
        const now = await playedBy(ben)
        return now.sounds > 45 && now.pixels > 0 && now.pixels < 0.7 * pixels
      })
      .toBe(true)
    expect(await ben.evaluate((member) => member.hears(0 as LeafIndex))).toBe(0)
    expect(await ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
  })

test('a media server that crashed and is back carries media again, the microphone as it was', async () => {
  const [ada, ben] = await joinBoth()
  await talk(ada, ben)
  await soon.poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex))).toBe(0)

  await server.kill()
  await soon.poll(() => ben.evaluate((member) => member.last('media-lost'))).toBeTruthy()
  await server.start()
  for (const each of [ada, ben]) await each.evaluate((member) => member.session.serverIsBack())

  await soon
    .poll(() =>
      ben.evaluate((member) => member.events.filter((e) => e.type === 'media-back').length),
    )
    .toBe(2)
  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
  await soon.poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex))).toBe(0)
})

test('a media server that falls silent is missed since it did, and media go on when it wakes', async () => {
  const [ada, ben] = await joinBoth()
  await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)

  const silentAtMs = Date.now()
  server.freeze()
  await soon.poll(() => ben.evaluate((member) => member.last('media-lost'))).toBeTruthy()
  const toldAtMs = Date.now()
  const lost = await ben.evaluate((member) => member.last('media-lost')?.atMs ?? 0)
  const before = await ben.evaluate((member) => member.last('accounts'))
  server.thaw()

  await soon
    .poll(() =>
      ben.evaluate((member) => member.events.filter((e) => e.type === 'media-back').length),
    )
    .toBe(2)
  await soon.poll(() => ben.evaluate((member) => member.last('accounts'))).not.toEqual(before)
  expect(lost - silentAtMs).toBeLessThan(3000)
  expect(toldAtMs - silentAtMs).toBeLessThan(12_000)
  expect(await ada.evaluate((member) => member.last('device-failed'))).toBeUndefined()
})

test('a frame worker that was killed lets nothing out while the page has not noticed', async () => {
  const [ada, ben] = await joinBoth()
  await talk(ada, ben)
  await soon.poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex))).toBe(0)

  const before = await ada.evaluate(() => {
    lab.breakWorker('killed')
    return lab.traffic()
  })
  const encoded = () => ada.evaluate(() => lab.traffic()).then((after) => after.encoded)
  await soon.poll(encoded).toBeGreaterThan(before.encoded + 60)

  const after = await ada.evaluate(() => lab.traffic())
  expect(await ada.evaluate((member) => member.last('frames-stopped'))).toBeUndefined()
  expect(after.sounds - before.sounds).toBeLessThan(5)
  expect(await dropsOf(ben)).toEqual({})
})

for (const how of ['killed', 'failing'] as const)
  test(`a frame worker that is ${how} lets nothing out, is missed, and another carries on`, async () => {
    const outsider = await joinAsStranger()
    const [ada, ben] = await joinBoth()
    await talk(ada, ben)
    await soon.poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex))).toBe(0)

    const brokenAtMs = Date.now()
    await ada.evaluate((_, each) => lab.breakWorker(each), how)
    await soon.poll(() => ada.evaluate((member) => member.last('frames-stopped'))).toBeTruthy()
    const missedAfterMs = Date.now() - brokenAtMs
    await joinAgain(ada, ben)

    await soon.poll(() => ben.evaluate((member) => member.sees(0 as LeafIndex))).toBe(0)
    await soon.poll(() => ada.evaluate((member) => member.sees(1 as LeafIndex))).toBe(1)
    expect(await ben.evaluate((member) => member.hears(0 as LeafIndex))).toBeUndefined()
    await openMicrophone(ada, ben)
    await soon.poll(() => ben.evaluate((member) => member.hears(0 as LeafIndex))).toBe(0)
    const [seen, heard] = await outsider.evaluate((each) => [
      [...each.everSeen],
      [...each.everHeard],
    ])
    expect({ seen, heard }).toEqual({ seen: [], heard: [] })
    expect(missedAfterMs).toBeLessThan(how === 'killed' ? 8000 : 1000)
  })

for (const lock of ['browser', 'birth', 'attach', 'worker'] as const)
  test(`without the lock "${lock}" nothing is published (R33)`, async () => {
    const outsider = await joinAsStranger()
    const ada = await joinAs(0, { without: lock })

    await ada.evaluate((member) =>
      member.session.publish({ microphone: 'default', camera: 'default', screen: false }),
    )
    await soon.poll(() => ada.evaluate((member) => member.announced.length)).toBe(2)
    await ada.evaluate((member) => void member.session.openGate())

    await soon.poll(() => hasTriedToSend(ada, lock)).toBe(true)
    const { bytes } = await outsider.evaluate((each) => each.received())
    expect(bytes).toBe(0)
  })

test('without any lock the loopback shows frames, with one of two it shows none (R33)', async () => {
  const bare = await (
    await openLab('browser')
  ).evaluate(() => lab.loopback({ hasTransforms: false }))
  const atBirth = await (
    await openLab('browser')
  ).evaluate(() => lab.loopback({ hasTransforms: true }))
  const byBrowser = await (await openLab()).evaluate(() => lab.loopback({ hasTransforms: false }))

  expect(bare.received).toBeGreaterThan(0)
  expect([atBirth.received, byBrowser.received]).toEqual([0, 0])
})

async function openLab(without?: Lock, over?: UdpLine): Promise<Page> {
  const context = await browser.newContext()
  const { udpPort: mediaPort } = server
  if (over) await context.addInitScript(leadOver, { mediaPort, linePort: over.port })
  const page = await context.newPage()
  opened.push(page)
  await page.goto(site.url)
  await page.waitForFunction(() => 'lab' in globalThis)
  if (without) await page.evaluate((lock) => lab.removeLock(lock), without)
  return page
}

async function joinAs(
  index: 0 | 1,
  { key = 7, without, over }: { key?: number; without?: Lock; over?: UdpLine | undefined } = {},
): Promise<JSHandle<Member>> {
  const you = people[index] as MediaLeaf
  const ticket = { url: server.url, token: await server.token(you.identity) }
  const page = await openLab(without, over)
  const options = { you, leaves: [...people], ticket, key }
  const member = await page.evaluateHandle((each) => lab.join(each), options)
  await member.evaluate((each, entry) => each.setRoster([entry]), { ...stranger, tracks: [] })
  return member
}

async function joinBoth({
  keys = [7, 7],
  without,
  over,
  whose,
}: { keys?: number[]; without?: 'camera'; over?: UdpLine; whose?: 0 | 1 } = {}): Promise<
  [JSHandle<Member>, JSHandle<Member>]
> {
  const ada = await joinAs(0, { key: keys[0] ?? 0, over: whose === 0 ? over : undefined })
  const ben = await joinAs(1, { key: keys[1] ?? 0, over: whose === 1 ? over : undefined })
  for (const each of [ada, ben]) {
    await show(each, without ? undefined : 'default')
    await soon.poll(() => each.evaluate((member) => member.announced.length)).toBe(without ? 1 : 2)
  }
  await introduce(ada, ben)
  await introduce(ben, ada)
  return [ada, ben]
}

/** As a call does: another leaf key, and so another identity, under the same index. */
async function joinAgain(again: JSHandle<Member>, other: JSHandle<Member>): Promise<void> {
  const you = { leaf: 0 as LeafIndex, identity: 'identity-of-leaf-0-again' }
  const leaves = [you, people[1] as MediaLeaf]
  const ticket = { url: server.url, token: await server.token(you.identity) }
  await other.evaluate((member, all) => void member.meet(all), leaves)
  await again.evaluate((member, as) => member.joinAgain(as), { you, leaves, ticket })
  await introduce(again, other)
  await introduce(other, again)
}

async function show(member: JSHandle<Member>, camera: string | undefined): Promise<void> {
  await member.evaluate(
    (each, device) =>
      each.session.publish({ microphone: 'default', camera: device, screen: false }),
    camera,
  )
}

/** What signed words would tell: whose tracks are which. */
async function introduce(from: JSHandle<Member>, to: JSHandle<Member>): Promise<void> {
  const entry = await from.evaluate((member): RosterEntry => ({
    ...member.you,
    tracks: member.announced,
  }))
  await to.evaluate(
    (member, entries) => member.setRoster(entries),
    [entry, { ...stranger, tracks: [] }],
  )
}

async function openMicrophone(from: JSHandle<Member>, to: JSHandle<Member>): Promise<void> {
  const bounds = await from.evaluate(async (member) => ({
    leaf: member.you.leaf,
    ...(await member.session.openGate()),
  }))
  await to.evaluate((member, { leaf, track, from: first }) => {
    if (track !== undefined && first !== undefined) member.setBounds(leaf, track, first)
  }, bounds)
}

async function talk(ada: JSHandle<Member>, ben: JSHandle<Member>): Promise<void> {
  await openMicrophone(ada, ben)
  await openMicrophone(ben, ada)
}

async function joinAsStranger(): Promise<JSHandle<Stranger>> {
  const token = await server.token(stranger.identity)
  const page = await openLab()
  return page.evaluateHandle(([url, each]) => lab.stranger(url, each), [server.url, token] as const)
}

/** Tells how large the camera picture of one is shown at another; undefined is not at all. */
async function showAt(
  at: JSHandle<Member>,
  of: JSHandle<Member>,
  size: { width: number; height: number } | undefined,
): Promise<void> {
  const number = await numberOf(of, 'camera')
  await at.evaluate(
    (member, shown) => member.session.setVisible(0 as LeafIndex, shown.number, shown.size),
    { number, size },
  )
}

async function numberOf(member: JSHandle<Member>, kind: TrackKind): Promise<TrackNumber> {
  const number = await member.evaluate(
    (each, wanted) => each.announced.find((track) => track.kind === wanted)?.number,
    kind,
  )
  if (number === undefined) throw new Error(`${kind} is not announced`)
  return number
}

/** In which layers pictures leave, over half a second. */
async function layersSent(member: JSHandle<Member>): Promise<string[]> {
  const before = await member.evaluate(() => lab.layers())
  await member.evaluate(() => lab.waitFor(500))
  const after = await member.evaluate(() => lab.layers())
  return Object.keys(after)
    .filter((rid) => (after[rid] ?? 0) > (before[rid] ?? 0))
    .toSorted()
}

/** What of the first member is played in a second, by the reports of two: frames of sound (50 at best), and pictures by their width. */
async function playedBy(member: JSHandle<Member>): Promise<{ sounds: number; pixels: number }> {
  const played = () =>
    member.evaluate((each) => {
      const of = (kind: TrackKind) => {
        const number = each.roster[0]?.tracks.find((track) => track.kind === kind)?.number
        const received = each.last('accounts')?.received ?? []
        return received.find(({ track }) => track === number)?.opened ?? 0
      }
      const reports = each.events.filter(({ type }) => type === 'accounts').length
      return { reports, sounds: of('microphone'), pictures: of('camera') }
    })
  const before = await played()
  await member.evaluate(() => lab.waitFor(2000))
  const after = await played()
  const seconds = Math.max(1, after.reports - before.reports)
  const width = (await member.evaluate((each) => each.widthOf(0 as LeafIndex))) ?? 0
  return {
    sounds: (after.sounds - before.sounds) / seconds,
    pixels: (width * (after.pictures - before.pictures)) / seconds,
  }
}

/** Frames played, over all tracks. */
async function openedBy(member: JSHandle<Member>): Promise<number> {
  return member.evaluate((each) =>
    (each.last('accounts')?.received ?? []).reduce((sum, { opened: frames }) => sum + frames, 0),
  )
}

/** Frames not played, by reason, over all tracks. */
async function dropsOf(member: JSHandle<Member>): Promise<Record<string, number>> {
  return member.evaluate((each) => {
    const sum: Record<string, number> = {}
    for (const { drops } of each.last('accounts')?.received ?? [])
      for (const [reason, frames] of Object.entries(drops))
        sum[reason] = (sum[reason] ?? 0) + frames
    return sum
  })
}

/** Frames of one's own track that did not go out, by reason. */
async function shutOut(
  member: JSHandle<Member>,
  kind: TrackKind,
): Promise<Readonly<Record<string, number>>> {
  return member.evaluate((each, wanted) => {
    const number = each.announced.find((track) => track.kind === wanted)?.number
    return each.last('accounts')?.sent.find(({ track }) => track === number)?.drops ?? {}
  }, kind)
}

/** Long enough for plaintext to have left, had it been able to. */
async function hasTriedToSend(member: JSHandle<Member>, without: Lock): Promise<boolean> {
  return member.evaluate(async (each, lock) => {
    if (lock === 'browser') return each.last('browser-unfit')?.why === 'sends-unsealed'
    if (lock === 'attach') return each.last('media-lost') !== undefined
    return (await lab.traffic()).encoded > 60
  }, without)
}
