import { expect, test, type Page } from '@playwright/test'
import { enrolAt, joinFrom, setStage } from './stage.ts'

const long = { timeout: 60_000 }
const PRINCIPAL = { role: 'principal' } as const

test('who is in the room with somebody is declared before the call, shown to the other side, and a change is told (R57)', async () => {
  await using parts = new AsyncDisposableStack()
  const stage = await setStage(parts, { seatsEach: 1 })
  const host = await enrolAt(stage, { place: 0, parts })
  const far = await enrolAt(stage, { place: 1, parts })
  const { page } = host

  await page.getByRole('button', { name: 'Say who' }).press('Enter')
  await page.getByRole('textbox', { name: /^One person a line/ }).fill('Aita Caviezel, security')
  await declare(page)
  await expect(page.getByText('in the room: Aita Caviezel (security)')).toBeVisible()
  await joinFrom(host)
  await joinFrom(far)
  await expect(far.page.getByText('in the room: Aita Caviezel (security)')).toBeVisible(long)
  await expect(far.page.getByText(/^In the room with/)).toHaveCount(0)

  await page.getByRole('button', { name: 'Who is with you' }).click()
  await page.getByRole('radio', { name: 'Nobody else' }).check()
  await declare(page)

  await expect(far.page.getByText('nobody else in the room')).toBeVisible(long)
  const gone = far.page.getByRole('main').getByText(/^No longer in the room with .*Aita Caviezel/)
  await expect(gone).toBeVisible()

  await page.reload()
  await expect(page.getByText('nobody else in the room')).toBeVisible(long)
})

test('of a room seat that has not said who is there the others read that, and one press says that nobody is (R57)', async () => {
  await using parts = new AsyncDisposableStack()
  const stage = await setStage(parts, { seatsEach: 1, seatAt: () => PRINCIPAL })
  const quiet = await enrolAt(stage, { place: 0, parts })
  const far = await enrolAt(stage, { place: 1, parts })

  await quiet.page.getByText('Not said: the others read that.').waitFor()
  await joinFrom(quiet)
  await far.page.getByRole('button', { name: 'Nobody else' }).click()
  await joinFrom(far)

  await far.page.getByRole('button', { name: 'Room display' }).press('Enter')
  await quiet.page.getByRole('button', { name: 'Room display' }).press('Enter')
  await expect(far.page.getByText('has not said who is in the room')).toBeVisible(long)
  await expect(quiet.page.getByText('nobody else in the room')).toBeVisible(long)
  await quiet.page.getByRole('button', { name: 'Who is with you' }).click()
  await quiet.page.getByRole('radio', { name: 'Nobody else' }).check()
  await declare(quiet.page)
  await expect(far.page.getByText('has not said who is in the room')).toHaveCount(0, long)
})

async function declare(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Declare to everyone' }).click()
}
