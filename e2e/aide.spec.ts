import { aidePlaceOf } from '@parley/protocol'
import { expect, test, type Browser, type Page } from '@playwright/test'
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
import { enrolAt, joinFrom, setStage, startReal, type Stage } from './stage.ts'

const NAME = 'Mathilde Aeberhard'
const ON_A_PHONE = { viewport: { width: 390, height: 844 }, permissions: [] }
const long = { timeout: 60_000 }

const button = (page: Page, name: RegExp | string) => page.getByRole('button', { name })

test('an aide’s console is let in by the desk, sets layout and camera, asks for the microphone, and drives nothing once it is withdrawn (R60, R63, R64)', async () => {
  await using parts = new AsyncDisposableStack()
  const { desk, display, browser } = await inTheCall(parts)
  await button(desk, `Aide’s console for ${NAME}`).click()
  const link = desk.getByRole('textbox', { name: `Link for the aide’s console of ${NAME}` })
  const aide = await pageAt(browser, await link.inputValue(), ON_A_PHONE)
  await aide.getByRole('heading', { name: 'Read this code to your desk' }).waitFor()
  await desk
    .getByRole('textbox', { name: 'Six digits that the aide' })
    .fill(await codeShownBy(aide))
  await button(desk, 'Give the pass').click()
  await button(aide, 'Connect to the display').click()

  await expect(aide.getByText('Connected to the display')).toBeVisible(long)
  await expect(display.getByText('An aide’s console is connected')).toBeVisible(long)
  await aide.getByRole('radio', { name: /^Delegation view/ }).click()
  await expect(display.getByRole('tab', { name: 'People' })).toBeVisible()
  await button(aide, 'Camera on').click()
  await expect(button(display, 'Camera off')).toBeVisible()
  await expect(button(aide, 'Camera off')).toBeVisible()

  await button(aide, 'Mic closed').click()
  const question = display.getByRole('alertdialog', { name: /^Your aide asks you/ })
  await question.waitFor()
  await expect(aide.getByText('Asked. Nobody in the room has answered yet.')).toBeVisible()
  await button(aide, 'Take the question back').click()
  await expect(question).toHaveCount(0)
  await button(aide, 'Mic closed').click()
  await question.waitFor()
  await display.keyboard.press('Escape')
  await expect(aide.getByText('The answer in the room: not now.')).toBeVisible()
  await expect(button(display, /^Mic closed/)).toBeVisible()

  await display.reload()
  await expect(button(display, /^Mic closed/)).toBeVisible(long)
  await expect(aide.getByText('Connected to the display')).toBeVisible(long)
  await expect(display.getByText('An aide’s console is connected')).toBeVisible(long)
  await expect
    .poll(async () => {
      await button(aide, 'Mic closed').click()
      return question.isVisible()
    }, long)
    .toBe(true)
  // One that is under way as the question comes counts for nothing.
  await expect(async () => {
    await question.getByRole('button', { name: 'Open' }).click({ timeout: 1000 })
    await expect(button(display, /^Mic open/)).toBeVisible({ timeout: 1000 })
  }).toPass(long)
  await button(aide, 'Mic open').click()
  await expect(button(display, /^Mic closed/)).toBeVisible()

  await button(desk, `Withdraw the aide’s console of ${NAME}`).click()
  await expect(aide.getByText('Connected to the display')).toHaveCount(0)
  await expect(display.getByText('An aide’s console is connected')).toHaveCount(0, long)
  await expect(button(display, /^Mic closed/)).toBeVisible()
})

test('where every side signed it, a console opens the microphone at once; and it sets what is heard in the room (R63, R65)', async () => {
  await using parts = new AsyncDisposableStack()
  const stage = await setStage(parts, {
    seatsEach: 1,
    aideOpens: 'at-once',
    seatAt: (place) => (place === 1 ? { role: 'interpreter', languages: ['fr', 'en'] } : {}),
  })
  const looker = await enrolAt(stage, { place: 0, parts })
  await joinFrom(looker)
  const aide = await aideOf(stage, looker.page.context().browser())
  await button(aide, 'Connect to the display').click()

  await aide.getByRole('radio', { name: /^Français/ }).click(long)
  await looker.page.getByRole('tab', { name: 'Languages' }).click()
  await expect(looker.page.getByRole('radio', { name: /^Français/ })).toBeChecked()
  await button(aide, 'Mic closed').click()
  await expect(button(looker.page, /^Mic open/)).toBeVisible()
  await expect(looker.page.getByRole('alertdialog')).toHaveCount(0)
})

/** Two officers agree, and one person is in the call on the room display, alone. */
async function inTheCall(
  parts: AsyncDisposableStack,
): Promise<{ desk: Page; display: Page; browser: Browser }> {
  const { running } = await startReal(parts)
  const browser = await launchFor(0)
  parts.defer(() => browser.close())
  const desk = await pageAt(browser, `${running.url}/#create=${running.createToken}`)
  await plan(desk)
  const other = await pageAt(browser, await invite(desk))
  await button(other, 'Make our seal').click()
  await confirmSeals(desk, other)
  await signPlan(desk, other)
  for (const one of [desk, other]) await one.getByRole('tab', { name: 'Seats' }).click()
  await addSeat(desk, NAME)
  await button(other, /^Acknowledge/).click()
  const display = await pageAt(browser, await linkFor(desk, NAME))
  await display.getByRole('heading', { name: 'Read this code to your desk' }).waitFor()
  await typeCode(desk, NAME, await codeShownBy(display))
  await button(display, 'Join').click()
  await button(display, /^Mic closed/).waitFor()
  return { desk, display, browser }
}

/** The console of the first seat’s aide, enrolled in a profile of its own. */
async function aideOf({ planned, running }: Stage, browser: Browser | null): Promise<Page> {
  const { seat, desk } = planned.seats[0] ?? {}
  if (!seat || !desk || !browser) throw new Error('It is a seat of this call')
  const page = await pageAt(browser, await desk.openAideLink(seat, running.url), ON_A_PHONE)
  const code = await codeShownBy(page)
  const place = aidePlaceOf(seat)
  const asking = () =>
    desk.state.asking.find((one) => one.seat === place && one.is === 'awaits-code')
  await expect.poll(asking).toBeDefined()
  const device = asking()
  if (device) await desk.enrolments.typeCode(device.enrolment, code)
  return page
}
