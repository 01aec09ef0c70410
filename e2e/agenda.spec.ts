import { expect, test, type Locator } from '@playwright/test'
import type { SeatAt } from '@parley/testkit'
import { enrolAt, joinFrom, setStage, type Sitter } from './stage.ts'

const long = { timeout: 60_000 }
const SEATS: readonly ReturnType<SeatAt>[] = [
  { name: 'Livia Spescha', role: 'principal' },
  { name: 'Odile Rochat', role: 'interpreter', languages: ['fr', 'en'] },
  { name: 'Josphat Mwendwa', role: 'principal', languages: ['sw'] },
]

const said = ({ page }: Sitter, words: string | RegExp): Locator => page.getByText(words)
const ask = ({ page }: Sitter): Locator =>
  page.getByRole('button', { name: 'I would like to speak' })

test('who would like to speak next is shown to all, also to whoever comes later, with the part that every side agreed to (R67, R80)', async () => {
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
  for (const { page } of [livia, josphat]) {
    // A room display's controls are there once the pointer moves.
    await page.mouse.move(700, 450)
    await page.getByRole('button', { name: 'Room display' }).click()
  }
  await expect(said(josphat, /^No part of the agenda has begun/)).toBeVisible(long)
  await livia.page.getByRole('button', { name: 'Agenda' }).last().click(long)
  await livia.page.getByRole('radio', { name: /Water/ }).check()
  await livia.page.getByRole('button', { name: 'Propose', exact: true }).click()
  await josphat.page.getByRole('button', { name: 'Agree', exact: true }).click(long)
  await expect(said(josphat, /^Part 2 of 3, until/)).toBeVisible(long)

  await ask(josphat).click()
  await expect(said(livia, /^Next to speak: .*Josphat Mwendwa.*, in .*Kiswahili/)).toBeVisible(long)
  await ask(livia).click()
  await expect(said(josphat, /^After that: .*Livia Spescha/)).toBeVisible(long)

  await odile.page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(said(odile, /^Part 2 of 3, until/)).toBeVisible(long)
  await expect(said(odile, /^Next to speak: .*Josphat Mwendwa/)).toBeVisible(long)
  await expect(ask(odile)).toHaveCount(0)

  await josphat.page.getByRole('button', { name: /^Mic closed/ }).click()
  await expect(said(odile, /^Next to speak: .*Livia Spescha/)).toBeVisible(long)
  await expect(ask(josphat)).toHaveAttribute('aria-pressed', 'false')
  await ask(livia).click()
  await expect(said(odile, /^Next to speak/)).toHaveCount(0)
})
