import { expect, test } from '@playwright/test'
import { peopleSeenMoving } from './media/see.ts'
import { enrolAt, joinFrom, setStage } from './stage.ts'

const long = { timeout: 60_000 }

test('a room display is chosen with the keyboard and kept on the device; its controls go, but not from under the keyboard', async () => {
  await using parts = new AsyncDisposableStack()
  const stage = await setStage(parts, { seatsEach: 1 })
  const looker = await enrolAt(stage, { place: 0, parts })
  const other = await enrolAt(stage, { place: 1, parts })
  await joinFrom(looker)
  await joinFrom(other)
  const { page } = looker
  const controls = page.getByRole('group', { name: 'Call controls' })
  const people = page.getByRole('tab', { name: 'People' })
  await expect.poll(() => peopleSeenMoving(page), long).toEqual([0, 1])

  await page.getByRole('button', { name: 'Delegation view' }).press('Enter')

  const display = page.getByRole('button', { name: 'Room display' })
  await expect(display).toBeFocused()
  await expect(people).toHaveCount(0)
  await expect.poll(() => peopleSeenMoving(page), long).toEqual([0, 1])
  await display.blur()
  await expect(controls).toHaveCSS('opacity', '0', long)
  await page.keyboard.press('Tab')
  await expect(controls).toHaveCSS('opacity', '1')
  await page.getByRole('button', { name: /^Mic closed/ }).press('Enter')
  await expect(page.getByRole('button', { name: /^Mic open/ })).toBeFocused()
  await expect(page.locator('[data-quiet]')).toHaveCount(1, long)
  await expect(controls).toHaveCSS('opacity', '1')

  await other.page.getByRole('tab', { name: /Messages/ }).click()
  await other.page.getByRole('textbox').fill('Shall we begin?')
  await other.page.getByRole('button', { name: 'Send to everyone' }).click()
  await expect(page.getByRole('button', { name: '1 new message' })).toBeVisible()
  await page.reload()
  await expect(display).toBeVisible(long)
  await display.press('Enter')
  await expect(people).toBeVisible()
})
