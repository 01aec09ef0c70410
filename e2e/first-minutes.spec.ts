import { expect, test, type Browser, type BrowserContextOptions } from '@playwright/test'
import { EffortCount } from './firstMinutes/effort.ts'
import { Keyboard } from './firstMinutes/keyboard.ts'
import { Names } from './firstMinutes/names.ts'
import {
  acknowledge,
  agree,
  backUp,
  givePass,
  join,
  linkForPrincipal,
  pastePeople,
  type Side,
} from './firstMinutes/way.ts'
import { peopleHeardIn } from './media/hear.ts'
import { launchFor } from './media/launch.ts'
import { pageAt } from './officers.ts'
import { enrolAt, joinFrom, setStage, startReal } from './stage.ts'

const SIDES: readonly [Side, Side] = [
  { name: 'Switzerland', people: ['Mathilde Aeberhard', 'Reto Camenzind'] },
  { name: 'Kenya', people: ['Zawadi Kiptalam', 'Josphat Mwendwa'] },
]
const DESKTOP = { viewport: { width: 1440, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true }
const permissions = ['camera', 'microphone', 'clipboard-read', 'clipboard-write']
/** At most so many from the link to being heard in the right language. */
const INTERPRETER_ACTIONS = 4
const parts = new AsyncDisposableStack()
let browser: Browser
let planning: string

test.beforeAll(async () => {
  const { running } = await startReal(parts)
  planning = `${running.url}/#create=${running.createToken}`
  browser = await launchFor(0)
  parts.defer(() => browser.close())
})
test.afterAll(() => parts.disposeAsync())

for (const { language, screen, options } of [
  { language: 'en', screen: 'a desk', options: { ...DESKTOP, locale: 'en-GB' } },
  { language: 'ar', screen: 'a telephone', options: { ...PHONE, locale: 'ar-EG' } },
])
  test(`by the keyboard alone, and by what a screen reader hears in ${language} on ${screen}, two officers agree, name their people and back their seals up, and a principal is in the call with one key`, async () => {
    const names = await Names.in(language)
    const sitDown = (link: string) => atKeyboard(link, names, options)
    const first = await sitDown(planning)
    const second = await agree(first, { sides: SIDES, sitDown })
    await backUp(first)
    await pastePeople(first, SIDES[0])
    await second.openTab('Seats')
    await acknowledge(second, SIDES[0])
    await second.write('Name', SIDES[1].people[0])
    await second.page.keyboard.press('Enter')
    await second.press('Sign the list')
    const principal = await sitDown(await linkForPrincipal(first, SIDES[0]))
    await printCards(first)
    await givePass(first, SIDES[0], principal)

    await join(principal)

    for (const person of [first, second, principal]) {
      await person.expectFocus()
      await expect(person.page.locator('html')).toHaveAttribute('lang', language)
      await person.page.context().close()
    }
  })

test('by roles and visible names, an interpreter is on air in the right language with at most four actions from the link', async () => {
  await using own = new AsyncDisposableStack()
  const seats = [
    { name: SIDES[0].people[0], languages: ['fr'] },
    { name: 'Odile Rochat', role: 'interpreter', languages: ['en', 'fr'] },
  ] as const
  const stage = await setStage(own, {
    seatsEach: 2,
    seatAt: (place) => ({ ...seats[place], languages: [...(seats[place]?.languages ?? ['en'])] }),
  })
  const listener = await enrolAt(stage, { place: 0, parts: own })
  await joinFrom(listener)
  let effort: EffortCount | undefined
  const { page } = await enrolAt(stage, {
    place: 1,
    parts: own,
    prepare: async (context) => {
      effort = await EffortCount.of(context)
    },
  })

  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await page.getByRole('radio', { name: /^Français/ }).check()
  await page.getByRole('button', { name: /^Open my microphone into Français/ }).click()

  await expect(page.getByRole('status').getByText('On air')).toBeVisible()
  await expect.poll(() => peopleHeardIn(listener.page, [0, 1])).toEqual([1])
  await expect(page.getByText('1 person hears you in Français')).toBeVisible()
  const { clicks = Infinity, keys = Infinity } = effort?.soFar() ?? {}
  expect(clicks + keys).toBeGreaterThan(0)
  expect(clicks + keys).toBeLessThanOrEqual(INTERPRETER_ACTIONS)
})

async function atKeyboard(
  link: string,
  names: Names,
  options: BrowserContextOptions,
): Promise<Keyboard> {
  return new Keyboard(await pageAt(browser, link, { ...options, permissions }), names)
}

/** A browser without a window prints nothing, and does not say that it has. */
async function printCards(desk: Keyboard): Promise<void> {
  await desk.page.evaluate(() => {
    window.print = () => dispatchEvent(new Event('afterprint'))
  })
  await desk.press('Print the links as cards')
  await desk.expectFocus()
}
