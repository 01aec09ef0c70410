import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  expect,
  test,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
} from '@playwright/test'
import { readRecording, type Recording } from '@parley/release/recordings'
import { openWith, restoreSeal, type Seal } from '@parley/seal'
import { startC2paPython } from '../scripts/testing/c2paPython.ts'
import { foundIn } from './capture/search.ts'
import { launchFor, launchProfile } from './media/launch.ts'
import {
  callOf,
  codeShownBy,
  confirmSeals,
  invite,
  linkFor,
  pageAt,
  planRecorded,
  savedSeal,
  SIDES,
  signPlan,
  typeCode,
} from './officers.ts'
import { framesKept, keepFrames, type DiaryFrame } from './recording/frameDiary.ts'
import { foundBelow, marksOf } from './recording/onDisk.ts'
import { mediaByte, signatureInManifest, signatureOf, textOf } from './release/bytesOf.ts'
import { codeAt, isWhole, makeAndPropose, openClips, refuse } from './release/clips.ts'
import { openReadouts, publish, write } from './release/readouts.ts'
import { leave, saveRecord, signRecord } from './release/record.ts'
import { choose, flipped, verify, verifyPage, type NamedFile } from './release/verify.ts'
import { startReal, type RealServer } from './stage.ts'

const long = { timeout: 90_000 }
const [LIVIA, ZAWADI] = ['Livia Spescha', 'Zawadi Kiptalam'] as const
const PASSPHRASE = 'a long walk by the river'
/** Fewer would be a moment. */
const FRAMES_AT_LEAST = 20

const parts = new AsyncDisposableStack()
let real: RealServer
let officers: Browser
let first: Page
let second: Page
let seal: Seal
/** Where the recording lies that was saved for the desk. */
let recordingFile: string
let record: NamedFile
let published: readonly NamedFile[]

// One after the other: each goes on where the one before it ended.
test.describe.configure({ mode: 'serial', timeout: 300_000 })

test.beforeAll(async () => {
  real = await startReal(parts)
  officers = await launchFor(0)
  parts.defer(() => officers.close())
})
test.afterAll(() => parts.disposeAsync())

test('two sides hold a call with an open and a closed part: the open one is recorded, and no frame of the closed one is on any disk (R78, R89, R90)', async () => {
  await agree()
  const profile = await mkdtemp(join(tmpdir(), 'recorder-'))
  const recorder = await launchProfile(1, profile)
  parts.defer(() => recorder.close())
  await keepFrames(recorder)
  const livia = await sit(recorder, { desk: first, name: LIVIA })
  const other = await launchFor(2)
  parts.defer(() => other.close())
  const context = await other.newContext({ permissions: ['camera', 'microphone'] })
  const zawadi = await sit(context, { desk: second, name: ZAWADI })
  for (const page of [livia, zawadi])
    await expect(page.getByText(/open parts are recorded by .*Livia Spescha/)).toBeVisible(long)
  for (const page of [livia, zawadi]) {
    await page.getByRole('button', { name: 'Join', exact: true }).click()
    await page.getByRole('button', { name: /^Mic closed/ }).press('Enter', long)
  }
  await livia.getByRole('button', { name: 'This device records open parts' }).click(long)
  await expect(livia.getByText('It waits for an open part.')).toBeVisible(long)

  const opened = await moveTo(1, zawadi)
  for (const page of [livia, zawadi]) await expect(recordedBy(page)).toHaveCount(1, long)
  await expect(livia.getByText(/^It records\. Recorded: .*(?:[6-9]|\d\d) sec/)).toBeVisible(long)
  const closed = await moveTo(2, zawadi)
  await expect(livia.getByText(/^It waits for an open part\. Recorded/)).toBeVisible(long)
  for (const page of [livia, zawadi]) await expect(recordedBy(page)).toHaveCount(0, long)
  const since = (frames: readonly DiaryFrame[]) => frames.filter(({ atMs }) => atMs > closed.toMs)
  for (const is of ['sealed', 'opened'] as const)
    await expect
      .poll(
        async () => marksOf(since(await framesKept(livia)).filter((one) => one.is === is)).length,
        long,
      )
      .toBeGreaterThan(FRAMES_AT_LEAST)

  const diary = await framesKept(livia)
  for (const page of [livia, zawadi]) await leave(page)
  const saving = livia.waitForEvent('download')
  await livia.getByRole('button', { name: 'Save as a file' }).click()
  recordingFile = join(profile, '..', `${callOf(first)}.parley-recording`)
  await (await saving).saveAs(recordingFile)
  expect(await filesIn(zawadi)).toBe(0)
  await recorder.close()

  const bytes = await readFile(recordingFile)
  const recording = await readRecording(new Blob([bytes]), (jwe) =>
    openWith(seal.agreementPrivateKey, jwe),
  )
  const frames = await framesOf(recording)
  expect(recording.spans.map(({ part }) => part)).toEqual([1])
  expect(recording.lost).toEqual({ damaged: 0, missing: 0, tornBytes: 0 })
  for (const { atMs } of frames) {
    expect(atMs).toBeGreaterThanOrEqual(opened.fromMs)
    expect(atMs).toBeLessThan(closed.toMs)
  }
  const inOpenPart = diary.filter(({ atMs }) => opened.toMs < atMs && atMs < closed.fromMs)
  const marks = marksOf(since(diary), { butNotOf: inOpenPart })
  const recorded = frames.map((frame) => Buffer.from(frame.bytes))
  expect(marks.length).toBeGreaterThan(FRAMES_AT_LEAST)
  expect(foundIn(recorded, marksOf(inOpenPart)).length).toBeGreaterThan(FRAMES_AT_LEAST)
  expect(foundIn(recorded, marks)).toEqual([])
  const itself = { what: 'the recording', bytes: bytes.subarray(-64) }
  expect(foundBelow(profile, [...marks, itself])).toEqual(['the recording'])
  expect(foundBelow(real.dataFolder, [...marks, ...marksOf(inOpenPart), itself])).toEqual([])
})

test('a clip of it is refused, cut anew, signed by both and published; both publish a readout, one corrects it, and both sign the record (R87, R96, R97, R104)', async () => {
  await openClips(first)
  await first.getByLabel('Open a recording of our side').setInputFiles(recordingFile)
  await first.getByRole('button', { name: 'New clip' }).click()
  await first.getByRole('textbox', { name: 'Title of the clip' }).fill('Dry years')
  await makeAndPropose(first)
  await second.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(second.getByText('This is the file with the code that is signed')).toBeVisible(long)
  await refuse(second, 'It begins before our answer.')
  await expect(first.getByText('It begins before our answer.')).toBeVisible(long)
  const refused = await codeAt(first)
  await first.getByRole('button', { name: 'Propose another cut' }).click()
  await first.getByRole('slider', { name: 'Beginning of the clip' }).press('PageUp')
  await makeAndPropose(first)
  await expect.poll(() => codeAt(second), long).not.toBe(refused)
  await expect(second.getByText('This is the file with the code that is signed')).toBeVisible(long)
  await second.getByRole('button', { name: 'Sign this cut' }).click()
  for (const desk of [first, second]) await isWhole(desk)
  await second.getByRole('button', { name: 'Publish' }).click()
  await expect(second.getByText('Published on')).toBeVisible(long)

  for (const [desk, text] of [
    [first, 'Both sides agreed on 18 cubic metres.\nExperts meet in Geneva.'],
    [second, 'Both sides agreed on 16 cubic metres.'],
  ] as const) {
    await openReadouts(desk)
    await write(desk, 'Talks on water', text)
    await publish(desk)
    await expect(versionsAt(desk)).toHaveCount(1)
  }
  await second.getByRole('button', { name: 'Correct it' }).click()
  await write(second, 'Talks on water', 'Both sides agreed on 18 cubic metres.')
  await second.getByRole('textbox', { name: 'What this corrects' }).fill('One figure.')
  await publish(second)
  await expect(versionsAt(second)).toHaveCount(2)

  for (const desk of [first, second]) await desk.getByRole('tab', { name: 'Record' }).click()
  await signRecord(first, second)
  const file = await saveRecord(first)
  record = { name: 'record.json', bytes: new Uint8Array(await readFile(file)) }
})

test('the public page shows all of it, and a third browser and the command line verify it (R112, R115)', async () => {
  const address = `${real.running.url}/public/${callOf(first)}`
  const third = await launchFor(0)
  parts.defer(() => third.close())
  const page = await pageAt(third, address, { javaScriptEnabled: false, locale: 'en-GB' })
  const clip = page.getByRole('figure')
  await expect(clip.getByRole('heading', { name: 'Dry years' })).toBeVisible()
  await expect(clip).toContainText('which was agreed to be open')
  await expect(clip).toContainText(/Signed by .*Switzerland.*Kenya.*these very bytes/)
  for (const side of SIDES)
    await expect(page.getByRole('article', { name: side })).toContainText('18 cubic metres')
  await expect(page.getByRole('row', { name: /Experts meet in Geneva/ })).toContainText(
    'Not mentioned',
  )
  await page.getByRole('article', { name: 'Kenya' }).getByRole('link', { name: 'Compare' }).click()
  await expect(page.getByText('One figure.').first()).toBeVisible()
  await expect(page.locator('del').first()).toHaveText('16')
  await expect(page.locator('ins').first()).toHaveText('18')

  const verifier = await verifyPage(third, real.running.url)
  await verifier.getByLabel('Or an address of').fill(address)
  await verifier.getByRole('button', { name: 'Fetch and check' }).click()
  await expect(verifier.getByRole('status')).toContainText('files are as their seals signed them.')
  await expect(verifier.getByText('not as it was signed')).toHaveCount(0)
  published = await releasedAt(address)
  const all = [...published, record]
  const beside = await verifyPage(third, real.running.url)
  await choose(beside, all)
  await expect(beside.getByRole('status')).toHaveText(
    `${all.length} files are as their seals signed them.`,
  )
  expect(await verify(address)).toMatchObject({ code: 0 })
  expect(await verifyAll(all)).toMatchObject({ code: 0 })
})

test('one flipped byte in the clip, in a readout, in the record and in a signature is found and named by the page and the command, and in the clip by another maker’s reader of C2PA (R117, R118)', async () => {
  const [statement, clip, readout] = published
  if (!statement || !clip || !readout) throw new Error('They are published')
  const others = { [statement.name]: statement, [clip.name]: clip }
  const flips: readonly (readonly [file: NamedFile, at: number, named: string])[] = [
    [clip, mediaByte(clip.bytes), 'This is not the file that was signed'],
    [clip, signatureInManifest(clip.bytes), 'A manifest in the file was altered'],
    [readout, textOf(readout.bytes, 'versions'), 'the text or the signature was altered'],
    [statement, signatureOf(statement.bytes, 'versions'), 'the text or the signature was altered'],
    [record, signatureOf(record.bytes, 'entries'), 'the text or the signature was altered'],
    [record, textOf(record.bytes, 'entries'), 'the text or the signature was altered'],
  ]
  using reader = startC2paPython()
  expect(await reader.read(clip.bytes, 'video/mp4')).toEqual({
    state: 'Valid',
    failures: [],
    manifests: SIDES.length,
  })

  for (const [file, at, named] of flips) {
    const altered = { name: file.name, bytes: flipped(file.bytes, at) }
    const given = Object.values({ ...others, [file.name]: altered })
    const page = await verifyPage(officers, real.running.url)
    await choose(page, given)
    await expect(page.getByRole('article', { name: file.name, exact: true })).toContainText(named)
    await page.context().close()
    const { code, said } = await verifyAll(given)
    expect({ code, said }).toMatchObject({
      code: 1,
      said: expect.stringContaining(`${file.name} is NOT`),
    })
    const { state, failures } = await reader.read(altered.bytes, typeOf(file))
    // It reads media, and says of statements, readouts and records only that it cannot.
    if (file !== clip) expect([file.name, state]).toEqual([file.name, 'unreadable'])
    else expect([state, failures.length > 0]).toEqual(['Invalid', true])
  }
})

/** Both desks plan it with an open and a closed part, sign it, and declare one person each, of whom ours records. */
async function agree(): Promise<void> {
  const { url, createToken } = real.running
  first = await pageAt(officers, `${url}/#create=${createToken}`)
  await planRecorded(first)
  second = await pageAt(officers, await invite(first))
  await second.getByRole('button', { name: 'Make our seal' }).click()
  await confirmSeals(first, second)
  await signPlan(first, second)
  seal = await restoreSeal(await readFile(await savedSeal(first, PASSPHRASE), 'utf8'), PASSPHRASE)
  for (const desk of [first, second]) await desk.getByRole('tab', { name: 'Seats' }).click()
  await declare(first, { name: LIVIA, role: 'note-taker', records: true })
  await declare(second, { name: ZAWADI, role: 'principal', records: false })
  for (const desk of [first, second])
    await desk.getByRole('button', { name: /^Acknowledge/ }).click()
}

async function declare(
  desk: Page,
  { name, role, records }: { name: string; role: string; records: boolean },
): Promise<void> {
  await desk.getByRole('textbox', { name: 'Name' }).fill(name)
  await desk.getByRole('combobox', { name: 'Role' }).selectOption(role)
  await desk.getByRole('checkbox', { name: 'Records the open parts' }).setChecked(records)
  await desk.getByRole('button', { name: 'Add a seat' }).click()
  await desk.getByRole('button', { name: 'Sign the list' }).click()
  await expect(desk.getByRole('row', { name: new RegExp(name) })).toBeVisible()
}

/** A device that has the pass of that seat, in the green room. */
async function sit(
  context: BrowserContext,
  { desk, name }: { desk: Page; name: string },
): Promise<Page> {
  const page = await context.newPage()
  await page.goto(await linkFor(desk, name))
  await typeCode(desk, name, await codeShownBy(page))
  return page
}

/** Our desk proposes that part, and theirs agrees at a seat; between which moments. */
async function moveTo(part: number, agrees: Page): Promise<{ fromMs: number; toMs: number }> {
  const fromMs = Date.now()
  await first.getByRole('button', { name: new RegExp(`^Propose ${part}\\.`) }).click(long)
  await agrees.getByRole('button', { name: 'Agree', exact: true }).press('Enter', long)
  return { fromMs, toMs: Date.now() }
}

function recordedBy(page: Page): Locator {
  return page.getByText(/^Recorded by .*Switzerland/).filter({ visible: true })
}

function versionsAt(desk: Page): Locator {
  return desk.getByRole('region', { name: 'Published' }).getByRole('listitem')
}

/** How many files and folders that page has on its disk. */
function filesIn(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    return (await Array.fromAsync(root.keys())).length
  })
}

async function framesOf(recording: Recording) {
  return Array.fromAsync(recording.frames(0, Infinity))
}

/** The statement of the clip, its film, and both readouts. */
async function releasedAt(address: string): Promise<readonly NamedFile[]> {
  const page = await (await fetch(address)).text()
  const readouts = [...page.matchAll(/readout-[\w-]+\.json/g)].map(([name]) => name)
  const names = ['clip-1.json', 'clip-1.mp4', ...new Set(readouts)]
  return Promise.all(
    names.map(async (name) => {
      const answer = await fetch(`${address}/${name}`)
      return { name, bytes: new Uint8Array(await answer.arrayBuffer()) }
    }),
  )
}

/** What the command says of those files in a folder. */
async function verifyAll(files: readonly NamedFile[]) {
  const folder = await mkdtemp(join(tmpdir(), 'released-'))
  const paths = files.map(({ name }) => join(folder, name))
  await Promise.all(files.map(({ bytes }, at) => writeFile(paths[at] ?? '', bytes)))
  return verify(...paths)
}

function typeOf({ name }: NamedFile): string {
  return name.endsWith('.mp4') ? 'video/mp4' : 'application/json'
}
