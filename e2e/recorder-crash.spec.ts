import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, test, type BrowserContext, type JSHandle } from '@playwright/test'
import { readRecording, type Recording } from '@parley/release/recordings'
import { makeSeal, openWith } from '@parley/seal'
import type { RecorderReport } from '@parley/sframe/recorder'
import type { Lab } from './media-lab/lab.ts'
import {
  introduce,
  joinAs,
  joinIn,
  openLabIn,
  openMicrophone,
  setLabStage,
  show,
  soon,
} from './media-lab/labStage.ts'
import type { Member } from './media-lab/member.ts'
import { CHROMIUM } from './media/chromium.ts'
import { play } from './recording/played.ts'

declare const lab: Lab

setLabStage()

/** Larger: a piece may come late on two busy cores. Smaller: pieces are half a second. */
const LOST_AT_MOST_MS = 1000

const desk = await makeSeal()
const open = (jwe: string) => openWith(desk.agreementPrivateKey, jwe)

/** A browser whose profile lies on the disk, and is there again when it is started again. */
function launchWith(profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, CHROMIUM)
}

/** Ends every process of the browser of that profile, at once and unasked. */
function killBrowser(profile: string): void {
  const ofProfile = `--user-data-dir=${profile}\0`
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    if (commandOf(id).includes(ofProfile)) process.kill(Number(id), 'SIGKILL')
}

/** Empty where it has ended meanwhile. */
function commandOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** What lies on the disk, opened by the desk; then it is taken away. */
async function takeRecordings(context: BrowserContext): Promise<Recording[]> {
  const page = await context.newPage()
  await openLabIn(page)
  const found = await page.evaluate(() => lab.recordingsHere())
  await page.evaluate(() => lab.forgetRecordings())
  await page.close()
  return Promise.all(
    found.map(({ bytes }) => readRecording(new Blob([Uint8Array.fromBase64(bytes)]), open)),
  )
}

/** Ben comes in with a page of that browser, and records until the moment that the test wants. Resolves to when that was, and to what had been told to lie on the disk. */
async function recordUntil(
  context: BrowserContext,
  { ada, ms, kill }: { ada: JSHandle<Member>; ms: number; kill: () => Promise<void> | void },
): Promise<{ killedAtMs: number; toMs: number }> {
  const page = await context.newPage()
  const reports: RecorderReport[] = []
  await page.exposeFunction('onReport', (report: RecorderReport) => reports.push(report))
  await openLabIn(page)
  const ben = await joinIn(page, 1)
  await show(ben, 'default')
  await soon.poll(() => ben.evaluate((member) => member.announced.length)).toBe(2)
  await introduce(ada, ben)
  await introduce(ben, ada)
  await openMicrophone(ada, ben)
  await soon.poll(() => ben.evaluate((member) => member.sees(0 as never))).toBe(0)
  const recorder = await page.evaluateHandle((to) => lab.record(to), desk.agreement)
  await soon.poll(() => reports.some(({ type }) => type === 'begun')).toBe(true)
  await ben.evaluate((member, tape) => tape.listAll(member), recorder)
  await recorder.evaluate((tape) => tape.send({ do: 'allow', part: 1, forMs: 60_000 }))
  const writtenTo = () =>
    reports.reduce((to, report) => (report.type === 'written' ? report.toMs : to), 0)
  await soon.poll(writtenTo).toBeGreaterThan(0)
  await new Promise((resolve) => setTimeout(resolve, ms))
  const toMs = writtenTo()
  // Before: how long a browser takes to die is no time that was lost.
  const killedAtMs = Date.now()
  await kill()
  return { killedAtMs, toMs }
}

/** Larger: a busy machine makes a few of the frames later itself. Smaller: times of arrival pass, of which hardly one in ten is even. */
const MADE_EVENLY = 0.7

/** How many of the frames of sound stand as far from the one before as they were made, of all. */
async function shareEvenly(recording: Recording): Promise<number> {
  const sound = recording.tracks.find(({ kind }) => kind === 'sound')?.track
  const times: number[] = []
  for await (const { track, atMs } of recording.frames(0, Infinity))
    if (track === sound) times.push(atMs)
  const apart = times.slice(1).map((atMs, at) => atMs - (times[at] ?? 0))
  return apart.filter((ms) => Math.abs(ms - 20) < 1).length / apart.length
}

const moments = (count: number) => Array.from({ length: count }, () => Math.random() * 4000)

async function check(
  recordings: readonly Recording[],
  { killedAtMs, toMs }: { killedAtMs: number; toMs: number },
): Promise<void> {
  const [recording] = recordings
  if (!recording) throw new Error('There is a recording')
  const last = recording.spans.at(-1)?.to ?? 0
  expect(recordings).toHaveLength(1)
  expect(last).toBeGreaterThanOrEqual(toMs)
  expect(killedAtMs - last).toBeLessThan(LOST_AT_MOST_MS)
  expect(recording.lost).toMatchObject({ damaged: 0, missing: 0 })
  const kinds = recording.tracks.map(({ of }) => of).toSorted()
  expect(kinds).toEqual(['camera', 'camera', 'microphone'])
  expect(await shareEvenly(recording)).toBeGreaterThan(MADE_EVENLY)
  for (const { track, kind } of recording.tracks) {
    const played = await play(recording, track)
    expect(played.errors).toBe('')
    if (kind === 'picture') expect(played.pictures).toBe(played.frames)
    else expect(played.seconds).toBeGreaterThan(played.frames * 0.018)
  }
}

test('a recorder whose browser is killed at ten random moments leaves ten recordings that play up to their last finished second (R91)', async () => {
  test.setTimeout(600_000)
  const profile = await mkdtemp(join(tmpdir(), 'recorder-'))
  const ada = await joinAs(0)
  await show(ada, 'default')
  await soon.poll(() => ada.evaluate((member) => member.announced.length)).toBe(2)
  for (const ms of moments(10)) {
    const context = await launchWith(profile)
    const ended = await recordUntil(context, { ada, ms, kill: () => killBrowser(profile) })
    await context.close().catch(() => undefined)
    const again = await launchWith(profile)
    await check(await takeRecordings(again), ended)
    await again.close()
  }
})

test('likewise one whose page crashes, ten times (R91)', async () => {
  test.setTimeout(600_000)
  const context = await launchWith(await mkdtemp(join(tmpdir(), 'recorder-')))
  const ada = await joinAs(0)
  await show(ada, 'default')
  await soon.poll(() => ada.evaluate((member) => member.announced.length)).toBe(2)
  for (const ms of moments(10)) {
    const ended = await recordUntil(context, {
      ada,
      ms,
      async kill() {
        const page = context.pages().at(-1)
        if (!page) throw new Error('There is one')
        const devTools = await context.newCDPSession(page)
        const crashed = page.waitForEvent('crash')
        devTools.send('Page.crash').catch(() => undefined)
        await crashed
        await page.close()
      },
    })
    await check(await takeRecordings(context), ended)
  }
  await context.close()
})
