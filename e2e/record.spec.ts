import { readFile, writeFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import { launchFor } from './media/launch.ts'
import {
  addSeat,
  codeShownBy,
  confirmSeals,
  invite,
  linkFor,
  pageAt,
  plan,
  signPlan,
  typeCode,
} from './officers.ts'
import { leave, saveRecord, signRecord } from './release/record.ts'
import { verify } from './release/verify.ts'
import { startReal } from './stage.ts'

const long = { timeout: 30_000 }
const [OURS, THEIRS] = ['Mathilde Aeberhard', 'Zawadi Kiptalam'] as const

test('two sides hold a call, both desks read the same record and sign it, and whoever has the file verifies it (R82, R85, R87, R88)', async () => {
  await using parts = new AsyncDisposableStack()
  const { running } = await startReal(parts)
  const browser = await launchFor(0)
  parts.defer(() => browser.close())
  const first = await pageAt(browser, `${running.url}/#create=${running.createToken}`)
  await plan(first)
  const second = await pageAt(browser, await invite(first))
  await second.getByRole('button', { name: 'Make our seal' }).click()
  await confirmSeals(first, second)
  await signPlan(first, second)
  for (const desk of [first, second]) await desk.getByRole('tab', { name: 'Seats' }).click()
  await addSeat(first, OURS)
  await second.getByRole('button', { name: /^Acknowledge/ }).click()
  await addSeat(second, THEIRS)
  await first.getByRole('button', { name: /^Acknowledge/ }).click()

  const ours = await sit(parts, { desk: first, name: OURS, place: 1 })
  const theirs = await sit(parts, { desk: second, name: THEIRS, place: 2 })
  for (const desk of [first, second]) await desk.getByRole('tab', { name: 'Record' }).click()
  for (const desk of [first, second])
    for (const name of [OURS, THEIRS])
      await expect(desk.getByText(`${name} (`).first()).toBeVisible(long)
  await ours.getByRole('button', { name: /^Mic closed/ }).press('Enter')
  await ours.getByRole('button', { name: /^Mic open/ }).press('Enter')
  for (const page of [ours, theirs]) await leave(page)
  for (const desk of [first, second])
    for (const name of [OURS, THEIRS])
      await expect(desk.getByText(new RegExp(`${name} .* left$`))).toBeVisible(long)
  await expect(first.getByRole('row', { name: new RegExp(OURS) })).toContainText('under 1 min')

  await signRecord(first, second)
  const [one, two] = [await saveRecord(first), await saveRecord(second)]
  expect(await readFile(one, 'utf8')).toBe(await readFile(two, 'utf8'))
  expect(await verify('record', one)).toMatchObject({
    code: 0,
    said: expect.stringContaining(OURS),
  })

  const text = await readFile(one, 'utf8')
  const at = text.lastIndexOf('"entries"') + 60
  const flipped = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
  await writeFile(two, flipped)
  expect(await verify('record', two)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/is NOT a record as it was signed: (entry 1|what it has at)/),
  })

  await second.reload()
  await second.getByRole('tab', { name: 'Record' }).click()
  await expect(second.getByText(new RegExp(`${OURS} .* left$`))).toBeVisible(long)
})

/** A device of that seat, in the call. */
async function sit(
  parts: AsyncDisposableStack,
  { desk, name, place }: { desk: Page; name: string; place: number },
): Promise<Page> {
  const browser = await launchFor(place)
  parts.defer(() => browser.close())
  const page = await pageAt(browser, await linkFor(desk, name))
  await typeCode(desk, name, await codeShownBy(page))
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await page.getByRole('button', { name: /^Mic closed/ }).waitFor(long)
  return page
}
