import { setTimeout as after } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { enrolAt, joinFrom, type Sitter } from '../e2e/stage.ts'
import { noteScreen, type NotedScreen } from './browser/inPage/noteScreen.ts'
import { takeSmallPictures } from './browser/inPage/takeSmallPictures.ts'
import { usableMs } from './browser/usable.ts'
import { visit } from './browser/visits.ts'
import { setStageApart } from './processes/stageApart.ts'
import { progress } from './progress.ts'
import { round, spreadOf, type Results } from './report/spread.ts'
import { answersMs } from './screens/interactions.ts'
import { pressThrough } from './screens/presses.ts'

const VISITS = 5
const ROUNDS = 3
/** How long a screen may arrange itself, before what moves is counted. */
const ARRANGED_AFTER_MS = 1000
/** How long the call is looked at without being touched; the green room is while the others come. */
const LOOK_MS = 5000

/**
 * How one person's screen behaves: how soon a seat's page can be used on a first visit, how soon a press is
 * answered in a call while four videos play, and what moves by itself, one second after the green room and the
 * call are there. The three others send pictures of 320 by 180, ten a second, and show theirs in a small window: four
 * whole participants are more than two cores carry.
 */
export async function screens(): Promise<Results> {
  await using parts = new AsyncDisposableStack()
  const stage = await setStageApart(parts)
  let watched = await seat(stage, { place: 0, parts })
  const usable: number[] = []
  for (let at = 0; at < VISITS; at++) {
    watched = await visit(watched, {
      isCold: true,
      prepare: watchScreen,
    })
    usable.push(await usableMs(watched.page))
  }
  progress(`usable: ${usable.map(round).join(', ')} ms`)
  const { page } = watched

  await Promise.all(
    [1, 2, 3].map(async (place) => {
      const other = await seat(stage, { place, parts })
      await joinFrom(await visit(other, { isCold: false, prepare: makeSmall }))
    }),
  )
  const greenRoom = movedIn('the green room', await notedBy(page), ARRANGED_AFTER_MS)
  await joinFrom(watched)
  const joinedMs = await page.evaluate(() => performance.now())
  await page.locator('video').nth(3).waitFor()
  await after(ARRANGED_AFTER_MS + LOOK_MS)
  const call = movedIn('the call', await notedBy(page), joinedMs + ARRANGED_AFTER_MS)

  const answers: number[] = []
  for (let at = 0; at < ROUNDS; at++) {
    await pressThrough(page)
    const { events } = await notedBy(page)
    answers.push(...answersMs(events))
    progress(answersMs(events).join(', '))
  }
  return {
    startUsableMs: spreadOf(usable),
    inpMs: spreadOf(answers),
    layoutShift: round(greenRoom + call),
  }
}

/** Has every page that the tab opens from now on note what it takes and what moves. */
async function watchScreen(page: Page): Promise<void> {
  await page.addInitScript(noteScreen)
}

/** Somebody whose device has its seat, and is in the green room. */
async function seat(...[stage, how]: Parameters<typeof enrolAt>): Promise<Sitter> {
  const sitter = await enrolAt(stage, { hasLargeCamera: true, ...how })
  await sitter.page.getByRole('button', { name: 'Join', exact: true }).waitFor()
  return sitter
}

/** A small window, and a camera that gives small pictures. */
async function makeSmall(page: Page): Promise<void> {
  await page.setViewportSize({ width: 480, height: 360 })
  await page.addInitScript(takeSmallPictures)
}

/** What was noted since it was asked last. */
function notedBy(page: Page): Promise<NotedScreen> {
  return page.evaluate(() => {
    const { events, shifts } = Reflect.get(globalThis, 'notedScreen') as NotedScreen
    return { events: events.splice(0), shifts: shifts.splice(0) }
  })
}

/** All that moved after that moment of the page's own clock, together. */
function movedIn(where: string, { shifts }: NotedScreen, afterMs: number): number {
  for (const { atMs, score, moved } of shifts)
    progress(`${where}, ${round(atMs)} ms: ${score.toFixed(4)} ${moved.join('; ')}`)
  return shifts.filter(({ atMs }) => atMs > afterMs).reduce((sum, { score }) => sum + score, 0)
}
