import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { canReadMemory, memoryOf } from '../apps/server/src/testing/processMemory.ts'
import { openedWith, peopleIn } from './capture/frames.ts'
import { recordCall, type RecordedCall } from './capture/recordedCall.ts'
import { foundIn, foundWithin, words, type Sought } from './capture/search.ts'
import { secretsOf } from './capture/secretsOf.ts'
import { witness, type Witness } from './capture/witness.ts'
import type { TakenFrame } from './media-lab/hostileClient.ts'
import type { Lab } from './media-lab/lab.ts'
import { serveLab } from './media-lab/labServer.ts'
import { launchFor } from './media/launch.ts'
import { peopleHeardIn } from './media/hear.ts'
import { peopleSeenMoving } from './media/see.ts'
import { heldBy } from './sixSeats/attempt.ts'
import { keepWorkerTalk } from './sixSeats/workerTalk.ts'
import { enrolAt, joinFrom, type Sitter } from './stage.ts'

declare const lab: Lab

/** Places of the first side, which are first, and one of the second. */
const [LISTENER, WITNESS, SPEAKER] = [0, 1, 2] as const
const PEOPLE = [LISTENER, SPEAKER]
/** Nothing else on earth is called so. */
const WORDS = {
  title: 'Vermilion Heron Accord',
  sides: ['Aurelland', 'Borsovia'],
  item: 'Ochre Estuary Clause',
  ifLineDrops: 'Ring The Umber Chancery',
  people: 'Quillon Tavestock',
  office: 'Plenipotentiary Of Saffron Gate',
} as const
const TEXT = 'We yield the cobalt islands at dusk.'
/** What somebody says in the clear. */
const PLANTED = 'Kestrels over the quay'
/** Of each kind of secret one, of which there are more. */
const KINDS = [
  'callSecrets',
  'sideSecrets',
  'linkSecrets',
  'parley documents, of callSecrets',
  'exporterSecret of epoch 1',
  'base key of epoch 1',
  'base key of epoch 2 in a page',
]
const long = { timeout: 60_000 }

test('all that server and media server are told, write and keep of a whole call has no name, no word, no key and no frame that decodes (R1, R28, R35)', async () => {
  await using parts = new AsyncDisposableStack()
  const call = await recordCall(parts, { words: WORDS, seatsEach: 2 })
  const member = parts.use(await witness(call.planned, seatAt(call, WITNESS)))
  const addresses: string[] = []
  const listener = await sit(call, { place: LISTENER, parts, addresses })
  const speaker = await sit(call, { place: SPEAKER, parts, addresses })
  await speaker.page.getByRole('button', { name: /^Mic closed/ }).click()
  await expect.poll(() => peopleSeenMoving(listener.page), long).toEqual(PEOPLE)
  await expect.poll(() => peopleHeardIn(listener.page, PEOPLE), long).toEqual([SPEAKER])
  await say(speaker, listener)

  const { page, frames, identity } = await takeFrames(call, { member, parts })
  const held = await heldBy(listener.page)
  const opened = await openedWith(held, frames)
  const mediaMemory = foundIn(memoryOf(call.media.pid ?? 0), await all())
  for (const each of [speaker, listener]) await leave(each)
  expect(addresses.some((address) => address.includes('/media/rtc'))).toBe(true)
  expect(addresses.filter((address) => /token|eyJ/.test(address))).toEqual([])

  expect(opened.length).toBe(frames.length)
  expect(await peopleIn(page, { frames: opened, people: PEOPLE })).toEqual({
    seen: PEOPLE,
    heard: [SPEAKER],
  })
  expect(await peopleIn(page, { frames, people: PEOPLE })).toEqual({ seen: [], heard: [] })
  const sought = await all()
  expect(sought.map(({ what }) => what)).toEqual(expect.arrayContaining(KINDS))
  const { sockets, packets, database, logs, mediaLogs } = await call.kept()
  expect({
    sockets: foundWithin(sockets, sought),
    packets: foundIn(packets, sought),
    database: foundWithin(database, sought),
    logs: foundWithin(logs, sought),
    mediaLogs: foundWithin(mediaLogs, sought),
    mediaMemory,
  }).toEqual({
    sockets: ['call', 'identity', 'planted'],
    packets: [],
    database: ['call', 'identity'],
    logs: [],
    mediaLogs: ['identity', 'planted'],
    mediaMemory: canReadMemory ? ['identity', 'planted'] : [],
  })
  const connections = words('connection', connectionIn(sockets))
  expect(foundIn(packets, connections)).toEqual(['connection'])

  async function all(): Promise<Sought[]> {
    return [
      ...words('call', call.planned.desks[0].state.record.call),
      ...words('identity', identity),
      ...words('planted', PLANTED),
      ...[...Object.values(WORDS).flat(), TEXT].flatMap((text) => words(text, text)),
      ...(await secretsOf(call, { member, held, frames })),
    ]
  }
})

/** Opens a link, and joins; each address that its pages call is noted. */
async function sit(
  call: RecordedCall,
  { place, parts, addresses }: { place: number; parts: AsyncDisposableStack; addresses: string[] },
): Promise<Sitter> {
  const note = (called: { url(): string }) => void addresses.push(called.url())
  const prepare = async (context: Sitter['context']) => {
    context.on('request', note)
    context.on('page', (page) => page.on('websocket', note))
    await call.lead(context)
    await keepWorkerTalk(context)
  }
  const sitter = await enrolAt({ planned: call.planned, running: call }, { place, parts, prepare })
  await joinFrom(sitter)
  return sitter
}

function seatAt({ planned }: RecordedCall, place: number) {
  const { seat } = planned.seats[place] ?? {}
  if (!seat) throw new Error('It is a seat of this call')
  return seat
}

async function say({ page }: Sitter, to: Sitter): Promise<void> {
  for (const each of [page, to.page]) await each.getByRole('tab', { name: /^Messages/ }).click()
  await page.getByRole('textbox').fill(TEXT)
  await page.getByRole('button', { name: 'Send to everyone' }).click()
  await expect(to.page.getByText(TEXT)).toBeVisible()
}

async function leave({ page }: Sitter): Promise<void> {
  await page.getByRole('button', { name: 'Leave', exact: true }).click()
  await page.getByRole('button', { name: 'Leave the call' }).click()
  await page.getByRole('button', { name: 'Join again' }).waitFor()
}

/** With a token that the server’s own keys made, in the name of a member, whom the others let have their frames. */
async function takeFrames(
  { url, media }: RecordedCall,
  { member, parts }: { member: Witness; parts: AsyncDisposableStack },
): Promise<{ page: Page; frames: TakenFrame[]; identity: string }> {
  const { identity, room } = await member.at
  const token = await media.token(identity, { planted: PLANTED }, room)
  const site = parts.use(await serveLab(await mkdtemp(join(tmpdir(), 'hostile-client-'))))
  const browser = await launchFor(WITNESS)
  parts.defer(() => browser.close())
  const page = await browser.newPage()
  await page.goto(site.url)
  const ticket = { url: `${url.replace(/^http/, 'ws')}/media`, token }
  const client = await page.evaluateHandle((each) => lab.hostileClient(each), ticket)
  const taken = () => client.evaluate(({ taken: frames }) => frames)
  const count = async (kind: TakenFrame['kind']) =>
    (await taken()).filter((frame) => frame.kind === kind).length
  await expect.poll(() => count('audio'), long).toBeGreaterThan(100)
  await expect.poll(() => count('video'), long).toBeGreaterThan(20)
  return { page, frames: await taken(), identity }
}

/** What a connection for media is called in its offer, and in the first packets that go over it. */
function connectionIn(sockets: readonly Buffer[]): string {
  const names = sockets.flatMap((piece) => {
    const [, name] = /a=ice-ufrag:(\S+)/.exec(piece.toString('latin1')) ?? []
    return name ? [name] : []
  })
  return names.at(0) ?? ''
}
