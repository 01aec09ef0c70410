import { expect, test, type Page } from '@playwright/test'
import { enrolAt, joinFrom, setStage, type Sitter, type Stage } from './stage.ts'

const parts = new AsyncDisposableStack()
let stage: Stage
let listener: Sitter
let speaker: Sitter
let third: Sitter
const OTHER = 'Person 2'
const THIRD = 'Person 3'

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  stage = await setStage(parts, { seatsEach: 3 })
  listener = await enrolAt(stage, { place: 0, parts })
  speaker = await enrolAt(stage, { place: 1, parts })
  third = await enrolAt(stage, { place: 5, parts })
})
test.afterAll(() => parts.disposeAsync())

test('whoever joins with the keyboard keeps the focus, and hears that nobody is here', async () => {
  const { page } = listener
  await page.getByRole('button', { name: 'Join', exact: true }).press('Enter')

  await expect(page.locator('body')).not.toBeFocused()
  await saidIn(page, 'Nobody else is here')
})

test('who comes in is said by name, and that one’s own microphone opens and closes', async () => {
  const { page } = listener
  await joinFrom(speaker)
  await saidIn(page, `${OTHER} came in.`)
  await saidIn(speaker.page, 'You are in. Here with you: Person 1.')
  await joinFrom(third)
  await saidIn(page, `${THIRD} came in.`)

  await page.getByRole('button', { name: /^Mic closed/ }).press('Enter')
  await saidIn(page, 'Your microphone is open.')
  await page.getByRole('button', { name: /^Mic open/ }).press('Enter')
  await saidIn(page, 'You closed your microphone.')
})

test('whose turn it is is said and stands over the picture in a word', async () => {
  await speaker.page.getByRole('button', { name: /^Mic closed/ }).click()

  await saidIn(listener.page, `${OTHER} is speaking.`)
  await expect(listener.page.locator('figure[data-big]').getByText('speaking')).toBeVisible()
})

test('under a dialog what happens is said, and the focus goes back to where it came from', async () => {
  const { page } = listener
  const devices = page.getByRole('button', { name: 'Devices' })
  await devices.press('Enter')
  await page.getByRole('dialog').waitFor()
  await third.page.getByRole('tab', { name: /Messages/ }).click()
  await third.page.getByRole('textbox').fill('Shall we begin?')
  await third.page.getByRole('button', { name: 'Send to everyone' }).click()

  await saidIn(page, `New message by ${THIRD}.`)
  await page.keyboard.press('Escape')
  await expect(devices).toBeFocused()
})

test('who leaves is said; whoever notes it, and whoever leaves, keeps the focus', async () => {
  const { page } = listener
  const leave = third.page.getByRole('button', { name: 'Leave', exact: true })
  await leave.press('Enter')
  await third.page.getByRole('button', { name: 'Leave the call' }).press('Enter')

  await saidIn(page, `${THIRD} is no longer in the room.`)
  await third.page.getByRole('button', { name: 'Join again' }).waitFor()
  await expect(third.page.locator('body')).not.toBeFocused()
  await third.page.getByRole('button', { name: 'Join again' }).press('Enter')
  await third.page.getByRole('button', { name: 'Join', exact: true }).waitFor()
  await expect(third.page.locator('body')).not.toBeFocused()
  await page.getByRole('button', { name: 'Noted' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Noted' })).toHaveCount(0)
  await expect(page.locator('body')).not.toBeFocused()
})

test('whoever is in can ring the desk by the number that it gave, and whoever was taken out still can', async () => {
  const { page } = third
  await giveTelephone('+254 (0)20 224 09 00')
  await joinFrom(third)
  const ring = page.getByRole('link', { name: 'Ring our desk +254 (0)20 224 09 00' })
  await page.getByRole('button', { name: /^Everyone here is on the agreed list/ }).press('Enter')
  await expect(ring).toHaveAttribute('href', 'tel:+254202240900')
  await page.keyboard.press('Escape')
  await expect(ring).toHaveCount(0)

  const { seat, desk } = stage.planned.seats[third.place] ?? {}
  if (!seat || !desk) throw new Error('It is a seat of this call')
  await desk.withdrawSeat(seat)

  await expect(page.getByText('The keys of the call are gone')).toBeVisible()
  await expect(ring).toBeVisible()
})

test('who was taken out is listed, and the focus goes back to what showed it', async () => {
  const { page } = listener
  const show = page.getByRole('button', { name: 'Show', exact: true })
  await show.press('Enter')
  const list = page.getByRole('dialog', { name: 'Refused and taken out' })
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await expect(list.getByRole('listitem')).toContainText(`${THIRD} is no longer in the room.`)
  await expect(list.getByRole('listitem')).toContainText('withdrawn by its own desk')

  await page.keyboard.press('Escape')

  await expect(list).toHaveCount(0)
  await expect(show).toBeFocused()
})

test('the focus stays when the panel and the display change, and when somebody’s tile goes', async () => {
  const { page } = listener
  await page.getByRole('tab', { name: 'People' }).press('End')
  await expect(page.getByRole('tab', { name: /Messages/ })).toBeFocused()
  await page.getByRole('button', { name: 'Delegation view' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Room display' })).toBeFocused()
  await speaker.page.getByRole('button', { name: 'Leave', exact: true }).press('Enter')
  await speaker.page.getByRole('button', { name: 'Leave the call' }).press('Enter')

  await saidIn(page, `${OTHER} is no longer in the room.`)
  await expect(page.getByRole('button', { name: 'Room display' })).toBeFocused()
})

/** The desk of whoever came third gives its number, and the other desk acknowledges it. */
async function giveTelephone(telephone: string): Promise<void> {
  const [other, own] = stage.planned.desks
  await own.declareDelegation({ ...own.state, telephone })
  const draft = () => other.state.documents.drafts[0]?.hash
  await expect.poll(draft).toBeDefined()
  const hash = draft()
  if (hash) await other.signDraft({ hash })
}

/** Reads the live regions as the accessibility tree has them. */
async function saidIn(page: Page, words: string): Promise<void> {
  const regions = page.locator('[data-live-announcer]')
  const read = async () => {
    const all = await Promise.all((await regions.all()).map((region) => region.ariaSnapshot()))
    return all.join('\n').replaceAll(/[\u2066-\u2069]/g, '')
  }
  await expect.poll(read).toContain(words)
}
