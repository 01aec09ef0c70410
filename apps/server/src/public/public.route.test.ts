import { randomBytes } from 'node:crypto'
import { get } from 'node:http'
import { text } from 'node:stream/consumers'
import { LIMITS, type Hash } from '@parley/protocol'
import type { ReleaseDocument } from '@parley/release'
import { manualClock } from '@parley/testkit'
import { beforeAll, afterAll, expect, test } from 'vitest'
import { createLog } from '../log.ts'
import { startServer, type RunningServer } from '../startServer.ts'
import { eachDatabase } from '../testing/eachDatabase.ts'
import { hashOf, putFile, twoSides, type Publishing } from '../testing/publishing.ts'
import { aClip, aJointLine, anAnnouncement, aReadout, paragraph } from '../testing/releases.ts'

const log = createLog({ write: () => undefined })
const HOUR = 3_600_000
const START = Date.UTC(2027, 2, 9, 14)
const film = new Uint8Array(randomBytes(LIMITS.pieceBytes + 5000))

async function read(address: string, headers: Record<string, string> = {}) {
  const response = await fetch(address, { headers })
  return { status: response.status, headers: response.headers, body: await response.text() }
}

/** What an account says in a language and in English, as a machine has it. */
function inTwo(language: string, said: string, english: string) {
  const by = { is: 'machine' as const, name: 'Tafsiri', version: '2' }
  const body = [paragraph(english)]
  const translations = [{ language: 'en', title: 'Talks', body, by, checkedBy: null }]
  return { language, body: [paragraph(said)], translations }
}

eachDatabase((newDatabase) => {
  const clock = manualClock(START - HOUR)
  let server: RunningServer
  let sides: Publishing
  let page: string
  beforeAll(async () => {
    server = await startServer({ log, database: await newDatabase(), clock, name: 'Chancellery' })
    sides = await twoSides(server)
    page = `${server.url}/public/${sides.desks[0].call}`
  })
  afterAll(() => server[Symbol.asyncDispose]())

  test('nothing of a call is public before its sides publish, and the page says so', async () => {
    const { status, body } = await read(page)

    expect(status).toBe(404)
    expect(body).toContain('Nothing is published here')
    expect((await read(`${server.url}/public/${'x'.repeat(9)}`)).status).toBe(404)
    expect((await read(`${server.url}/public`)).body).toContain('Nothing is published here yet.')
  })

  test('an announced call is in the list, has a page and is in the calendar (R111)', async () => {
    const { desks, parties, publish } = sides
    const { call } = desks[0]
    await publish(anAnnouncement({ call }, [...parties]), desks)

    const [list, one, all, own] = await Promise.all([
      read(`${server.url}/public`),
      read(page),
      read(`${server.url}/public/calendar.ics`),
      read(`${page}/calendar.ics`),
    ])

    expect(list.body).toContain(`href="/public/${call}"`)
    expect(one.body).toContain('An announced call')
    expect(one.body).toContain('Upper Tana Water Treaty')
    expect(all.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    for (const { body } of [all, own]) {
      expect(body).toContain('SUMMARY:Upper Tana Water Treaty')
      expect(body).toContain('DTSTART:20270309T140000Z')
    }
  })

  test('a page runs no script, sets no cookie, and loads nothing from elsewhere (R111)', async () => {
    for (const address of [`${server.url}/public`, page, `${server.url}/public/none`]) {
      const { headers, body } = await read(address)
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; media-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
      )
      expect(headers.get('set-cookie')).toBe(null)
      expect(body).not.toMatch(
        /<script|<style|\sstyle=|\son\w+=|(src|href)="(https?:)?\/\/(?!localhost)/,
      )
    }
  })

  test('the accounts stand side by side in the order of the plan, and what each alone says is marked (R112)', async () => {
    const { desks, parties, publish } = sides
    const { call } = desks[0]
    const texts = [{ language: 'en', text: 'They will meet again.' }]
    const joint = await publish(aJointLine({ call }, texts), desks)
    const body = (said: string) => [paragraph(said), paragraph('They will meet again.', joint)]
    const other = [paragraph('They spoke of dams.'), paragraph('We will meet again.', joint)]
    await publish(aReadout({ call }, parties[1], { body: other }), [desks[1]])
    await publish(aReadout({ call }, parties[0], { body: body('They spoke of water.') }), [
      desks[0],
    ])

    const { body: html } = await read(page)

    expect(html.indexOf('>Switzerland</bdi></h2>')).toBeLessThan(html.indexOf('>Kenya</bdi></h2>'))
    expect(html).toContain('Two accounts of one call')
    expect(html).toMatch(/<mark class="d">water<a\s+class="d__sign"\s+href="#diff-a"/)
    expect(html).toMatch(/<mark class="d">dams<a\s+class="d__sign"\s+href="#diff-a"/)
    expect(html).toContain('id="diff-a"')
    expect(html.match(/Joint line: every side signed these words/g)).toHaveLength(1)
    expect(html.match(/Said to be a joint line; every side signed other words/g)).toHaveLength(1)
  })

  test('a reader gets the language that all accounts have, or as written, each with who made it (R112)', async () => {
    const { desks, parties, publish } = await twoSides(server)
    const { call } = desks[0]
    const own = `${server.url}/public/${call}`
    await publish(aReadout({ call }, parties[0], inTwo('fr', 'De l’eau.', 'Of water.')), [desks[0]])
    await publish(aReadout({ call }, parties[1], inTwo('sw', 'Kuhusu maji.', 'About water.')), [
      desks[1],
    ])

    const english = await read(own, { 'accept-language': 'de, en;q=0.5' })
    const french = await read(`${own}?in=fr`)
    const originals = await read(`${own}?in=original`)

    expect(english.body).toContain('<article')
    expect(english.body).toMatch(/Of<a|>Of</)
    expect(english.body).toMatch(
      /by a machine,\s*<bdi>Tafsiri 2<\/bdi>; not checked by <bdi>Kenya<\/bdi>/,
    )
    expect(french.body).toContain('De l’eau.')
    expect(french.body).toContain('lang="sw"')
    expect(french.body).toContain('shown in different languages')
    expect(originals.body).toContain('Kuhusu maji.')
    expect(originals.body).toContain('As it was written, in')
  })

  test('a correction shows with the version before it, and both are in the publication file (R109, R113)', async () => {
    const { desks, parties, publish } = await twoSides(server)
    const { call, side } = desks[0]
    const own = `${server.url}/public/${call}`
    const first = await publish(
      aReadout({ call }, parties[0], { body: [paragraph('16 metres.')] }),
      [desks[0]],
    )
    const corrected = aReadout({ call, version: 2, previous: first }, parties[0], {
      body: [paragraph('18 metres.')],
      correction: 'One figure.',
    })
    await publish(corrected, [desks[0]])

    const shown = await read(own)
    const history = await read(`${own}/readout-${side}`)
    const file = await read(`${own}/readout-${side}.json`)

    expect(shown.body).toMatch(/Version 2 of <time.*>: <bdi>One figure\.<\/bdi>/)
    expect(shown.body).toContain(`href="/public/${call}/readout-${side}"`)
    expect(history.body).toMatch(/<del>16<\/del>\s*<ins>18<\/ins>/)
    const { parley, item, versions } = JSON.parse(file.body) as Record<string, unknown[]>
    expect([parley, item, versions?.length]).toEqual([1, `readout/${side}`, 2])
    expect(file.headers.get('access-control-allow-origin')).toBe('*')
    expect(file.headers.get('content-disposition')).toContain(`readout-${side}.json`)
  })

  test('what is under embargo is nowhere before its time, and everywhere from then on (R110)', async () => {
    const { desks, parties, publish } = await twoSides(server)
    const { call, side } = desks[0]
    const until = clock.nowMs() + HOUR
    const embargo = { until, timeZone: 'Europe/Zurich' }
    await publish(aReadout({ call }, parties[0], { embargo, title: 'Held back' }), [desks[0]])
    const places = [
      '',
      `/${call}`,
      `/${call}/readout-${side}`,
      `/${call}/readout-${side}.json`,
      '/feed.atom',
      '/feed.json',
    ]
    const found = async () => {
      const all = await Promise.all(places.map((place) => read(`${server.url}/public${place}`)))
      return all.map(({ status, body }) => status === 200 && /Held back|versions/.test(body))
    }

    clock.advance(HOUR - 1)
    const before = await found()
    clock.advance(1)
    const after = await found()

    expect(before).toEqual(places.map(() => false))
    expect(after).toEqual(places.map(() => true))
    expect((await read(`${server.url}/public/${call}`)).body).toContain('when the embargo ended')
  })

  test('feeds name each version once, with its side and language (R113)', async () => {
    const [atom, json] = await Promise.all([
      read(`${server.url}/public/feed.atom`),
      read(`${server.url}/public/feed.json`),
    ])
    const feed = JSON.parse(json.body) as { items: { id: string; title: string; url: string }[] }

    expect(atom.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(atom.body).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/)
    expect(atom.body).toContain('<title>Kenya: Talks on the Upper Tana</title>')
    expect(json.headers.get('content-type')).toBe('application/feed+json; charset=utf-8')
    expect(feed.items.map(({ title }) => title)).toContain('Kenya: Talks on the Upper Tana')
    expect(new Set(feed.items.map(({ id }) => id)).size).toBe(feed.items.length)
    expect(feed.items.every(({ url }) => url.startsWith(`${server.url}/public/`))).toBe(true)
  })

  test('who has the page already is told so, and HEAD gives its heads alone', async () => {
    const { headers } = await read(page)
    const etag = headers.get('etag') ?? ''
    const since = headers.get('last-modified') ?? ''

    const same = await read(page, { 'if-none-match': etag })
    const unchanged = await read(page, { 'if-modified-since': since })
    const other = await read(page, { 'if-none-match': '"other"' })
    const head = await fetch(page, { method: 'HEAD' })

    expect([same.status, unchanged.status, other.status]).toEqual([304, 304, 200])
    expect(same.body).toBe('')
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, ''])
  })

  test('a film is sent whole, in parts and to its end, byte for byte (R113)', async () => {
    const { desks, parties, publish } = await twoSides(server)
    const { call } = desks[0]
    const hash: Hash = hashOf(film)
    const named = [{ type: 'video/mp4' as const, bytes: film.length, hash }]
    const clip: ReleaseDocument = aClip({ call }, [...parties], named)
    const file = await putFile(server, desks[0], film)
    await publish(clip, desks, { files: [{ hash, file }] })
    const address = `${server.url}/public/${call}/clip-1.mp4`
    const part = async (range: string) => {
      const response = await fetch(address, { headers: { range } })
      return [
        response.status,
        response.headers.get('content-range'),
        new Uint8Array(await response.arrayBuffer()),
      ]
    }
    const end = film.length - 1
    const edge = LIMITS.pieceBytes

    const whole = await fetch(address)

    expect(whole.headers.get('content-type')).toBe('video/mp4')
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(film)
    expect(await part(`bytes=${edge - 2}-${edge + 1}`)).toEqual([
      206,
      `bytes ${edge - 2}-${edge + 1}/${film.length}`,
      film.slice(edge - 2, edge + 2),
    ])
    expect(await part(`bytes=${end - 9}-`)).toEqual([
      206,
      `bytes ${end - 9}-${end}/${film.length}`,
      film.slice(end - 9),
    ])
    expect(await part('bytes=-3')).toEqual([
      206,
      `bytes ${end - 2}-${end}/${film.length}`,
      film.slice(-3),
    ])
    expect((await part(`bytes=${film.length}-`)).slice(0, 2)).toEqual([
      416,
      `bytes */${film.length}`,
    ])
    expect((await read(`${server.url}/public/${call}`)).body).toContain(
      `src="/public/${call}/clip-1.mp4"`,
    )
    expect((await fetch(`${server.url}/public/${call}/clip-1.v1.mp4`)).status).toBe(200)
    expect((await fetch(`${server.url}/public/${call}/clip-1.v2.mp4`)).status).toBe(404)
  })

  test('links to a page are shown with its title and where it is, as the server is dialled (R111)', async () => {
    const { body } = await read(page)
    const posing = await new Promise<string>((resolve, reject) => {
      const options = { headers: { host: 'evil.example' } }
      get(page, options, (response) => void text(response).then(resolve, reject)).on(
        'error',
        reject,
      )
    })

    expect(body).toContain('<meta property="og:title" content="Upper Tana Water Treaty" />')
    expect(body).toContain(`<meta property="og:url" content="${page}" />`)
    expect(body).toContain('<meta property="og:site_name" content="Chancellery" />')
    expect(posing).not.toContain('evil.example')
  })
})
