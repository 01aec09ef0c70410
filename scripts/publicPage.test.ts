import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { callPage } from '../apps/server/src/public/page/callPage.ts'
import { historyPage } from '../apps/server/src/public/page/historyPage.ts'
import { indexPage } from '../apps/server/src/public/page/indexPage.ts'
import { notFoundPage } from '../apps/server/src/public/page/notFoundPage.ts'
import { sealsIn } from '../apps/server/src/public/page/codes.ts'
import type { Place } from '../apps/server/src/public/page/shell.ts'
import { speakersOf } from '../apps/server/src/public/speakers.ts'
import { publicCallOf, type PublicCall } from '../apps/server/src/public/publicCall.ts'
import { newSigner, randomId } from '../apps/server/src/testing/keys.ts'
import { aClip, anAnnouncement, aReadout, aRecord } from '../apps/server/src/testing/releases.ts'
import { makePublicPage } from '../apps/web/publicPage.ts'
import { LANGUAGES } from '../apps/web/src/language/languages.ts'
import { CallId, PublicKey, SideId, type Hash } from '../packages/protocol/src/index.ts'
import type { Party, PublicItem, ReleaseDocument } from '../packages/release/src/index.ts'

const web = join(import.meta.dirname, '../apps/web')
const fonts = readdirSync(join(web, 'src/style/fonts'))
const call = randomId(CallId, 16)
const signer = await newSigner()
const parties = ['Switzerland', 'Kenya'].map((name): Party => ({
  side: randomId(SideId, 8),
  name,
  flag: '',
  seal: randomId(PublicKey, 32),
}))
const FILM = { type: 'video/mp4' as const, bytes: 1, hash: 'A'.repeat(43) as Hash }
let built: Awaited<ReturnType<typeof makePublicPage>>

beforeAll(async () => {
  built = await makePublicPage(web, new Map(fonts.map((name) => [name, `/assets/${name}`])))
})

/** What a page is made of, as if it had been published. */
async function publicCall(documents: readonly ReleaseDocument[]): Promise<PublicCall> {
  const rows = await Promise.all(
    documents.map(async ({ payload }, at) => ({
      item: payload.kind as PublicItem,
      version: payload.version,
      hash: `${'A'.repeat(42)}${'AEIMQUYcgk'[at]}` as Hash,
      public_from: 1_000 + at,
      signatures: JSON.stringify([await signer.sign('parley-document', payload)]),
    })),
  )
  const found = publicCallOf(call, rows, [])
  if (!found) throw new Error('There is something')
  return found
}

test('each language has words for whatever the pages say', async () => {
  const missing: string[] = []
  const { all, style } = speakersOf(
    { style: '/assets/public.css', languages: LANGUAGES, words: built.words as never },
    (message) => missing.push(message),
  )
  const accounts = await Promise.all([
    publicCall([
      anAnnouncement({ call }, parties),
      aClip({ call }, parties, [FILM]),
      ...parties.map((party) => aReadout({ call }, party)),
      aReadout({ call, version: 2 }, parties[0] as Party, { correction: 'One figure.' }),
      aRecord({ call }),
    ]),
    publicCall([anAnnouncement({ call }, parties)]),
    publicCall([aReadout({ call }, parties[0] as Party, { language: 'fr' })]),
  ])
  for (const i18n of all) {
    const asked = { page: undefined, in: undefined }
    const place: Place = {
      i18n,
      style,
      speaks: all,
      origin: undefined,
      path: '/public',
      asked,
      name: 'Us',
    }
    for (const one of accounts) {
      const how = { call: one, seals: await sealsIn(one), accepts: [], nowMs: 0 }
      const page = callPage(place, how).toString()
      expect(page).toContain(
        `<html lang="${i18n.language}" dir="${LANGUAGES[i18n.language as 'en'].direction}">`,
      )
      for (const of of one.accounts) historyPage(place, { call: one, of })
    }
    indexPage(place, [], 0)
    notFoundPage(place)
  }

  expect(all.map(({ language }) => language)).toEqual(Object.keys(LANGUAGES))
  expect(missing).toEqual([])
})

test('the style sheet of the public page loads letters of the build alone, and is dark for whoever prefers it', () => {
  const { style } = built

  for (const [, address = ''] of style.matchAll(/url\(([^)]*)\)/g))
    expect(address).toMatch(/^"\/assets\/[\w-]+\.woff2"$/)
  expect(style).toContain('@media screen and (prefers-color-scheme: dark)')
  expect(style).not.toContain('@import')
})
