import { expect, test, type Browser, type Page } from '@playwright/test'
import { enrol, serverAt, systemClock, type EnrolmentStep, type SeatRecord } from '@parley/client'
import type { AgreementKey, SeatId } from '@parley/protocol'
import { verifyFiles } from '@parley/release'
import { signRecordingHeader, type RecordingHeader } from '@parley/release/recordings'
import { hashOf } from '@parley/seal'
import { memoryKeyStore } from '@parley/testkit'
import { readPage } from '../apps/web/src/model/page.ts'
import type { Lab } from './clip-lab/lab.ts'
import { openLab, setClipStage } from './clip-lab/labStage.ts'
import { launchFor } from './media/launch.ts'
import {
  addSeat,
  callOf,
  confirmSeals,
  invite,
  linkFor,
  pageAt,
  planRecorded,
  signPlan,
  typeCode,
} from './officers.ts'
import { codeAt, isWhole, makeAndPropose, openClips, refuse } from './release/clips.ts'
import { startReal } from './stage.ts'

declare const lab: Lab

const PEOPLE = ['Mathilde Aeberhard', 'Zawadi Kiptalam'] as const

setClipStage()
const parts = new AsyncDisposableStack()
let browser: Browser
let server: string
let planning: string

test.beforeAll(async () => {
  const { running } = await startReal(parts)
  server = running.url
  planning = `${running.url}/#create=${running.createToken}`
  browser = await launchFor(0)
  parts.defer(() => browser.close())
})
test.afterAll(() => parts.disposeAsync())

test('a clip is made at one desk, refused at the other, cut anew, signed by both, and only then can be published (R96, R97)', async () => {
  const { first, second, recording } = await agreedAndRecorded()

  await openClips(first)
  await first.getByLabel('Open a recording of our side').setInputFiles(recording)
  await first.getByRole('button', { name: 'New clip' }).click()
  await chooseWithKeys(first)
  await first.getByRole('textbox', { name: 'Title of the clip' }).fill('Dry years')
  await makeAndPropose(first)
  await expect(first.getByText('1 of 2 signatures')).toBeVisible()
  await expect(first.getByRole('button', { name: 'Publish' })).toHaveCount(0)

  await second.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(second.getByText('This is the file with the code that is signed')).toBeVisible()
  expect(await codeAt(second)).toBe(await codeAt(first))
  await refuse(second, 'It ends before our answer.')
  await expect(first.getByText('It ends before our answer.')).toBeVisible()
  await expect(first.getByRole('button', { name: 'Publish' })).toHaveCount(0)

  const refused = await codeAt(first)
  await first.getByRole('button', { name: 'Propose another cut' }).click()
  await first.getByRole('slider', { name: 'End of the clip' }).press('PageUp')
  await makeAndPropose(first)
  await expect.poll(() => codeAt(second)).not.toBe(refused)
  await expect(second.getByText('This is the file with the code that is signed')).toBeVisible()
  await second.getByRole('button', { name: 'Sign this cut' }).click()

  for (const desk of [first, second])
    // oxlint-disable-next-line no-await-in-loop -- one desk after the other
    await isWhole(desk)
  await second.getByRole('button', { name: 'Publish' }).click()
  await expect(second.getByText('Published on')).toBeVisible()
  const call = callOf(second)
  const published = await Promise.all(
    ['clip-1.mp4', 'clip-1.json'].map(async (name) => {
      const answer = await fetch(`${server}/public/${call}/${name}`)
      return new Uint8Array(await answer.arrayBuffer())
    }),
  )
  expect(await verifyFiles(published)).toMatchObject([
    { is: 'proven', of: 'media', manifests: 'of-every-side' },
    { is: 'proven', of: 'publication', item: 'clip/1' },
  ])
})

/** Both desks agreed a plan with an open part, and the first has two people; a recording of them for the first desk. */
async function agreedAndRecorded() {
  const first = await pageAt(browser, planning)
  await planRecorded(first)
  const second = await pageAt(browser, await invite(first))
  await second.getByRole('button', { name: 'Make our seal' }).click()
  await confirmSeals(first, second)
  await signPlan(first, second)
  const links: string[] = []
  for (const [place, desk] of [first, second].entries()) {
    const name = PEOPLE[place] ?? ''
    await desk.getByRole('tab', { name: 'Seats' }).click()
    await addSeat(desk, name)
    const other = place === 0 ? second : first
    await other.getByRole('tab', { name: 'Seats' }).click()
    await other.getByRole('button', { name: /^Acknowledge/ }).click()
    links.push(await linkFor(desk, name))
  }
  const seats = links.map((link) => seatLinkIn(link).seat)
  const device = await deviceFor(first, links[0] ?? '')
  const agreement = await first.evaluate(agreementOfDesk)
  return { first, second, recording: await recordingFor({ device, agreement, seats }) }
}

function seatLinkIn(link: string) {
  const asked = readPage(new URL(link).hash)
  if (asked.is !== 'seat') throw new Error('It is the link of a seat')
  return asked.link
}

/** A device of the first person, to which their desk gave the pass of their seat. */
async function deviceFor(desk: Page, link: string): Promise<SeatRecord> {
  const code = Promise.withResolvers<string>()
  const enrolling = enrol({
    server: serverAt(server),
    link: seatLinkIn(link),
    store: memoryKeyStore(),
    clock: systemClock,
    show: (step: EnrolmentStep) => step.is === 'code' && code.resolve(step.code),
  })
  await typeCode(desk, PEOPLE[0], await code.promise)
  return enrolling
}

/** Runs in the page: the key to which recordings of this desk's side are sealed. */
function agreementOfDesk(): Promise<AgreementKey> {
  const { promise, resolve } = Promise.withResolvers<AgreementKey>()
  const opening = indexedDB.open('parley')
  opening.addEventListener('success', () => {
    const asked = opening.result.transaction('desks').objectStore('desks').getAll()
    asked.addEventListener('success', () => {
      const [desk] = asked.result as { seal: { agreement: AgreementKey } }[]
      if (desk) resolve(desk.seal.agreement)
    })
  })
  return promise
}

/** What that device recorded of both. */
async function recordingFor({
  device: { call, side, seat, device, deviceKey, pass },
  agreement,
  seats,
}: {
  device: SeatRecord
  agreement: AgreementKey
  seats: SeatId[]
}) {
  await using page = await openLab()
  await page.exposeFunction('signRecording', (header: RecordingHeader) =>
    signRecordingHeader(deviceKey, header),
  )
  const keepUntil = Date.now() + 24 * 60 * 60 * 1000
  const by = { call, side, seat, device, pass: await hashOf(pass), keepUntil, agreement }
  const data = await page.evaluate(
    async (of) => {
      const made = await lab.makeRecording({
        people: 2,
        seconds: 20,
        fromMs: 1_790_000_000_000,
        of,
      })
      return new Uint8Array(await made.file.arrayBuffer()).toBase64()
    },
    { by, seats },
  )
  return {
    name: 'call.parley-recording',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(data, 'base64'),
  }
}

/** By the keyboard and by the field, the clip is made six seconds and a half long. */
async function chooseWithKeys(desk: Page): Promise<void> {
  const begins = desk.getByRole('textbox', { name: 'Begins' })
  const before = await begins.inputValue()
  await desk.getByRole('slider', { name: 'Beginning of the clip' }).press('PageUp')
  await expect(begins).not.toHaveValue(before)
  await desk.getByRole('slider', { name: 'End of the clip' }).press('Home')
  await desk.getByText('1 s', { exact: true }).waitFor()
  for (let second = 0; second < 5; second += 1)
    // oxlint-disable-next-line no-await-in-loop -- one press after the other
    await desk.getByRole('slider', { name: 'End of the clip' }).press('PageUp')
  await desk.getByText('6 s', { exact: true }).waitFor()
}
