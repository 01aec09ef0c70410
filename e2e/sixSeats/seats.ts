import { expect, type Locator } from '@playwright/test'
import { PLENARY } from '@parley/protocol'
import type { SeatAt } from '@parley/testkit'
import { cuttableLine, type CuttableLine } from '../line/cuttableLine.ts'
import { peopleHeardIn } from '../media/hear.ts'
import { plainMicrophone } from '../media/plainMicrophone.ts'
import { keepPlayedOut } from '../media/playedOut.ts'
import { keepMicrophone } from '../media/silence.ts'
import { enrolAt, joinFrom, setStage, type Sitter, type Stage } from '../stage.ts'
import { SocketTalk } from './socketTalk.ts'
import { keepSealedFrames, keepWorkerTalk } from './workerTalk.ts'

/** A principal, an adviser and both interpreters of Switzerland; a principal and an adviser of Kenya. */
export const [MATHILDE, LIVIA, NEEMA, ODILE, ZAWADI, JOSPHAT] = [0, 1, 2, 3, 4, 5] as const

/** Each has a place, and a tone of that number. */
export const PLACES = [MATHILDE, LIVIA, NEEMA, ODILE, ZAWADI, JOSPHAT] as const
export type Place = (typeof PLACES)[number]

/** Of the caucus of Switzerland, the second interpreter is not. */
const SEATS: readonly ReturnType<SeatAt>[] = [
  { name: 'Mathilde Aeberhard', role: 'principal', languages: ['fr'] },
  { name: 'Livia Spescha', role: 'adviser', languages: ['de'] },
  { name: 'Neema Kazungu', role: 'interpreter', languages: ['en', 'sw'] },
  { name: 'Odile Rochat', role: 'interpreter', languages: ['fr', 'en'], rooms: [PLENARY] },
  { name: 'Zawadi Kiptalam', role: 'principal', languages: ['sw'] },
  { name: 'Josphat Mwendwa', role: 'adviser', languages: ['en'] },
]
const SEATS_EACH = 4
const INTERPRETERS: readonly Place[] = [NEEMA, ODILE]
/** Characters of each page in the words of a failure. */
const SHOWN_AT_MOST = 800
/** Of a page, in pixels: as little to draw as has room for all. */
const [WIDE, HIGH] = [1024, 700]

/** Six people in one call, each at a browser of their own, with a line of their own where it will be cut. */
export class SixSeats {
  readonly #sitters = new Map<Place, Sitter>()
  readonly #lines = new Map<Place, CuttableLine>()
  readonly #talks = new Map<Place, SocketTalk>()
  readonly stage: Stage

  constructor(stage: Stage) {
    this.stage = stage
  }

  /** All of them in the call, microphones closed; four with a camera. `parts` ends it. */
  static async sitDown(
    parts: AsyncDisposableStack,
    { cut }: { cut: readonly Place[] },
  ): Promise<SixSeats> {
    const stage = await setStage(parts, {
      seatsEach: SEATS_EACH,
      seatAt: (place) => SEATS[place] ?? {},
    })
    const six = new SixSeats(stage)
    for (const place of PLACES) {
      // oxlint-disable-next-line no-await-in-loop -- two cores carry one start of a browser at a time
      if (cut.includes(place)) six.#lines.set(place, parts.use(await cuttableLine(stage)))
      // oxlint-disable-next-line no-await-in-loop -- likewise
      await six.#sit(place, parts)
    }
    return six
  }

  at(place: Place): Sitter {
    return known(this.#sitters, place)
  }

  lineOf(place: Place): CuttableLine {
    return known(this.#lines, place)
  }

  /** What the server said to whoever sits there. */
  saidTo(place: Place): SocketTalk {
    return known(this.#talks, place)
  }

  button(place: Place, name: string | RegExp): Locator {
    return this.at(place).page.getByRole('button', { name })
  }

  /** On air, by the console of whoever sits there. */
  onAir(place: Place): Locator {
    return this.at(place).page.getByRole('status').getByText('On air', { exact: true })
  }

  /**
   * Waits until exactly those are heard at each of these places, by their tones. Where nobody is, is listened to
   * once the others hear whom they should; and at one place at a time, since to listen costs a machine that six
   * browsers fill already.
   */
  async hear(expected: Partial<Record<Place, readonly Place[]>>): Promise<void> {
    const places = PLACES.filter((place) => expected[place])
    const isSilent = (place: Place) => expected[place]?.length === 0
    for (const place of [
      ...places.filter((each) => !isSilent(each)),
      ...places.filter((each) => isSilent(each)),
    ])
      // oxlint-disable-next-line no-await-in-loop -- as it says
      await expect
        .poll(() => peopleHeardIn(this.at(place).page, PLACES), { message: `At ${place}` })
        .toEqual(expected[place]?.toSorted())
        .catch(async (error: Error) => {
          throw new Error(`${error.message}\n${await this.#shown()}`, { cause: error })
        })
  }

  /** Once it is shown at each of these places that the line is lost, it is mended, and then there again. */
  async missAndMend(places: readonly Place[]): Promise<void> {
    await Promise.all(places.map((place) => expect(this.#lost(place)).toBeVisible()))
    for (const place of places) this.lineOf(place).mend()
    await Promise.all(places.map((place) => expect(this.#lost(place)).toHaveCount(0)))
  }

  /** What the screens say of what goes wrong: on a machine that six browsers fill, somebody’s line may be lost. */
  async #shown(): Promise<string> {
    const said = await Promise.all(
      PLACES.map(async (place) => {
        const { page } = this.at(place)
        const words = await page.locator('body').innerText()
        return `${place}: ${words.replaceAll('\n', ' ').slice(0, SHOWN_AT_MOST)}`
      }),
    )
    return said.join('\n')
  }

  /** What is shown to whoever sits there while the line is lost. */
  #lost(place: Place): Locator {
    return this.at(place).page.getByText('Coming back. Your seat is kept.').first()
  }

  async #sit(place: Place, parts: AsyncDisposableStack): Promise<void> {
    const line = this.#lines.get(place)
    const isInterpreter = INTERPRETERS.includes(place)
    const sitter = await enrolAt(this.stage, {
      place,
      parts,
      ...(line ? { line } : {}),
      // Levels of six that move are drawn at the cost of their sound.
      isStill: true,
      prepare: async (context) => {
        this.#talks.set(place, SocketTalk.of(context))
        await keepWorkerTalk(context)
        await plainMicrophone(context)
        if (isInterpreter) await keepPlayedOut(context)
        if (place === ODILE) await keepMicrophone(context)
        if (place === LIVIA) await keepSealedFrames(context)
      },
    })
    this.#sitters.set(place, sitter)
    const { page } = sitter
    page.setDefaultTimeout(60_000)
    await page.setViewportSize({ width: WIDE, height: HIGH })
    if (isInterpreter) {
      await page.getByRole('button', { name: 'Join', exact: true }).click()
      // The green room has such a button too, and a press there comes too late.
      await page.getByRole('region', { name: 'What goes out' }).waitFor()
      return page.getByRole('button', { name: /^Camera (on|starts)/ }).click()
    }
    await joinFrom(sitter)
    // What everybody else has: on a principal’s room display, controls are there once the pointer moves.
    await page.mouse.move(WIDE / 2, HIGH / 2)
    const display = page.getByRole('button', { name: 'Room display' })
    if ((await display.count()) > 0) await display.click()
  }
}

function known<T>(of: ReadonlyMap<Place, T>, place: Place): T {
  const found = of.get(place)
  if (!found) throw new Error(`There is none at place ${place}`)
  return found
}
