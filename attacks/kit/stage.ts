import type { Presence } from '@parley/call'
import {
  applyLogged,
  commitRefresh,
  openEnvelope,
  prepareJoin,
  type Opened,
  type Room,
} from '@parley/group'
import { PLENARY } from '@parley/protocol'
import type { Person } from '@parley/testkit/agreedCall'
import { MediaPath, settled, StagedCall, type Entry, type EvilLine } from '@parley/testkit/evil'
import type { CallNotice } from '../../apps/web/src/model/callNotices.ts'
import { Participant, type Coming } from './participant.ts'

/** Larger: what falls due together is told less apart. Smaller: a story takes longer. */
const STEP_MS = 50

/** Joining is the work of a few attempts, each with a pause. */
const JOIN_WITHIN_MS = 30_000

/** Silence is told after 15 s, at the next look, a quarter of a second later at most. */
export const SILENT_WITHIN_MS = 15_300

/** Where a story is played: a call at a server and a media server in the hands of an attacker, and a clock that the story moves. */
export class Stage implements AsyncDisposable {
  readonly staged: StagedCall
  readonly path = new MediaPath()
  readonly #parts = new AsyncDisposableStack()
  /** How long the victim's screen took, where a story waited for it. */
  shownMs: number | undefined
  /** Long stories take long steps. */
  stepMs = STEP_MS
  /** What goes on with each step of the clock. */
  meanwhile: () => void = () => undefined

  private constructor(staged: StagedCall) {
    this.staged = staged
  }

  static async open({ seatsEach = 2 } = {}): Promise<Stage> {
    return new Stage(await StagedCall.agree({ seatsEach }))
  }

  get server() {
    return this.staged.server
  }

  /** Seats of the first side come first. */
  person(place: number): Person {
    const person = this.staged.agreed.people[place]
    if (!person) throw new Error('There is no such seat')
    return person
  }

  /** Signs in and presses, and is not waited for. */
  async enter(person: Person, how: Coming | ((line: EvilLine) => void) = {}): Promise<Participant> {
    const { staged, path } = this
    let isThere = false
    const entry = typeof how === 'function' ? { prepare: how } : how
    const joining = Participant.join(person, { staged, path }, entry)
    void joining.finally(() => (isThere = true))
    await this.until(() => isThere, 1000)
    return this.#parts.use(await joining)
  }

  /** Signs in at a server that shows it a log of its own: those entries of the true one, then these. It is told that somebody is there. */
  async mislead(
    person: Person,
    { truth = [], lies }: { truth?: readonly Entry[]; lies: readonly Opened[] },
  ): Promise<Participant> {
    const sealed = await Promise.all(lies.map((one) => this.staged.seal(one)))
    return this.enter(person, (line) => {
      line.lie = ({ type }) => (type === 'ask-turn' ? { isAnybodyThere: true } : undefined)
      this.server.part(line, PLENARY, truth)
      for (const [at, envelope] of sealed.entries()) {
        const isFounding = lies[at]?.kind === 'founding'
        this.server.put(PLENARY, envelope, { isCommit: true, isFounding, by: line })
      }
    })
  }

  /** Shows it the log that the others see, from now on. */
  undeceive({ line }: Participant): void {
    line.lie = () => undefined
    this.server.heal(PLENARY)
  }

  /** What the log of the plenary has, as whoever holds K reads it. */
  async read(line?: EvilLine): Promise<(Opened | undefined)[]> {
    const to = await this.staged.envelopeTo()
    const entries = this.server.log(PLENARY, line)
    return Promise.all(entries.map(({ envelope }) => openEnvelope(to, envelope)))
  }

  /** Comes in with whatever it has, by its own evil client: the joining commit is in the log, and the room that it would bring is its own. */
  async intrude({ me }: Person, terms = this.staged.agreed.terms): Promise<Room> {
    const opened = await this.read()
    const entries = opened.filter((entry) => entry !== undefined && entry.kind !== 'message')
    const prepared = await prepareJoin(me, terms, { entries })
    if (prepared.outcome !== 'joining') throw new Error(JSON.stringify(prepared))
    await this.staged.put(prepared.opened)
    return prepared.joining.room
  }

  /** An evil client's refresh goes into the log; the room that it brings is its own. */
  async refreshes(room: Room): Promise<Room> {
    const refreshed = await commitRefresh(room)
    if (!refreshed) throw new Error('It is not alone')
    await this.staged.put(refreshed.opened)
    await settled()
    return (await applyLogged(refreshed.room, refreshed.opened)).room
  }

  /** Those of these places come one after the other, until all are in and see each other. */
  async together<P extends readonly number[]>(
    ...places: P
  ): Promise<{ [At in keyof P]: Participant }> {
    const people: Participant[] = []
    for (const place of places) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      people.push(await this.enter(this.person(place)))
      // oxlint-disable-next-line no-await-in-loop -- likewise
      await this.areTogether(...people)
    }
    return people as { [At in keyof P]: Participant }
  }

  /** All of them are in one epoch of one group, may send, and see nobody else. */
  async areTogether(...people: readonly Participant[]): Promise<number> {
    const took = await this.until(
      () => people.every((one) => one.isIn && one.company === people.length),
      JOIN_WITHIN_MS,
    )
    const places = await Promise.all(people.map((one) => one.place()))
    if (new Set(places).size > 1) throw new Error(`They are apart: ${places.join(', ')}`)
    return took
  }

  /** Moves the clock until it is so, and gives how long that took, in milliseconds. */
  async until(isSo: () => boolean, withinMs: number): Promise<number> {
    await settled()
    for (let ms = 0; ; ms += this.stepMs) {
      if (isSo()) return ms
      if (ms >= withinMs) throw new Error(`Within ${withinMs} ms it was not so: ${isSo.toString()}`)
      this.meanwhile()
      this.staged.clock.advance(this.stepMs)
      // oxlint-disable-next-line no-await-in-loop -- step after step
      await settled()
    }
  }

  /** Time goes by. */
  async pass(ms: number): Promise<void> {
    const untilMs = this.staged.clock.nowMs() + ms
    await this.until(() => this.staged.clock.nowMs() >= untilMs, ms)
  }

  /** The victim's screen says that within the time given. */
  async shows(
    victim: Participant,
    notice: Partial<CallNotice> & Record<string, unknown>,
    { withinMs }: { withinMs: number },
  ): Promise<void> {
    const isShown = () =>
      victim.notices.some((one) =>
        Object.entries(notice).every(([key, value]) => Reflect.get(one, key) === value),
      )
    try {
      this.shownMs = await this.until(isShown, withinMs)
    } catch (cause) {
      const [wanted, said] = [notice, victim.notices].map((each) => JSON.stringify(each))
      throw new Error(`${wanted} was to be shown, and ${said} is`, { cause })
    }
  }

  /** Beside somebody's name the victim's screen says that within the time given. */
  async showsBeside(
    victim: Participant,
    [other, presence]: readonly [Person, Presence],
    { withinMs }: { withinMs: number },
  ): Promise<void> {
    this.shownMs = await this.until(() => victim.presenceOf(other) === presence, withinMs)
  }

  /** All leave; what they say last is under way for as long as anything is. */
  async [Symbol.asyncDispose](): Promise<void> {
    let isOver = false
    const ending = this.#parts.disposeAsync()
    void ending.finally(() => (isOver = true)).catch(() => undefined)
    this.meanwhile = () => undefined
    await this.until(() => isOver, 5000)
    await ending
  }
}
