import { launchFor } from '../../media/launch.ts'
import {
  codeShownBy,
  confirmSeals,
  invite,
  linkFor,
  pageAt,
  pasteList,
  plan,
  signPlan,
  typeCode,
} from '../../officers.ts'
import { startReal } from '../../stage.ts'
import type { Look } from './walk.ts'

/** Screens of a readout, from nothing to its correction. */
export const READOUT_SCREENS = [
  'readouts: nothing yet',
  'readouts: written',
  'readouts: changes',
  'readouts: a translation',
  'readouts: read whole, to be signed',
  'readouts: embargo',
  'readouts: shared with an ally',
  'readouts: published',
  'readouts: corrected',
  'seat: readout to approve',
] as const

const PEOPLE = `Mathilde Aeberhard, Federal Councillor, principal
Reto Camenzind, Ambassador, adviser`
const PARAGRAPHS = [
  'Federal Councillor Mathilde Aeberhard spoke today with Cabinet Secretary Zawadi Kiptalam about the Upper Tana Water Treaty. The two sides came closer on releases for dry years.',
  'From November to March, at least 18 cubic metres a second are to pass the Masinga gauge, measured as a ten-day mean.',
  'Losses of storage since 2019 were discussed; experts of both sides will meet in Geneva in April.',
]
const LINE =
  'Two joint monitoring stations will be built at Masinga and Garissa before the end of 2028; each side has access to both.'

/** An officer who writes, a principal who approves, and what is published in the end. */
export async function walkReadouts(parts: AsyncDisposableStack, look: Look): Promise<void> {
  const { running } = await startReal(parts)
  const browser = await launchFor(0)
  parts.defer(() => browser.close())
  const first = await pageAt(browser, `${running.url}/#create=${running.createToken}`, {
    timezoneId: 'Europe/Zurich',
  })
  await plan(first)
  const second = await pageAt(browser, await invite(first), { timezoneId: 'Africa/Nairobi' })
  await second.getByRole('button', { name: 'Make our seal' }).click()
  await confirmSeals(first, second)
  await signPlan(first, second)
  for (const desk of [first, second]) await desk.getByRole('tab', { name: 'Seats' }).click()
  await pasteList(first, PEOPLE)
  await first.getByRole('button', { name: 'Add 2 people' }).click()
  await first.getByRole('button', { name: 'Sign the list' }).click()
  await second.getByRole('button', { name: /^Acknowledge/ }).click()
  const principal = await pageAt(browser, await linkFor(first, 'Mathilde Aeberhard'))
  await typeCode(first, 'Mathilde Aeberhard', await codeShownBy(principal))
  for (const desk of [first, second]) await desk.getByRole('tab', { name: 'Readouts' }).click()
  const title = first.getByRole('textbox', { name: 'Title', exact: true })
  await title.waitFor()
  await look(first, 'readouts: nothing yet')

  await title.fill('Talks on the Upper Tana')
  const text = first.getByRole('textbox', { name: 'Text of the readout' })
  await text.click()
  for (const paragraph of PARAGRAPHS) {
    await first.keyboard.insertText(paragraph)
    await first.keyboard.press('Enter')
  }
  await first.getByRole('button', { name: 'Propose a joint line' }).click()
  await first.getByRole('textbox', { name: 'The line in English' }).fill(LINE)
  await first.getByRole('button', { name: 'Sign and propose the line' }).click()
  await second.getByRole('button', { name: 'Sign these words' }).click()
  await first.getByText('Signed by every side.').waitFor()
  await first.getByRole('button', { name: 'Put joint line 1 here' }).click()
  const keep = first.getByRole('radio', { name: 'Changes' })
  await keep.check()
  await first.getByRole('button', { name: 'Keep this version' }).click()
  await first.getByRole('radio', { name: 'Write' }).check()
  await text.locator('> p').first().click()
  await first.keyboard.press('End')
  await first.keyboard.type(' They agreed in principle on a schedule.')
  await first.getByRole('checkbox', { name: /principal has to approve/ }).check()
  await first.getByRole('button', { name: 'Ask for approval' }).click()
  await look(first, 'readouts: written')

  await principal.getByRole('button', { name: 'Our side’s readout' }).click()
  await principal.getByRole('button', { name: 'I approve this text' }).waitFor()
  await look(principal, 'seat: readout to approve')
  await principal.getByRole('button', { name: 'I approve this text' }).click()
  await principal.getByText('You approved this text').waitFor()

  await keep.check()
  await first.getByRole('insertion').last().waitFor()
  await look(first, 'readouts: changes')
  await first.getByRole('radio', { name: 'Translations' }).check()
  await first.getByRole('combobox', { name: 'Translation into' }).fill('French')
  await first.getByRole('button', { name: 'Add a translation' }).click()
  await look(first, 'readouts: a translation')
  await first.getByRole('button', { name: 'Take this translation out' }).click()
  await first.getByRole('radio', { name: 'Write' }).check()

  await first.getByRole('checkbox', { name: 'Not public before a time' }).check()
  await first.getByText('Text approved').waitFor()
  await first.getByRole('button', { name: 'Read it whole, and sign' }).click()
  await look(first, 'readouts: read whole, to be signed')
  await first.getByRole('button', { name: 'Sign exactly this text' }).click()
  await first.getByText('Nothing has left this side.').waitFor()
  await first.getByRole('button', { name: 'Back to writing' }).click()
  await look(first, 'readouts: embargo')
  const card = second.waitForEvent('download')
  await second.getByRole('button', { name: 'Save our own seal’s public file' }).click()
  const file = await (await card).path()
  await first.getByLabel('Public file of the ally’s seal').setInputFiles(file)
  await first.getByRole('button', { name: 'The codes are the same: seal it' }).click()
  await first.getByRole('button', { name: 'Save the file' }).waitFor()
  await look(first, 'readouts: shared with an ally')

  await first.getByRole('checkbox', { name: 'Not public before a time' }).uncheck()
  await first.getByRole('button', { name: 'Read it whole, and sign' }).click()
  await first.getByRole('button', { name: 'Sign exactly this text' }).click()
  await first.getByRole('button', { name: 'Publish now' }).click()
  await first.getByText(/^Public since/).waitFor()
  await first.getByRole('button', { name: 'Back to writing' }).click()
  await look(first, 'readouts: published')
  await first.getByRole('button', { name: 'Correct it' }).click()
  await first.getByRole('textbox', { name: 'What this corrects' }).fill('One figure.')
  await first.getByRole('checkbox', { name: /principal has to approve/ }).uncheck()
  await text.locator('> p').nth(1).click()
  await first.keyboard.press('End')
  await first.keyboard.type(' The figure is a mean.')
  await first.getByRole('button', { name: 'Read it whole, and sign' }).click()
  await first.getByRole('button', { name: 'Sign exactly this text' }).click()
  await first.getByRole('button', { name: 'Publish now' }).click()
  await first.getByText('Version before it').waitFor()
  await first.getByRole('button', { name: 'Back to writing' }).click()
  await look(first, 'readouts: corrected')
}
