import { expect, test } from '@playwright/test'
import { peopleHeardIn } from './media/hear.ts'
import { peopleSeenMoving, stampsSeen } from './media/see.ts'
import { PLAIN_PERSON, plainClients, ticketOfMember, ticketOfNobody } from './plainClients.ts'
import { enrolAt, joinFrom, setStage, type Sitter, type Stage } from './stage.ts'

/** Two seats of each side are sat in; the third of the first side is a plain client's. */
const EVERYONE = [0, 1, 3, 4] as const
const STRANGER = 2
const ALSO_PLAIN = [...EVERYONE, PLAIN_PERSON]
type Place = (typeof EVERYONE)[number]
const parts = new AsyncDisposableStack()
let stage: Stage
const people = new Map<Place, Sitter>()

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  stage = await setStage(parts, { seatsEach: 3 })
  for (const place of EVERYONE)
    // oxlint-disable-next-line no-await-in-loop -- two cores carry one start of a browser at a time
    people.set(place, await enrolAt(stage, { place, parts }))
})
test.afterAll(() => parts.disposeAsync())

const without = (...places: readonly Place[]) => EVERYONE.filter((one) => !places.includes(one))
const long = { timeout: 60_000 }

function sitter(place: Place): Sitter {
  const found = people.get(place)
  if (!found) throw new Error('Nobody sits there')
  return found
}

test('three people of two sides join with one click each, and see each other', async () => {
  const early = without(4)
  // oxlint-disable-next-line no-await-in-loop -- one click after the other
  for (const place of early) await joinFrom(sitter(place))

  for (const place of early)
    // oxlint-disable-next-line no-await-in-loop -- likewise
    await expect.poll(() => peopleSeenMoving(sitter(place).page), long).toEqual(early)
})

test('a microphone is heard once its holder opens it', async () => {
  const { page } = sitter(0)
  expect(await peopleHeardIn(sitter(1).page, EVERYONE)).toEqual([])

  await page.getByRole('button', { name: /^Mic closed/ }).click()

  for (const listener of [1, 3] as const)
    // oxlint-disable-next-line no-await-in-loop -- likewise
    await expect.poll(() => peopleHeardIn(sitter(listener).page, EVERYONE), long).toEqual([0])
})

test('who joins late sees everyone and hears who speaks, and everyone sees them', async () => {
  await joinFrom(sitter(4))

  for (const { page } of people.values())
    // oxlint-disable-next-line no-await-in-loop -- likewise
    await expect.poll(() => peopleSeenMoving(page), long).toEqual(EVERYONE)
  await expect.poll(() => peopleHeardIn(sitter(4).page, EVERYONE), long).toEqual([0])
})

test('with every microphone open, everyone hears everyone', async () => {
  for (const place of without(0))
    // oxlint-disable-next-line no-await-in-loop -- one click after the other
    await sitter(place)
      .page.getByRole('button', { name: /^Mic closed/ })
      .click()

  for (const { page, place } of people.values())
    // oxlint-disable-next-line no-await-in-loop -- likewise
    await expect
      .poll(() => peopleHeardIn(page, EVERYONE), long)
      .toEqual(EVERYONE.filter((other) => other !== place))
})

test('a fifth, plain client with a valid token is sent all of it and decodes nothing, but what a sixth sends in the clear (R35)', async () => {
  const { seat } = stage.planned.seats[STRANGER] ?? {}
  if (!seat) throw new Error('It is a seat of this call')
  const device = await stage.planned.sit(seat)
  await using member = await ticketOfMember(device)
  await using plain = await plainClients()
  const fifth = await plain.join(member)
  await expect.poll(async () => (await fifth.received()).tracks, long).toBe(8)
  const before = await fifth.received()
  await expect
    .poll(async () => (await fifth.received()).bytes - before.bytes, long)
    .toBeGreaterThan(400_000)

  const { page } = fifth
  expect(await stampsSeen(page)).toEqual([])
  expect(await peopleHeardIn(page, EVERYONE)).toEqual([])

  const sixth = await plain.join(await ticketOfNobody(device))
  await sixth.publish()
  await expect.poll(() => peopleSeenMoving(page), long).toEqual([PLAIN_PERSON])
  await expect.poll(() => peopleHeardIn(page, ALSO_PLAIN), long).toEqual([PLAIN_PERSON])
  expect(await sixth.received()).toEqual({ tracks: 0, bytes: 0 })
  await expect.poll(() => peopleSeenMoving(sitter(0).page), long).toEqual(EVERYONE)
  await expect.poll(() => peopleHeardIn(sitter(0).page, ALSO_PLAIN), long).toEqual([1, 3, 4])
})

test('a microphone that was closed is heard by nobody any more', async () => {
  await sitter(0)
    .page.getByRole('button', { name: /^Mic open/ })
    .click()

  await expect.poll(() => peopleHeardIn(sitter(3).page, EVERYONE), long).toEqual([1, 4])
})

test('what one writes the others read, under the name that the delegation gives', async () => {
  const { page } = sitter(0)
  await page.getByRole('tab', { name: /Messages/ }).click()
  await page.getByRole('textbox').fill('Shall we begin?')
  await page.getByRole('button', { name: 'Send to everyone' }).click()

  const reader = sitter(4).page
  await reader.getByRole('tab', { name: 'People' }).press('End')
  await expect(reader.getByRole('tab', { name: /Messages/ })).toBeFocused()
  await expect(reader.getByText('Shall we begin?')).toBeVisible()
})

test('a link that was used opens for no second device, and says so', async () => {
  const { seat, desk } = stage.planned.seats[1] ?? {}
  if (!seat || !desk) throw new Error('It is a seat of this call')
  const { page, context } = sitter(1)
  const browser = context.browser()
  const stranger = await browser?.newContext()
  const second = await stranger?.newPage()
  if (!second) throw new Error('A browser opens pages')

  await second.goto(page.url())

  await expect(second.getByText(/This link was used already/)).toBeVisible()
  await second.close()
})

test('a new device of a seat takes it over, and the old window says so and does not fight back', async () => {
  const old = sitter(3)
  const next = await enrolAt(stage, { place: 3, parts })
  people.set(3, next)

  await joinFrom(next)

  await expect(old.page.getByText(/open in another place/)).toBeVisible(long)
  await expect(old.page.getByRole('button', { name: 'Leave' })).toHaveCount(0)
  for (const { page } of people.values())
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    await expect.poll(() => peopleSeenMoving(page), long).toEqual(EVERYONE)
  await expect.poll(() => peopleHeardIn(sitter(0).page, EVERYONE), long).toEqual([1, 4])
  await next.page.getByRole('button', { name: /^Mic closed/ }).click()
  await expect.poll(() => peopleHeardIn(sitter(0).page, EVERYONE), long).toEqual([1, 3, 4])
})

test('a seat that its desk withdraws is out at once, and the others go on', async () => {
  const { seat, desk } = stage.planned.seats[1] ?? {}
  if (!seat || !desk) throw new Error('It is a seat of this call')
  await desk.withdrawSeat(seat)

  await expect(sitter(1).page.getByRole('button', { name: 'Leave' })).toHaveCount(0)
  await expect.poll(() => peopleSeenMoving(sitter(0).page), long).toEqual(without(1))
  await expect.poll(() => peopleHeardIn(sitter(0).page, EVERYONE), long).toEqual([3, 4])
})

test('a leaver is gone from every screen', async () => {
  const { page } = sitter(4)
  await page.getByRole('button', { name: 'Leave', exact: true }).click()
  await page.getByRole('button', { name: 'Leave the call' }).click()

  await expect.poll(() => peopleSeenMoving(sitter(0).page), long).toEqual(without(1, 4))
  await expect(page.getByRole('button', { name: 'Join again' })).toBeVisible()
})
