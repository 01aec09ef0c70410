import { setTimeout as after } from 'node:timers/promises'
import { setStage, type Sitter } from '../e2e/stage.ts'
import { Newcomers } from './browser/newcomers.ts'
import { come, goInTalking } from './browser/people.ts'
import { usableMs } from './browser/usable.ts'
import { notedBy, type HeardSound, type SeenPicture } from './browser/watch.ts'
import { progress } from './progress.ts'
import { round, spreadOf, type Results } from './report/spread.ts'

/** By how many are in the call then. Fewer: one round that was held up is a third of what is seen. */
const ROUNDS = new Map([
  [2, 4],
  [4, 3],
])
/** How long somebody looks at the green room before they press Join. */
const IN_GREEN_ROOM_MS = 2000
/** How long others may take to be seen and heard. */
const PATIENCE_MS = 20_000
const BETWEEN_LOOKS_MS = 250
/** From this level on others are heard: minus 50 dB of full scale. */
const AUDIBLE = 0.003

/** Who is there already notes who comes, and who comes what it finds. */
const NOTING = { pictures: 'first', own: false, others: true } as const

const MEASURES = ['usableMs', 'firstPictureMs', 'firstSoundMs', 'seenByOthersMs'] as const
type Joined = Record<(typeof MEASURES)[number], number>

/**
 * How long coming in takes, as people at real browsers see and hear it, as the second and as the fourth in the
 * call: the page until Join can be pressed, and from the press to the first picture and sound of another, and
 * to one's own picture at each of the others. `notThere` counts rounds in which that did not come to pass.
 */
export async function join(): Promise<Results> {
  await using parts = new AsyncDisposableStack()
  const stage = await setStage(parts, { seatsEach: 3 })
  const newcomers = await Newcomers.enrol(stage, { parts, noting: NOTING })
  const others: Sitter[] = []
  const byInCall: Record<string, Results> = {}
  let notThere = 0
  for (const [inCall, howOften] of ROUNDS) {
    while (others.length < inCall - 1) {
      const other = await come(stage, {
        place: others.length,
        parts,
        noting: { ...NOTING, others: false },
      })
      await goInTalking(other)
      others.push(other)
    }
    const rounds: { cold: Joined[]; warm: Joined[] } = { cold: [], warm: [] }
    for (let at = 0; at < howOften * 2; at++) {
      const how = at % 2 === 0 ? 'cold' : 'warm'
      const joined = await newcomers.next(how === 'cold', (newcomer) => joinOnce(newcomer, others))
      progress(`${inCall} in the call, ${how}: ${JSON.stringify(joined)}`)
      if (joined) rounds[how].push(joined)
      else notThere++
    }
    byInCall[inCall] = { cold: spreadsOf(rounds.cold), warm: spreadsOf(rounds.warm) }
  }
  return { byInCall, notThere }
}

function spreadsOf(rounds: readonly Joined[]): Results {
  return Object.fromEntries(
    MEASURES.map((measure) => [measure, spreadOf(rounds.map((joined) => joined[measure]))]),
  )
}

/** Nothing if somebody was not seen or heard in time. */
async function joinOnce(newcomer: Sitter, others: readonly Sitter[]): Promise<Joined | undefined> {
  const { page, place } = newcomer
  const usable = await usableMs(page)
  await after(IN_GREEN_ROOM_MS)
  await Promise.all(others.map((other) => notedBy(other.page)))
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  let clickedMs = Number.NaN
  let [picture, sound]: (number | undefined)[] = []
  const seen = new Map<Sitter, number>()
  for (const untilMs = Date.now() + PATIENCE_MS; Date.now() < untilMs;) {
    await after(BETWEEN_LOOKS_MS)
    const noted = await notedBy(page)
    clickedMs = noted.clickedMs
    picture ??= firstOf(noted.pictures, (person) => person !== place)
    sound ??= firstHeard(noted.sounds)
    for (const other of others) {
      const { pictures } = await notedBy(other.page)
      const at = firstOf(pictures, (person) => person === place)
      if (at !== undefined && !seen.has(other)) seen.set(other, at)
    }
    if (picture !== undefined && sound !== undefined && seen.size === others.length) break
  }
  if (picture === undefined || sound === undefined || seen.size < others.length) {
    progress(`not there in time: ${JSON.stringify({ picture, sound, seenBy: seen.size })}`)
    return undefined
  }
  return {
    usableMs: round(usable),
    firstPictureMs: round(picture - clickedMs),
    firstSoundMs: round(sound - clickedMs),
    seenByOthersMs: round(Math.max(...seen.values()) - clickedMs),
  }
}

function firstOf(
  pictures: readonly SeenPicture[],
  of: (person: number) => boolean,
): number | undefined {
  return pictures.find(({ person }) => of(person))?.shownMs
}

function firstHeard(sounds: readonly HeardSound[]): number | undefined {
  const heard = sounds
    .filter(({ isOwn }) => !isOwn)
    .flatMap(({ chunks }) => chunks.filter(({ level }) => level > AUDIBLE).slice(0, 1))
  return heard.length > 0 ? Math.min(...heard.map(({ arrivedMs }) => arrivedMs)) : undefined
}
