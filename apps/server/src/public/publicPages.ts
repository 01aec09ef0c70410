import type { CallId } from '@parley/protocol'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/schema.ts'
import { made, type Made } from './answerPage.ts'
import { calendarOf } from './calendar.ts'
import { atomOf, feedOf, jsonFeedOf } from './feeds.ts'
import { listedCalls } from './listedCalls.ts'
import { callPage } from './page/callPage.ts'
import { sealsIn, type Seals } from './page/codes.ts'
import { historyPage } from './page/historyPage.ts'
import { indexPage } from './page/indexPage.ts'
import type { Place } from './page/shell.ts'
import { publicCallOf, type PublicCall } from './publicCall.ts'
import {
  countPublic,
  newestPublic,
  publicFiles,
  publicRows,
  type Listed,
} from './publicRows.store.ts'
import { Recent } from './recent.ts'
import { languageFor } from './shownAccounts.ts'

/** Calls and lists that are kept read. Larger: more memory. Smaller: many calls that are read at once are put together again and again. */
const CALLS = 20
/** Pages and feeds that are kept made, likewise. */
const PAGES = 200
/** What depends on the time of day, whether a call is ahead, is made anew after so long. */
const MINUTE_MS = 60_000

const HTML = 'text/html; charset=utf-8'

/** A call as its pages need it. */
type Read = { readonly call: PublicCall; readonly seals: Seals }

/** Makes the public pages, each once for all who ask until something of it changes. */
export class PublicPages {
  readonly #db: Database
  readonly #clock: Clock
  readonly #calls = new Recent<Read | undefined>(CALLS)
  readonly #lists = new Recent<readonly Listed[]>(1)
  readonly #pages = new Recent<Made>(PAGES)

  constructor({ db, clock }: { db: Database; clock: Clock }) {
    this.#db = db
    this.#clock = clock
  }

  /** What is public of a call now; nothing if nothing is. */
  async call(call: CallId): Promise<Read | undefined> {
    return this.#calls.get(call, await this.#state(call), async () => {
      const at = this.#clock.nowMs()
      const [rows, files] = await Promise.all([
        publicRows(this.#db, { call, at }),
        publicFiles(this.#db, { call, at }),
      ])
      const found = publicCallOf(call, rows, files)
      return found && { call: found, seals: await sealsIn(found) }
    })
  }

  /** The page of a call, for a reader who reads those languages. */
  async callPage(place: Place, { call, seals }: Read, accepts: readonly string[]): Promise<Made> {
    const { i18n, asked } = place
    const wanted = asked.in === undefined ? [...accepts, i18n.language] : [asked.in]
    const shown = languageFor(call, wanted) ?? ''
    return this.#make(place, `${shown} ${asked.in ?? ''}`, call.call, () => {
      const nowMs = this.#clock.nowMs()
      return made(callPage(place, { call, seals, accepts, nowMs }), HTML, call.changedAt)
    })
  }

  /** The page on which the versions of an item are compared; nothing where the call has no such item. */
  async historyPage(place: Place, { call }: Read, item: string): Promise<Made | undefined> {
    const of = [...call.accounts, ...call.clips].find((one) => one.item === item)
    if (!of) return undefined
    return this.#make(place, item, call.call, () =>
      made(historyPage(place, { call, of }), HTML, call.changedAt),
    )
  }

  /** The list of calls. */
  async index(place: Place): Promise<Made> {
    const listed = await this.#listed()
    return this.#make(place, '', undefined, () => {
      const nowMs = this.#clock.nowMs()
      return made(indexPage(place, listedCalls(listed), nowMs), HTML, changedAt(listed, nowMs))
    })
  }

  /** What was published last, as a feed or as a calendar of one call or of all. */
  async feed(
    kind: 'atom' | 'json' | 'calendar',
    { origin, title, call }: { origin: string; title: string; call?: CallId | undefined },
  ): Promise<Made> {
    const listed = await this.#listed()
    const nowMs = this.#clock.nowMs()
    const at = changedAt(listed, nowMs)
    const feed = feedOf(listed, { origin, title, nowMs })
    switch (kind) {
      case 'atom':
        return made(atomOf(feed), 'application/atom+xml; charset=utf-8', at)
      case 'json':
        return made(JSON.stringify(jsonFeedOf(feed)), 'application/feed+json; charset=utf-8', at)
      case 'calendar': {
        const announced = listed.filter(
          (one) => one.heading.is === 'announcement' && (call === undefined || one.call === call),
        )
        const calendar = calendarOf(listedCalls(announced), { origin, name: title })
        return made(calendar, 'text/calendar; charset=utf-8', at)
      }
    }
  }

  async #listed(): Promise<readonly Listed[]> {
    return this.#lists.get('', await this.#state(), () =>
      newestPublic(this.#db, this.#clock.nowMs()),
    )
  }

  async #make(
    place: Place,
    what: string,
    call: CallId | undefined,
    make: () => Made,
  ): Promise<Made> {
    const { i18n, path, asked, origin } = place
    const name = [path, what, i18n.language, asked.page ?? '', origin ?? ''].join(' ')
    const minute = Math.floor(this.#clock.nowMs() / MINUTE_MS)
    return this.#pages.get(name, `${await this.#state(call)} ${minute}`, async () => make())
  }

  /** Nothing is ever taken away, so that a number tells whether anything is new. */
  async #state(call?: CallId): Promise<string> {
    return String(await countPublic(this.#db, { call, at: this.#clock.nowMs() }))
  }
}

function changedAt(listed: readonly Listed[], nowMs: number): number {
  return listed[0]?.publicFrom ?? nowMs
}
