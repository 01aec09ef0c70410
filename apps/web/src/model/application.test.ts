import {
  backupOf,
  createCall,
  Desk,
  newSeal,
  newSideId,
  type SeatRecord,
  serverAt,
} from '@parley/client'
import type { SideId } from '@parley/protocol'
import { makeSeal } from '@parley/seal'
import { signal } from '@preact/signals-core'
import { startServer, type RunningServer } from '@parley/server'
import { manualClock, memoryKeyStore, memoryNotes } from '@parley/testkit'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { windowPlaces } from '../adapters/windowPlaces.ts'
import { Application } from './application.ts'
import type { DeskModel } from './desk/deskModel.ts'
import type { NewSeat } from './desk/deskView.ts'
import { draftOf, withItemsNamed } from './desk/planDraft.ts'
import type { Screen } from './screen.ts'
import type { SeatAtHand, SeatScreen } from './seat/seatModel.ts'

const LIVIA: NewSeat = { name: 'Livia Spescha', office: '', role: 'adviser', languages: ['rm'] }
const URS = { ...LIVIA, name: 'Urs Hofstetter' }

let running: RunningServer
let opened: AsyncDisposableStack

beforeEach(async () => {
  opened = new AsyncDisposableStack()
  running = opened.use(await startServer())
})
afterEach(() => opened.disposeAsync())

/** A seat without camera and microphone: only that it was reached, and whose it is. */
function sitNowhere(record: SeatRecord): SeatAtHand & { record: SeatRecord } {
  return {
    record,
    screen: signal<SeatScreen>({ is: 'opening' }),
    live: signal(undefined),
    open: async () => undefined,
    mayRead: false,
    read: async () => undefined,
    [Symbol.asyncDispose]: async () => undefined,
  }
}

/** A browser profile at that address, and the files that it saved. */
function browserAt(
  fragment: string,
  { store = memoryKeyStore(), notes = memoryNotes(), canSit = true, serverName = '' } = {},
) {
  const files: string[] = []
  let address = fragment
  const application = opened.use(
    new Application({
      server: serverAt(running.url),
      store,
      clock: manualClock(Date.now()),
      page: running.url,
      saveFile: (_, text) => files.push(text),
      fragment: () => address,
      sit: sitNowhere,
      replaceFragment: (next) => (address = next),
      timeZone: 'Europe/Zurich',
      places: windowPlaces,
      canSit,
      serverName,
      language: 'en-GB',
      notes,
    }),
  )
  return { application, files, store, notes, address: () => address }
}

type Browser = ReturnType<typeof browserAt>

/** The screen of that kind, once it is there. */
function shown<K extends Screen['is']>({ application }: Browser, is: K) {
  return vi.waitFor(() => {
    const screen = application.screen.value
    if (screen.is !== is) throw new Error(`It shows ${screen.is}`)
    return screen as Extract<Screen, { is: K }>
  })
}

async function planning(createToken = running.createToken): Promise<Browser> {
  const browser = browserAt(`#create=${createToken}`)
  await browser.application.open()
  await browser.application.send({ type: 'plan-pressed' })
  const { draft } = await shown(browser, 'planning')
  await browser.application.send({
    type: 'planned',
    draft: {
      ...withItemsNamed(draft, ['Opening', 'Talks']),
      sideName: 'Switzerland',
      otherName: 'Kenya',
      title: 'Upper Tana',
    },
    choice: { from: 'new' },
  })
  return browser
}

async function agreed() {
  const first = await planning()
  const bern = (await shown(first, 'desk')).model
  const kenya = bern.view.value.sides[1]?.side
  if (!kenya) throw new Error('There are two sides')
  await bern.send({ type: 'invite-pressed', side: kenya })
  const link = await vi.waitFor(() => new URL(bern.view.value.sides[1]?.invitation ?? '').hash)
  const second = browserAt(link)
  await second.application.open()
  const { model } = await shown(second, 'invitation')
  await vi.waitFor(() => expect(model.view.value.phase).toBe('read'))
  void model.send({ type: 'accepted', choice: { from: 'new' } })
  await vi.waitFor(() => expect(model.view.value.phase).toBe('filed'))
  await model.send({ type: 'seal-confirmed' })
  await confirm(bern)
  const nairobi = (await shown(second, 'desk')).model
  await sign(bern)
  await sign(nairobi)
  await vi.waitFor(() => expect(bern.view.value.plan.isAgreed).toBe(true))
  return { first, second, bern, nairobi }
}

async function confirm(desk: DeskModel): Promise<void> {
  const side = await vi.waitFor(() => {
    const found = desk.view.value.sides.find(({ standing }) => standing.is === 'to-compare')
    if (!found?.seal) throw new Error('There is no code to compare yet')
    return { side: found.side, seal: found.seal.key }
  })
  await desk.send({ type: 'seal-confirmed', ...side })
}

async function sign(desk: DeskModel): Promise<void> {
  await vi.waitFor(() => expect(desk.view.value.plan.signing).toBe('may-sign'))
  await desk.send({ type: 'plan-signed', draft: desk.view.value.plan.draft })
  expect(desk.view.value.trouble).toBeUndefined()
}

async function seated(desk: DeskModel, other: DeskModel) {
  await desk.send({ type: 'seats-added', people: [LIVIA] })
  await desk.send({ type: 'seats-signed' })
  await acknowledge(other)
  await vi.waitFor(() => expect(rowOf(desk).isAgreed).toBe(true))
  await desk.send({ type: 'link-asked', seat: rowOf(desk).seat })
  return vi.waitFor(() => new URL(rowOf(desk).link ?? '').hash)
}

async function acknowledge(other: DeskModel): Promise<void> {
  const draft = await vi.waitFor(() => {
    const hash = other.view.value.delegations.find(({ awaitsUs }) => awaitsUs)?.awaitsUs
    if (!hash) throw new Error('Nothing waits yet')
    return hash
  })
  await other.send({ type: 'delegation-acknowledged', draft })
}

function rowOf(desk: DeskModel) {
  const row = desk.view.value.delegations[0]?.rows[0]
  if (!row) throw new Error('There is no seat yet')
  return row
}

/** A device at that link, and the card of its request. */
async function asking(desk: DeskModel, link: string) {
  const browser = browserAt(link)
  await browser.application.open()
  const { model } = await shown(browser, 'enrol')
  const code = await vi.waitFor(() => {
    const view = model.view.value
    if (view.phase !== 'code') throw new Error(`It shows ${view.phase}`)
    return view.code
  })
  const card = await vi.waitFor(() => {
    const found = desk.view.value.enrolments.find(({ state }) => state === 'revealed')
    if (!found) throw new Error('Nobody asks yet')
    return found
  })
  return { browser, model, code, enrolment: card.enrolment }
}

test('two desks come from a link to an agreed plan, and open again after a reload', async () => {
  const { first, bern, nairobi } = await agreed()

  expect(bern.view.value.sides.map(({ name }) => name)).toEqual(['Switzerland', 'Kenya'])
  expect(nairobi.view.value.sides.map(({ name }) => name)).toEqual(['Kenya', 'Switzerland'])
  await first.application[Symbol.asyncDispose]()
  const reloaded = browserAt(first.address(), first)
  await reloaded.application.open()
  const { model } = await shown(reloaded, 'desk')
  await vi.waitFor(() => expect(model.view.value.plan.isAgreed).toBe(true))
})

test('whoever says that the codes are the same believes the seal whose code was shown, and no other', async () => {
  const [kenya, nigeria, switzerland] = [newSideId(), newSideId(), newSideId()]
  const [seal, notShown] = await Promise.all([makeSeal(), makeSeal()])
  const parts = { server: serverAt(running.url), store: memoryKeyStore(), clock: manualClock(0) }
  const sides = [
    { side: nigeria, name: 'Nigeria', flag: 'NG', seal: notShown.publicKey },
    { side: switzerland, name: 'Switzerland', flag: 'CH', seal: seal.publicKey },
    { side: kenya, name: 'Kenya', flag: 'KE', seal: null },
  ]
  const modalities = { recording: 'never', ifLineDrops: '', peopleInRoom: '' } as const
  const plan = { title: 'Talks', start: 0, timeZone: 'UTC', languages: [], agenda: [] }
  const proposal = { ...plan, modalities, sides }
  const { createToken } = running
  const record = await createCall(parts, { seal, side: switzerland, proposal, createToken })
  const inviting = opened.use(await Desk.open(parts, record))
  const browser = browserAt(new URL(await inviting.invite(kenya, running.url)).hash)
  await browser.application.open()
  const { model } = await shown(browser, 'invitation')
  await vi.waitFor(() => expect(model.view.value.phase).toBe('read'))
  void model.send({ type: 'accepted', choice: { from: 'new' } })
  await vi.waitFor(() => expect(model.view.value.phase).toBe('filed'))

  await model.send({ type: 'seal-confirmed' })
  const filed = await vi.waitFor(() => {
    const found = inviting.state.filed.get(kenya)
    if (!found) throw new Error('Nothing is filed yet')
    return found
  })
  await inviting.pinSide({ side: kenya, seal: filed.seal })

  const { view } = (await shown(browser, 'desk')).model
  const standing = (of: SideId) => view.value.sides.find(({ side }) => side === of)?.standing.is
  await vi.waitFor(() => expect(standing(switzerland)).toBe('compared'))
  expect(standing(nigeria)).toBe('to-compare')
})

test('a desk shows the time where each side is, as chosen there, and still does after a reload', async () => {
  const { first, bern, nairobi } = await agreed()
  expect(bern.view.value.zones).toEqual(['Europe/Zurich'])
  expect(nairobi.view.value.zones).toEqual(['Europe/Zurich'])
  const kenya = bern.view.value.sides[1]?.side
  if (!kenya) throw new Error('There are two sides')

  await bern.send({ type: 'zone-chosen', side: kenya, zone: 'Africa/Nairobi' })

  expect(bern.view.value.zones).toEqual(['Europe/Zurich', 'Africa/Nairobi'])
  await first.application[Symbol.asyncDispose]()
  const reloaded = browserAt(first.address(), first)
  await reloaded.application.open()
  const { model } = await shown(reloaded, 'desk')
  expect(model.view.value.zones).toEqual(['Europe/Zurich', 'Africa/Nairobi'])
})

test('people are added and taken out in sight of their own desk only, until their list is signed', async () => {
  const { bern, nairobi } = await agreed()
  await seated(bern, nairobi)
  const rows = (desk: DeskModel) =>
    desk.view.value.delegations
      .find(({ side }) => side === bern.view.value.sides[0]?.side)
      ?.rows.map(({ name, unsigned }) => [name, unsigned])

  await bern.send({ type: 'seats-added', people: [URS, { ...URS, name: 'Odile Rochat' }] })
  await bern.send({ type: 'seats-undone' })
  await bern.send({ type: 'seats-added', people: [URS] })
  await bern.send({ type: 'seat-removed', seat: rowOf(bern).seat })
  expect(rows(bern)).toEqual([
    [LIVIA.name, 'removed'],
    [URS.name, 'added'],
  ])
  expect(rows(nairobi)).toEqual([[LIVIA.name, undefined]])

  await bern.send({ type: 'seats-signed' })

  expect(rows(bern)).toEqual([[URS.name, undefined]])
  await acknowledge(nairobi)
  expect(rows(nairobi)).toEqual([[URS.name, undefined]])
  await vi.waitFor(() => expect(rowOf(bern).isAgreed).toBe(true))
})

test('a device whose code was typed has its seat, and its link opens it again there', async () => {
  const { bern, nairobi } = await agreed()
  const link = await seated(bern, nairobi)
  const { browser, code, enrolment } = await asking(bern, link)

  await bern.send({ type: 'code-typed', enrolment, code })

  await shown(browser, 'seat')
  await vi.waitFor(() => expect(rowOf(bern).pass).toBe('given'))
  await browser.application[Symbol.asyncDispose]()
  const reloaded = browserAt(link, browser)
  await reloaded.application.open()
  await shown(reloaded, 'seat')
})

test('a wrong code gives nothing, and both screens say so', async () => {
  const { bern, nairobi } = await agreed()
  const { model, code, enrolment } = await asking(bern, await seated(bern, nairobi))
  const wrong = code === '000000' ? '000001' : '000000'

  await bern.send({ type: 'code-typed', enrolment, code: wrong })

  expect(bern.view.value.trouble).toBe('wrong-code')
  expect(rowOf(bern).pass).not.toBe('given')
  await vi.waitFor(() =>
    expect(model.view.value).toEqual({ phase: 'refused', code: 'enrolment-ended' }),
  )
})

test('a plan that was changed before anyone signed it can be as it was', async () => {
  const { model } = await shown(await planning(), 'desk')
  const { wording } = model.view.value.plan
  const draft = { ...draftOf(wording), title: 'Lower Tana' }

  await model.send({ type: 'change-proposed', draft })
  expect(model.view.value).toMatchObject({
    plan: { inForce: { title: 'Lower Tana' } },
    mayUndoChange: true,
  })
  await model.send({ type: 'change-undone' })

  expect(model.view.value.mayUndoChange).toBe(false)
  expect(model.view.value.plan.wording).toEqual(wording)
})

test('a backup of the seal is asked for once it has signed something', async () => {
  const { bern, second } = await agreed()

  expect(bern.view.value.backup).toBe('to-save')
  expect((await shown(await planning(), 'desk')).model.view.value.backup).toBe('not-asked')
  await second.application[Symbol.asyncDispose]()
  const reloaded = browserAt(second.address(), second)
  await reloaded.application.open()
  expect((await shown(reloaded, 'desk')).model.view.value.backup).toBe('to-save')
})

test('a seal counts as backed up only once its file was read back', async () => {
  const browser = await planning()
  const { model } = await shown(browser, 'desk')
  const passphrase = 'a lake above the town'

  await model.send({ type: 'backup-asked', passphrase })
  const [file = ''] = browser.files
  await model.send({ type: 'backup-read-back', file, passphrase: 'another passphrase' })
  expect(model.view.value).toMatchObject({ backup: 'to-read-back', trouble: 'wrong-backup' })
  const another = await backupOf(await newSeal(memoryKeyStore(), 'Kenya'), passphrase)
  await model.send({ type: 'backup-read-back', file: another, passphrase })
  expect(model.view.value).toMatchObject({ backup: 'to-read-back', trouble: 'wrong-backup' })
  expect(await browser.store.seals.all()).toHaveLength(1)

  await model.send({ type: 'backup-read-back', file, passphrase })
  expect(model.view.value).toMatchObject({ backup: 'done', trouble: undefined })
})

test('without the planning link nobody plans a call, and the screen says why', async () => {
  const browser = await planning('not-the-token-of-this-server')

  const { trouble, isMaking } = await shown(browser, 'planning')

  expect({ trouble, isMaking }).toEqual({ trouble: 'may-not-plan', isMaking: false })
})

test('a desk that this browser does not keep cannot be opened', async () => {
  const { first } = await agreed()
  const stranger = browserAt(first.address())

  await stranger.application.open()

  expect(await shown(stranger, 'failed')).toEqual({ is: 'failed', code: 'not-kept' })
})

test('a browser that cannot sit in a call is told so, and its link is not used up', async () => {
  const { bern, nairobi } = await agreed()
  const link = await seated(bern, nairobi)
  const unfit = browserAt(link, { canSit: false })

  await unfit.application.open()

  expect(unfit.application.screen.value).toEqual({ is: 'failed', code: 'browser-unfit' })
  expect(bern.view.value.enrolments).toEqual([])
  const { code } = await asking(bern, link)
  expect(code).toMatch(/^\d{6}$/)
})

test('the first page says who runs the server, and where it is', async () => {
  const browser = browserAt('', { serverName: 'Geneva Conference Office' })

  await browser.application.open()

  const { server } = await shown(browser, 'start')
  expect(server).toEqual({ name: 'Geneva Conference Office', host: new URL(running.url).host })
})
