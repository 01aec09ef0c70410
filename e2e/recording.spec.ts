import { readFile } from 'node:fs/promises'
import { expect, test, type Locator } from '@playwright/test'
import { readRecording, type RecordedFrame, type Recording } from '@parley/release/recordings'
import { openWith } from '@parley/seal'
import type { SeatAt } from '@parley/testkit'
import { moveOn } from './recording/moveOn.ts'
import { play } from './recording/played.ts'
import { enrolAt, joinFrom, setStage, type Sitter } from './stage.ts'

const long = { timeout: 60_000 }
const SEATS: readonly ReturnType<SeatAt>[] = [
  { name: 'Mathilde Aeberhard', role: 'principal' },
  { name: 'Livia Spescha', role: 'note-taker', records: true },
  { name: 'Zawadi Kiptalam', role: 'principal' },
]

const said = ({ page }: Sitter, words: string | RegExp): Locator => page.getByText(words)
const press = ({ page }: Sitter, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).click(long)
const recorder = ({ page }: Sitter): Locator =>
  page.getByRole('button', { name: 'This device records open parts' })
const recordedBy = (one: Sitter): Locator =>
  said(one, /^Recorded by .*Switzerland/).filter({ visible: true })

async function framesOf(recording: Recording): Promise<RecordedFrame[]> {
  const frames: RecordedFrame[] = []
  for await (const frame of recording.frames(0, Infinity)) frames.push(frame)
  return frames
}

test('an open part is recorded at the seat that all agreed to, as every screen says before and meanwhile, and of the closed part no frame is on its disk (R89, R90, R92)', async () => {
  await using parts = new AsyncDisposableStack()
  const stage = await setStage(parts, {
    seatsEach: 2,
    seatAt: (place) => SEATS[place] ?? {},
    recording: 'open-parts',
    more: ['Water'],
  })
  const mathilde = await enrolAt(stage, { place: 0, parts })
  const livia = await enrolAt(stage, { place: 1, parts })
  const zawadi = await enrolAt(stage, { place: 2, parts })
  const all = [mathilde, livia, zawadi]
  for (const one of all)
    await expect(said(one, /open parts are recorded by .*Livia Spescha/)).toBeVisible(long)
  for (const one of all) await joinFrom(one)
  for (const { page } of [mathilde, zawadi])
    await page.getByRole('button', { name: /^Mic closed/ }).press('Enter')

  await recorder(livia).click(long)
  await expect(said(livia, 'It waits for an open part.')).toBeVisible(long)
  const opened = await moveOn(mathilde, zawadi, /Opening/)
  for (const one of all) await expect(recordedBy(one)).toHaveCount(1, long)
  await expect(said(livia, /^It records\. Recorded: .*[4-9] sec/)).toBeVisible(long)
  const closed = await moveOn(zawadi, mathilde, /Water/)
  for (const one of all) await expect(recordedBy(one)).toHaveCount(0, long)
  await expect(
    said(zawadi, /^The recording by .*Switzerland.* has ended/).filter({ visible: true }),
  ).toHaveCount(1, long)
  await expect(said(livia, /^It waits for an open part\. Recorded/)).toBeVisible(long)

  await press(livia, 'Leave')
  await press(livia, 'Leave the call')
  const saving = livia.page.waitForEvent('download')
  await press(livia, 'Save as a file')
  const saved = await saving
  expect(saved.suggestedFilename()).toMatch(/\.parley-recording$/)
  const seal = stage.planned.desks[0].state.record.seal
  const file = new Blob([await readFile(await saved.path())])
  const recording = await readRecording(file, (jwe) => openWith(seal.agreementPrivateKey, jwe))

  const frames = await framesOf(recording)
  const times = frames.map(({ atMs }) => atMs)
  expect(recording.header).toMatchObject({ seat: stage.planned.seats[1]?.seat })
  expect(recording.spans.map(({ part }) => part)).toEqual([1])
  expect(Math.min(...times)).toBeGreaterThanOrEqual(opened.fromMs)
  expect(Math.max(...times)).toBeLessThan(closed.toMs)
  const seats = stage.planned.seats.map(({ seat }) => seat)
  for (const place of [0, 2])
    expect(
      recording.tracks
        .filter(({ seat }) => seat === seats[place])
        .map(({ of }) => of)
        .toSorted(),
    ).toEqual(['camera', 'microphone'])
  for (const { track } of recording.tracks) expect((await play(recording, track)).errors).toBe('')
  const other = stage.planned.desks[1].state.record.seal
  await expect(
    readRecording(file, (jwe) => openWith(other.agreementPrivateKey, jwe)),
  ).rejects.toMatchObject({ code: 'malformed' })
})
