import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, test, type Browser, type JSHandle, type Page } from '@playwright/test'
import type { MediaLeaf, MediaTicket, RosterEntry } from '@parley/call'
import type { LeafIndex } from '@parley/protocol'
import { leadOver } from '../line/leadOver.ts'
import { udpLine, type UdpLine } from '../line/udpLine.ts'
import { CHROMIUM } from '../media/chromium.ts'
import type { Lab } from './lab.ts'
import { serveLab } from './labServer.ts'
import type { Lock } from './locks.ts'
import { startMediaServer, type MediaServer } from './mediaServer.ts'
import type { Member } from './member.ts'
import type { Stranger } from './stranger.ts'

declare const lab: Lab

export const people: readonly MediaLeaf[] = [0, 1].map((index) => ({
  leaf: index as LeafIndex,
  identity: `identity-of-leaf-${index}`,
}))
const stranger: MediaLeaf = { leaf: 2 as LeafIndex, identity: 'stranger' }

/** Two cores carry all browsers of a test. */
export const soon = expect.configure({ timeout: 30_000 })

/** The media server of the file that runs. */
export let server: MediaServer
let browser: Browser
let site: AsyncDisposable & { url: string }
const opened: Page[] = []
const lines: AsyncDisposable[] = []

/** Gives the tests of a file a media server, the lab's page, and a browser. */
export function setLabStage(): void {
  test.beforeEach(() => test.setTimeout(120_000))

  test.beforeAll(async () => {
    test.setTimeout(120_000)
    server = await startMediaServer()
    site = await serveLab(await mkdtemp(join(tmpdir(), 'media-lab-')))
    browser = await chromium.launch(CHROMIUM)
  })

  test.afterEach(async () => {
    for (const page of opened.splice(0)) await page.context().close()
    for (const line of lines.splice(0)) await line[Symbol.asyncDispose]()
    await server.empty()
  })

  test.afterAll(async () => {
    await browser?.close()
    await site?.[Symbol.asyncDispose]()
    await server?.[Symbol.asyncDispose]()
  })
}

/** A line to the media server that a test can make thin; it goes with the test. */
export async function thinLine(): Promise<UdpLine> {
  const line = await udpLine(server.udpPort)
  lines.push(line)
  return line
}

export async function openLab(without?: Lock, over?: UdpLine): Promise<Page> {
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

export async function joinAs(
  index: 0 | 1,
  { key = 7, without, over }: { key?: number; without?: Lock; over?: UdpLine | undefined } = {},
): Promise<JSHandle<Member>> {
  return joinIn(await openLab(without, over), index, key)
}

/** The lab in a page of a browser that the test launched itself. */
export async function openLabIn(page: Page): Promise<void> {
  await page.goto(site.url)
  await page.waitForFunction(() => 'lab' in globalThis)
}

/** As that person, in a page that has the lab. */
export async function joinIn(page: Page, index: 0 | 1, key = 7): Promise<JSHandle<Member>> {
  const you = people[index] as MediaLeaf
  const ticket = { url: server.url, token: await server.token(you.identity) }
  const options = { you, leaves: [...people], ticket, key }
  const member = await page.evaluateHandle((each) => lab.join(each), options)
  await member.evaluate((each, entry) => each.setRoster([entry]), { ...stranger, tracks: [] })
  return member
}

async function ticketOf(
  { identity }: MediaLeaf,
  shown: Record<string, string>,
): Promise<MediaTicket> {
  return { url: server.url, token: await server.token(identity, shown) }
}

/** The first alone in the call and sending, the second in the green room, with a note of the call or without. */
export async function joinAndWait(
  note: string | undefined,
): Promise<Record<'ada' | 'ben', JSHandle<Member>>> {
  const [first, second] = people as [MediaLeaf, MediaLeaf]
  const inCall = { you: first, leaves: [first], ticket: await ticketOf(first, {}), key: 7 }
  const ada = await (await openLab()).evaluateHandle((each) => lab.join(each), inCall)
  await show(ada, 'default')
  await soon.poll(() => ada.evaluate((member) => member.announced.length)).toBe(2)
  const ticket = await ticketOf(second, note === undefined ? {} : { note })
  const outside = { you: second, leaves: [], ticket, key: 7 }
  const ben = await (await openLab()).evaluateHandle((each) => lab.wait(each), outside)
  await ben.evaluate((member, identity) => member.session.expect([identity]), first.identity)
  return { ada, ben }
}

/** After the press both are in the next epoch. */
export async function enter({ ada, ben }: Record<'ada' | 'ben', JSHandle<Member>>): Promise<void> {
  const leaves = [...people]
  await ada.evaluate((member, all) => member.meet(all), leaves)
  await ben.evaluate((member, all) => member.enter(all, 1), leaves)
}

/** The same, and both know by signed words whose tracks are which. */
export async function letIn(both: Record<'ada' | 'ben', JSHandle<Member>>): Promise<void> {
  await enter(both)
  await introduce(both.ada, both.ben)
  await introduce(both.ben, both.ada)
}

export async function joinBoth({
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
export async function joinAgain(again: JSHandle<Member>, other: JSHandle<Member>): Promise<void> {
  const you = { leaf: 0 as LeafIndex, identity: 'identity-of-leaf-0-again' }
  const leaves = [you, people[1] as MediaLeaf]
  const ticket = { url: server.url, token: await server.token(you.identity) }
  await other.evaluate((member, all) => void member.meet(all), leaves)
  await again.evaluate((member, as) => member.joinAgain(as), { you, leaves, ticket })
  await introduce(again, other)
  await introduce(other, again)
}

export async function show(member: JSHandle<Member>, camera: string | undefined): Promise<void> {
  await member.evaluate(
    (each, device) =>
      each.session.publish({
        microphone: 'default',
        camera: device,
        screen: false,
        isAhead: false,
      }),
    camera,
  )
}

/** What signed words would tell: whose tracks are which. */
export async function introduce(from: JSHandle<Member>, to: JSHandle<Member>): Promise<void> {
  const entry = await from.evaluate((member): RosterEntry => ({
    ...member.you,
    tracks: member.announced,
  }))
  await to.evaluate(
    (member, entries) => member.setRoster(entries),
    [entry, { ...stranger, tracks: [] }],
  )
}

export async function openMicrophone(from: JSHandle<Member>, to: JSHandle<Member>): Promise<void> {
  const bounds = await from.evaluate(async (member) => ({
    leaf: member.you.leaf,
    ...(await member.session.openGate()),
  }))
  await to.evaluate((member, { leaf, track, from: first }) => {
    if (track !== undefined && first !== undefined) member.setBounds(leaf, track, first)
  }, bounds)
}

export async function talk(ada: JSHandle<Member>, ben: JSHandle<Member>): Promise<void> {
  await openMicrophone(ada, ben)
  await openMicrophone(ben, ada)
}

export async function joinAsStranger(): Promise<JSHandle<Stranger>> {
  const token = await server.token(stranger.identity)
  const page = await openLab()
  return page.evaluateHandle(([url, each]) => lab.stranger(url, each), [server.url, token] as const)
}
