import { expect, test, type Page } from '@playwright/test'
import { cuttableLine, type CuttableLine } from './line/cuttableLine.ts'
import { peopleHeardIn } from './media/hear.ts'
import { enrolAt, joinFrom, setStage, type Sitter } from './stage.ts'

const BOTH = [0, 1]
const parts = new AsyncDisposableStack()
let line: CuttableLine
/** Whose line is slow and then cut, and the other one. */
let far: Sitter
let near: Sitter

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  const stage = await setStage(parts, { seatsEach: 1 })
  line = parts.use(await cuttableLine(stage))
  near = await enrolAt(stage, { place: 0, parts })
  far = await enrolAt(stage, { place: 1, parts, line })
  await joinFrom(near)
  await joinFrom(far)
  await openMicrophone(far.page)
  await expect.poll(() => peopleHeardIn(near.page, BOTH), long).toEqual([1])
})
test.afterAll(() => parts.disposeAsync())

const long = { timeout: 60_000 }
const late = (page: Page) => page.getByRole('main').getByText('Sound arrives late.')
const openMicrophone = (page: Page) => page.getByRole('button', { name: /^Mic closed/ }).click()

test('of sound that takes more than a second it is said how late it is, until it is in time again (R38)', async () => {
  await expect(late(near.page)).toHaveCount(0)

  line.delay(1300)

  await expect(late(near.page)).toBeVisible(long)
  await expect(near.page.locator('.call__late bdi')).toHaveText(/^[1-9]\.\d\ss$/)
  line.delay(0)
  await expect(late(near.page)).toHaveCount(0, long)
})

test('whoever is not heard asks the room to wait; whoever is asked reads by whom, and notes it (R37)', async () => {
  await openMicrophone(near.page)
  await expect.poll(() => peopleHeardIn(far.page, BOTH), long).toEqual([0])
  line.cut('media')
  const ask = near.page.getByRole('button', { name: 'Ask the room to wait' })
  await ask.click(long)

  await expect(near.page.getByRole('button', { name: 'Asked' })).toBeVisible()
  const asked = far.page.getByRole('main').getByText('Person 1 asks you to wait.')
  await expect(asked).toBeVisible()
  line.mend()
  await expect(far.page.getByRole('dialog')).toHaveCount(0, long)
  await far.page.getByRole('button', { name: 'Noted' }).first().click()
  await expect(asked).toHaveCount(0)
})
