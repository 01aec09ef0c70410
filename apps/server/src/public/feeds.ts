import { itemPath, type Party } from '@parley/release'
import type { Listed } from './publicRows.store.ts'
import { xml, type Markup } from './page/markup.ts'

/** Entries of a feed. Larger: more is sent each time. Smaller: a reader that comes seldom misses some. */
const ENTRIES = 50

type Feed = {
  readonly entries: readonly Listed[]
  readonly origin: string
  readonly title: string
  readonly updatedAt: number
}

/** What of the list goes into feeds: the newest, and of those what is for readers. */
export function feedOf(
  listed: readonly Listed[],
  { origin, title, nowMs }: { origin: string; title: string; nowMs: number },
): Feed {
  const entries = listed
    .filter(({ heading }) => heading.is !== 'joint' && heading.is !== 'record')
    .slice(0, ENTRIES)
  return { entries, origin, title, updatedAt: entries[0]?.publicFrom ?? nowMs }
}

/** As Atom (RFC 4287). */
export function atomOf({ entries, origin, title, updatedAt }: Feed): Markup {
  return xml`<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom">
      <id>${origin}/public</id>
      <title>${title}</title>
      <updated>${iso(updatedAt)}</updated>
      <link rel="self" type="application/atom+xml" href="${origin}/public/feed.atom" />
      <link rel="alternate" type="text/html" href="${origin}/public" />
      ${entries.map((one) => atomEntry(one, origin))}</feed
    > `
}

function atomEntry(one: Listed, origin: string): Markup {
  const { heading, publicFrom } = one
  const language = heading.language === null ? '' : xml` xml:lang="${heading.language}"`
  return xml`<entry${language}>
<id>${idOf(one)}</id>
<title>${titleOf(one)}</title>
<updated>${iso(publicFrom)}</updated>
${authorsOf(one).map(({ name }) => xml`<author><name>${name}</name></author> `)}<link rel="alternate" type="text/html" href="${origin}${pathOf(one)}"/>
<summary>${heading.correction ?? heading.summary}</summary>
</entry>
`
}

/** As JSON Feed, version 1.1. */
export function jsonFeedOf({ entries, origin, title }: Feed): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: `${origin}/public`,
    feed_url: `${origin}/public/feed.json`,
    items: entries.map((one) => ({
      id: idOf(one),
      url: `${origin}${pathOf(one)}`,
      title: titleOf(one),
      content_text: one.heading.correction ?? one.heading.summary,
      date_published: iso(one.publicFrom),
      authors: authorsOf(one).map(({ name }) => ({ name })),
      ...(one.heading.language !== null && { language: one.heading.language }),
    })),
  }
}

/** Of that version, wherever it is read. */
function idOf({ hash }: Listed): string {
  return `urn:parley:${hash}`
}

function pathOf({ call, item, heading }: Listed): string {
  return heading.is === 'clip' ? `/public/${call}#${itemPath(item)}` : `/public/${call}`
}

function titleOf({ heading }: Listed): string {
  const [side] = heading.is === 'readout' ? heading.sides : []
  return side ? `${side.name}: ${heading.title}` : heading.title
}

function authorsOf({ heading }: Listed): readonly Party[] {
  return heading.sides
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
