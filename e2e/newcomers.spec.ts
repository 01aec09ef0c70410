import { expect, test, type Browser, type Page } from '@playwright/test'
import { peopleHeardIn } from './media/hear.ts'
import { launchFor } from './media/launch.ts'
import { peopleSeenMoving } from './media/see.ts'
import { npmStart } from './npmStart.ts'

const SIDES = ['Switzerland', 'Kenya'] as const
const PEOPLE = [
  { side: 0, name: 'Mathilde Aeberhard' },
  { side: 0, name: 'Reto Camenzind' },
  { side: 1, name: 'Zawadi Kiptalam' },
  { side: 1, name: 'Josphat Mwendwa' },
] as const
const long = { timeout: 60_000 }

test('from the printed link to the end of a call, by nothing but roles and visible names', async () => {
  test.setTimeout(300_000)
  await using parts = new AsyncDisposableStack()
  const printed = parts.use(await npmStart())
  const officers = await launchFor(0)
  parts.defer(() => officers.close())

  const first = await deskAt(officers, printed.link)
  await first.context().tracing.start({ screenshots: true, snapshots: true })
  await plan(first)
  const link = await first.getByRole('textbox', { name: 'Invitation for Kenya' }).inputValue()
  const second = await deskAt(officers, link)
  await second.getByRole('button', { name: 'Make our seal' }).click()
  await expect(code(second, 'Switzerland')).toHaveText(await textOf(code(first, 'Switzerland')))
  await second.getByRole('button', { name: 'The codes are the same' }).click()
  await first.getByRole('button', { name: 'The codes are the same' }).click()
  await first.getByRole('button', { name: 'Sign the plan' }).click()
  await second.getByRole('button', { name: 'Sign the plan' }).click()

  const desks = [first, second] as const
  for (const desk of desks) {
    await expect(desk.getByText('It is agreed.')).toBeVisible()
    await desk.getByRole('tab', { name: 'Seats' }).click()
  }
  for (const { side, name } of PEOPLE) await addSeat(desks[side], name)
  await first.getByRole('button', { name: 'Acknowledge the delegation of Kenya' }).click()
  await second.getByRole('button', { name: 'Acknowledge the delegation of Switzerland' }).click()

  const people: Page[] = []
  for (const [place, { side, name }] of PEOPLE.entries()) {
    const browser = await launchFor(place)
    parts.defer(() => browser.close())
    const page = await openLink(desks[side], { browser, name })
    if (place === 0) await mishear(desks[side], { page, name })
    await typeCode(desks[side], name, await codeShownBy(page))
    await page.getByRole('button', { name: 'Join', exact: true }).waitFor()
    people.push(page)
  }
  for (const page of people) await page.getByRole('button', { name: 'Join', exact: true }).click()
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

async function deskAt(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(address)
  return page
}

async function plan(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Plan a call' }).click()
  await page.getByRole('textbox', { name: 'Your side' }).fill(SIDES[0])
  await page.getByRole('textbox', { name: 'The other side' }).fill(SIDES[1])
  await page.getByRole('textbox', { name: 'Title of the call' }).fill('Upper Tana Water Treaty')
  await page.getByRole('button', { name: 'Make the plan' }).click()
  await page.getByRole('button', { name: 'Invite Kenya' }).click()
}

function code(page: Page, side: string) {
  return page.getByRole('group', { name: `Code of the seal of ${side}` })
}

async function textOf(locator: ReturnType<Page['getByRole']>): Promise<string> {
  return (await locator.textContent()) ?? ''
}

async function addSeat(desk: Page, name: string): Promise<void> {
  await desk.getByRole('textbox', { name: 'Name' }).fill(name)
  await desk.getByRole('button', { name: 'Add a seat' }).click()
  await expect(desk.getByRole('row', { name: new RegExp(name) })).toBeVisible()
}

async function openLink(
  desk: Page,
  { browser, name }: { browser: Browser; name: string },
): Promise<Page> {
  await desk.getByRole('button', { name: `Make a link for ${name}` }).click()
  const link = await desk.getByRole('textbox', { name: `Link for ${name}` }).inputValue()
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ['camera', 'microphone'],
  })
  const page = await context.newPage()
  await page.goto(link)
  return page
}

async function typeCode(desk: Page, name: string, digits: string): Promise<void> {
  await desk.getByRole('textbox', { name: `Six digits that ${name} reads to you` }).fill(digits)
  await desk.getByRole('button', { name: 'Give the pass' }).click()
}

/** A wrong code is refused at both ends, and the device may ask again. */
async function mishear(desk: Page, { page, name }: { page: Page; name: string }): Promise<void> {
  const right = await codeShownBy(page)
  await typeCode(desk, name, String((Number(right) + 1) % 1_000_000).padStart(6, '0'))
  await expect(desk.getByText(/That was not the code of that device/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'This seat was not given' })).toBeVisible()
  await page.getByRole('button', { name: 'Ask again' }).click()
}

async function codeShownBy(page: Page): Promise<string> {
  const shown = page.getByRole('img', { name: /^Device code/ })
  return ((await shown.getAttribute('aria-label')) ?? '').replaceAll(/\D/g, '')
}

/** How many pictures play on a page: a shared screen has no stamp. */
function movingPictures(page: Page): Promise<number> {
  return page.evaluate(
    () => [...document.querySelectorAll('video')].filter((video) => video.videoWidth > 0).length,
  )
}
