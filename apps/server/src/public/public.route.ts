import type { IncomingHttpHeaders } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import { CallId } from '@parley/protocol'
import { itemAt, itemPath, type PublicItem } from '@parley/release'
import { Language } from '@parley/seal'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/schema.ts'
import { answerPage, made } from './answerPage.ts'
import { EXTENSIONS } from './page/clips.ts'
import { notFoundPage } from './page/notFoundPage.ts'
import type { Place } from './page/shell.ts'
import { acceptedLanguages } from './page/tongues.ts'
import { publicationFile, recordFile } from './publicationFile.ts'
import type { PublicCall } from './publicCall.ts'
import { PublicPages } from './publicPages.ts'
import { servePublicFile } from './servePublicFile.ts'
import { speakerFor, speakersIn } from './speakers.ts'

type Asking = Context<{ Bindings: HttpBindings }>

const FEEDS = { 'feed.atom': 'atom', 'feed.json': 'json', 'calendar.ics': 'calendar' } as const

/** What everybody may read: pages, feeds, and the files that they are checked with. */
export function publicRoute({
  db,
  clock,
  webFolder,
  originOf,
  name,
}: {
  db: Database
  clock: Clock
  webFolder: string | undefined
  /** The origin that a reader dialled, where it is known for certain. */
  originOf: (from: IncomingHttpHeaders) => string | undefined
  name: string | undefined
}): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  const pages = new PublicPages({ db, clock })
  const speakers = speakersIn(webFolder)

  app.get('/public/:call?/:file?', async (c) => {
    const call = v.safeParse(CallId, c.req.param('call'))
    const file = c.req.param('file')
    if (file === undefined) return (await listOrCall(c)) ?? notFound(c)
    return (call.success && (await fileOf(c, call.output, file))) || notFound(c)
  })
  app.get('/public/*', notFound)
  return app

  async function listOrCall(c: Asking): Promise<Response | undefined> {
    const named = c.req.param('call')
    if (named === undefined || named === '') return answerPage(c, await pages.index(placeOf(c)))
    if (isFeed(named)) return answerPage(c, await pages.feed(FEEDS[named], feedsAt(c)))
    const call = v.safeParse(CallId, named)
    const read = call.success ? await pages.call(call.output) : undefined
    return read && answerPage(c, await pages.callPage(placeOf(c), read, acceptedBy(c)))
  }

  async function fileOf(c: Asking, call: CallId, file: string): Promise<Response | undefined> {
    const read = await pages.call(call)
    if (!read) return undefined
    if (file === 'calendar.ics')
      return answerPage(c, await pages.feed('calendar', { ...feedsAt(c), call }))
    const [, path = '', version, extension] =
      /^([\w-]+?)(?:\.v(\d{1,7}))?(?:\.(\w+))?$/.exec(file) ?? []
    const item = itemAt(path)
    if (!item) return undefined
    if (extension === undefined) {
      const page = await pages.historyPage(placeOf(c), read, item)
      return page && answerPage(c, page)
    }
    c.header('access-control-allow-origin', '*')
    if (extension === 'json' && version === undefined) return statementOf(c, read.call, item)
    const files = read.call.files.filter(
      (one) => one.item === item && EXTENSIONS[one.type] === extension,
    )
    const found =
      version === undefined ? files.at(-1) : files.find((one) => one.version === Number(version))
    return found && servePublicFile(c, { db, call, file: found })
  }

  async function statementOf(
    c: Asking,
    { call, files, changedAt }: PublicCall,
    item: PublicItem,
  ): Promise<Response | undefined> {
    const at = clock.nowMs()
    const file = files.findLast((one) => one.item === item && one.type === 'application/json')
    const text =
      (file && (await recordFile(db, { call, file, at }))) ??
      (await publicationFile(db, { call, item, at }))
    if (text === undefined) return undefined
    c.header('content-disposition', `attachment; filename="${itemPath(item)}.json"`)
    return answerPage(c, made(text, 'application/json', changedAt))
  }

  function notFound(c: Asking): Response {
    return answerPage(c, made(notFoundPage(placeOf(c)), 'text/html; charset=utf-8', 0), 404)
  }

  function placeOf(c: Asking): Place {
    const asked = { page: languageIn(c.req.query('page')), in: languageIn(c.req.query('in')) }
    const accepts = acceptedBy(c)
    const { style, all } = speakers
    return {
      i18n: speakerFor(speakers, { asked: [asked.page, asked.in], accepts }),
      style,
      speaks: all,
      origin: originOf(c.env.incoming.headers),
      path: c.req.path.replace(/\/$/, ''),
      asked,
      name,
    }
  }

  function feedsAt(c: Asking): { origin: string; title: string } {
    return { origin: originOf(c.env.incoming.headers) ?? '', title: name ?? 'Parley' }
  }
}

function isFeed(name: string): name is keyof typeof FEEDS {
  return Object.hasOwn(FEEDS, name)
}

function acceptedBy(c: Asking): readonly string[] {
  return acceptedLanguages(c.req.header('accept-language'))
}

function languageIn(asked: string | undefined): string | undefined {
  return v.is(Language, asked) ? asked : undefined
}
