import { expect, test, type Page } from '@playwright/test'
import { peopleHeardIn } from './media/hear.ts'
import { launchFor } from './media/launch.ts'
import { peopleSeenMoving } from './media/see.ts'
import { npmStart } from './npmStart.ts'
import {
  addSeat,
  codeShownBy,
  confirmSeals,
  invite,
  linkFor,
  pageAt,
  plan,
  sealCode,
  SIDES,
  signPlan,
  typeCode,
} from './officers.ts'

const PEOPLE = [
  { side: 0, name: 'Mathilde Aeberhard' },
  { side: 0, name: 'Reto Camenzind' },
  { side: 1, name: 'Zawadi Kiptalam' },
  { side: 1, name: 'Josphat Mwendwa' },
] as const
/** The first of each side is its principal, and looks at the other one. */
const PRINCIPALS = [0, 2] as const
const long = { timeout: 60_000 }

test('from the printed link to the end of a call, by nothing but roles and visible names', async () => {
  test.setTimeout(300_000)
  await using parts = new AsyncDisposableStack()
  const printed = parts.use(await npmStart())
  const officers = await launchFor(0)
  parts.defer(() => officers.close())

  const first = await pageAt(officers, printed.link)
  await first.context().tracing.start({ screenshots: true, snapshots: true })
  await plan(first)
  const second = await pageAt(officers, await invite(first))
  await second.getByRole('button', { name: 'Make our seal' }).click()
  const read = await sealCode(first, SIDES[0]).textContent()
  await expect(sealCode(second, SIDES[0])).toHaveText(read ?? '')
  await confirmSeals(first, second)
  await signPlan(first, second)

  const desks = [first, second] as const
  for (const desk of desks) await desk.getByRole('tab', { name: 'Seats' }).click()
  for (const { side, name } of PEOPLE) await addSeat(desks[side], name)
  await first.getByRole('button', { name: 'Acknowledge the delegation of Kenya' }).click()
  await second.getByRole('button', { name: 'Acknowledge the delegation of Switzerland' }).click()

  const people: Page[] = []
  for (const [place, { side, name }] of PEOPLE.entries()) {
    const browser = await launchFor(place)
    parts.defer(() => browser.close())
    const page = await pageAt(browser, await linkFor(desks[side], name))
    if (place === 0) await mishear(desks[side], { page, name })
    await typeCode(desks[side], name, await codeShownBy(page))
    await page.getByRole('button', { name: 'Join', exact: true }).waitFor()
    people.push(page)
  }
  for (const page of people) await page.getByRole('button', { name: 'Join', exact: true }).click()
  for (const place of PRINCIPALS) {
    const page = people[place]
    if (!page) throw new Error('Four sit here')
    await expect.poll(() => peopleSeenMoving(page), long).toEqual([...PRINCIPALS])
    await page.getByRole('button', { name: 'Room display' }).press('Enter')
  }
  for (const page of people)
    await expect.poll(() => peopleSeenMoving(page), long).toEqual([0, 1, 2, 3])
  await people[3]?.getByRole('button', { name: /^Mic closed/ }).click()
  const [listener] = people
  if (!listener) throw new Error('Four sit here')
  await expect.poll(() => peopleHeardIn(listener, [0, 1, 2, 3]), long).toEqual([3])
  await listener.getByRole('button', { name: 'Share screen' }).click()
  for (const page of people) await expect.poll(() => movingPictures(page), long).toBe(5)
  for (const page of people) {
    await page.getByRole('button', { name: 'Leave', exact: true }).click()
    await page.getByRole('button', { name: 'Leave the call' }).click()
    await expect(page.getByRole('button', { name: 'Join again' })).toBeVisible()
  }
  await first.context().tracing.stop({ path: test.info().outputPath('desk.zip') })
})

/** A wrong code is refused at both ends, and the device may ask again. */
async function mishear(desk: Page, { page, name }: { page: Page; name: string }): Promise<void> {
  const right = await codeShownBy(page)
  await typeCode(desk, name, String((Number(right) + 1) % 1_000_000).padStart(6, '0'))
  await expect(desk.getByText(/That was not the code of that device/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'This seat was not given' })).toBeVisible()
  await page.getByRole('button', { name: 'Ask again' }).click()
}

/** How many pictures play on a page: a shared screen has no stamp. */
function movingPictures(page: Page): Promise<number> {
  return page.evaluate(
    () => [...document.querySelectorAll('video')].filter((video) => video.videoWidth > 0).length,
  )
}
