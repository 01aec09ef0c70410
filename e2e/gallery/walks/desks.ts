import type { Page } from '@playwright/test'
import { launchFor } from '../../media/launch.ts'
import { invite, pageAt, pasteList, plan, putTelephone } from '../../officers.ts'
import { startReal } from '../../stage.ts'
import { lineOf, type Look } from './walk.ts'

/** Screens of two desks, in the order of this way. */
export const DESK_SCREENS = [
  'desk: other side invited',
  'invitation: loading',
  'invitation: waits for the other side',
  'invitation opened twice',
  'desk: waits for a signature',
  'desk: no backup of the seal',
  'desk: no seats',
  'desk: a full delegation',
  'printed plan',
  'printed delegations',
  'printed seat cards',
  'desk in another window',
  'desk: server away',
  'start: desks kept',
] as const

const KENYA = `Zawadi Kiptalam, Principal Secretary for Water, principal
Josphat Mwendwa, Adviser`
const SWITZERLAND = `Mathilde Aeberhard, Federal Councillor, principal
Reto Camenzind, Ambassador, adviser
Andrea-Maria von Planta-Wildenberg, Head of the Division for Transboundary Waters, adviser
Odile Rochat, Interpreter, interpreter, fr`

/** Two officers, and what they see while one of them or the server is not there. */
export async function walkDesks(parts: AsyncDisposableStack, look: Look): Promise<void> {
  const { running } = await startReal(parts)
  const browser = await launchFor(0)
  parts.defer(() => browser.close())
  const first = await pageAt(browser, 'about:blank')
  const line = await lineOf(first.context(), 'open')
  await first.goto(`${running.url}/#create=${running.createToken}`)
  await plan(first)
  const invitation = await invite(first)
  await look(first, 'desk: other side invited')

  const second = await pageAt(browser, 'about:blank')
  const secondLine = await lineOf(second.context(), 'away')
  await second.goto(invitation)
  await second.getByText('The server is not answering').waitFor()
  await look(second, 'invitation: loading')
  secondLine('open')
  await second.reload()
  await second.getByRole('button', { name: 'Make our seal' }).click()
  await second.getByRole('button', { name: 'The codes are the same' }).waitFor()
  await second.getByRole('button', { name: 'The codes are the same' }).click()
  await second.getByText('You confirmed their seal.').waitFor()
  await look(second, 'invitation: waits for the other side')
  await first.getByRole('button', { name: 'The codes are the same' }).click()

  const third = await pageAt(browser, invitation)
  await third.getByRole('alert').first().waitFor()
  await look(third, 'invitation opened twice')
  await third.context().close()

  await first.getByRole('button', { name: 'Sign the plan' }).click()
  await second.getByRole('button', { name: 'Sign the plan' }).waitFor()
  await look(first, 'desk: waits for a signature')
  await second.getByRole('button', { name: 'Sign the plan' }).click()
  await first.getByText('It is agreed.').waitFor()
  await look(first, 'desk: no backup of the seal')
  await look(first, 'printed plan')
  for (const desk of [first, second]) await desk.getByRole('tab', { name: 'Seats' }).click()
  await look(second, 'desk: no seats')
  await putTelephone(second, '+254 (0)20 224 09 00')
  await declare(second, KENYA)
  await putTelephone(first, '+41 58 462 21 11')
  await declare(first, SWITZERLAND)
  await first.getByRole('button', { name: /^Acknowledge/ }).click()
  await second.getByRole('button', { name: /^Acknowledge/ }).click()
  await look(first, 'desk: a full delegation')
  await look(first, 'printed delegations')
  await walkCards(first, look)

  const window = await first.context().newPage()
  await window.goto(first.url())
  await window.getByText('This desk is open in another window.').waitFor()
  await look(window, 'desk in another window')
  await window.close()
  line('away')
  await first.getByText('The server is not answering.').waitFor()
  await look(first, 'desk: server away')
  await first.goto(running.url)
  await first.getByRole('button', { name: 'Plan a call' }).waitFor()
  await look(first, 'start: desks kept')
}

async function declare(desk: Page, people: string): Promise<void> {
  await pasteList(desk, people)
  await desk.getByRole('button', { name: /^Add \d people$/ }).click()
  await desk.getByRole('button', { name: 'Sign the list' }).click()
}

/** The cards are there while they are printed, which never ends here. */
async function walkCards(desk: Page, look: Look): Promise<void> {
  await desk.evaluate(() => (globalThis.print = () => undefined))
  await desk.getByRole('button', { name: /^Make links for all/ }).click()
  await desk.getByRole('button', { name: 'Print the links as cards' }).click()
  await look(desk, 'printed seat cards')
  await desk.evaluate(() => dispatchEvent(new Event('afterprint')))
}
