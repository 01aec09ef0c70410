import { expect, test, type Locator } from '@playwright/test'
import type { SeatAt } from '@parley/testkit'
import { enrolAt, joinFrom, setStage, type Sitter } from './stage.ts'

const long = { timeout: 60_000 }
const SEATS: readonly ReturnType<SeatAt>[] = [
  { name: 'Livia Spescha' },
  { name: 'Odile Rochat', role: 'interpreter', languages: ['fr', 'en'] },
  { name: 'Josphat Mwendwa', languages: ['sw'] },
]

const said = ({ page }: Sitter, words: string | RegExp): Locator => page.getByText(words)
const ask = ({ page }: Sitter): Locator =>
  page.getByRole('button', { name: 'I would like to speak' })

test('at which item the talks are, and who speaks next, is said by whoever takes part, shown to all and to whoever comes later, and taken back (R66, R67)', async () => {
  await using parts = new AsyncDisposableStack()
  const stage = await setStage(parts, {
    seatsEach: 2,
    seatAt: (place) => SEATS[place] ?? {},
    more: ['Water', 'Closing'],
  })
  const livia = await enrolAt(stage, { place: 0, parts })
  const josphat = await enrolAt(stage, { place: 2, parts })
  const odile = await enrolAt(stage, { place: 1, parts })
  await joinFrom(livia)
  await joinFrom(josphat)
  await expect(said(josphat, /^Nobody has said at which item/)).toBeVisible(long)

  await livia.page.getByRole('button', { name: 'Agenda' }).click(long)
  await livia.page.getByRole('radio', { name: /Water/ }).check()
  await livia.page.getByRole('radio', { name: /Closing/ }).check()
  await expect(said(josphat, /^Item 3 of 3, closed part, until/)).toBeVisible(long)
  await livia.page.getByRole('button', { name: 'Back to Water' }).click()
  await livia.page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(said(josphat, /^Item 2 of 3, closed part, until/)).toBeVisible(long)

  await ask(josphat).click()
  await expect(said(livia, /^Next to speak: .*Josphat Mwendwa.*, in .*Kiswahili/)).toBeVisible(long)
  await ask(livia).click()
  await expect(said(josphat, /^After that: .*Livia Spescha/)).toBeVisible(long)

  await odile.page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(said(odile, /^Item 2 of 3, closed part, until/)).toBeVisible(long)
  await expect(said(odile, /^Next to speak: .*Josphat Mwendwa/)).toBeVisible(long)
  await expect(ask(odile)).toHaveCount(0)

  await josphat.page.getByRole('button', { name: /^Mic closed/ }).click()
  await expect(said(odile, /^Next to speak: .*Livia Spescha/)).toBeVisible(long)
  await expect(ask(josphat)).toHaveAttribute('aria-pressed', 'false')
  await ask(livia).click()
  await expect(said(odile, /^Next to speak/)).toHaveCount(0)
})
