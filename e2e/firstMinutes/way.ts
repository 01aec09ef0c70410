import { expect, type Page } from '@playwright/test'
import type { Hand } from './hand.ts'

/** A side of a call, with the people whom its officer names. */
export type Side = { name: string; people: readonly [principal: string, ...others: string[]] }

/** Two officers, at their desks. */
export type Desks<H extends Hand> = readonly [first: H, second: H]

const PASSPHRASE = 'a long walk by the river'

/** From the link that the server prints to a plan that both sides signed. */
export async function agree<H extends Hand>(
  first: H,
  {
    sides: [own, other],
    sitDown,
  }: { sides: readonly [Side, Side]; sitDown: (link: string) => Promise<H> },
): Promise<H> {
  await first.press('Plan a call')
  await first.write('Your side', own.name)
  await first.write('The other side', other.name)
  await first.write('Title of the call', 'Upper Tana Water Treaty')
  await first.press('Make the plan')
  await first.press('Invite {}', other.name)
  const second = await sitDown(await first.copy('Invitation for {}', other.name))
  await second.press('Make our seal')
  await second.find('button', 'The codes are the same').waitFor()
  await first.find('button', 'The codes are the same').waitFor()
  expect(await codesShown(first.page)).toEqual((await codesShown(second.page)).toReversed())
  await second.press('The codes are the same')
  await first.press('The codes are the same')
  await first.press('Sign the plan')
  await second.press('Sign the plan')
  return second
}

/** Saves the seal to a file, and shows that the file opens. */
export async function backUp(desk: Hand): Promise<void> {
  await desk.press('Make the backup')
  const saved = desk.page.waitForEvent('download')
  await desk.writeSecret('Passphrase', PASSPHRASE)
  await desk.press('Save the seal to a file')
  await desk.choose('File of the seal', await (await saved).path())
  await desk.press('Read the file back')
  await desk.page.getByRole('heading', { level: 1 }).first().waitFor()
  await desk.find('button', 'Read the file back').waitFor({ state: 'detached' })
}

/** Declares everybody of that side with one list. */
export async function pastePeople(desk: Hand, { people }: Side): Promise<void> {
  const [principal, ...others] = people
  const lines = [`${principal}, President, principal`, ...others.map((name) => `${name}, Adviser`)]
  await desk.openTab('Seats')
  await desk.press('Paste a list of people')
  await desk.paste('People, one on each line', lines.join('\n'))
  await desk.press('Add # people')
  await desk.press('Sign the list')
}

/** Answers to the other side's list. */
export async function acknowledge(desk: Hand, other: Side): Promise<void> {
  await desk.press('Acknowledge the delegation of {}', other.name)
}

/** Makes the links of all of that side, and takes its principal's. */
export async function linkForPrincipal(desk: Hand, { people: [principal] }: Side): Promise<string> {
  await desk.press('Make links for all #')
  return desk.copy('Link for {}', principal)
}

/** Gives the pass to a device, by the six digits that its holder reads out. */
export async function givePass(
  desk: Hand,
  { people: [principal] }: Side,
  device: Hand,
): Promise<void> {
  const read = await device.find('img', 'Device code: {}').getAttribute('aria-label')
  const digits = (read ?? '').replaceAll(/\D/g, '')
  await desk.write('Six digits that {} reads to you', digits, principal)
  await desk.press('Give the pass')
}

/** The one click of a principal: from the green room into the call. */
export async function join(principal: Hand): Promise<void> {
  await principal.press('Join')
  await principal.find('button', 'Mic closed').waitFor()
}

/** The codes of both seals as a desk shows them, its own first: what officers read to each other. */
async function codesShown(page: Page): Promise<readonly string[]> {
  const shown = await page.getByRole('group').allInnerTexts()
  return shown.filter((text) => /^(?:\d{5} ){5}\d{5}$/.test(text))
}
