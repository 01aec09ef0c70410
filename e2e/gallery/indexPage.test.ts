import { expect, test } from 'vitest'
import { CALL_STATES } from '../../apps/web/src/samples/callStates.ts'
import { Album } from './album.ts'
import { screenOf } from './callStates.ts'
import { columnsFor, fileOf } from './columns.ts'
import { WALKED } from './screens.ts'
import { indexPage } from './indexPage.ts'

const ALL = [...WALKED, ...[...CALL_STATES.keys()].map(screenOf)]

function albumOf({ filter = '' }: { filter?: string } = {}): Album {
  return new Album({ folder: '/nowhere', filter })
}

function photographed(album: Album, screen: string): void {
  for (const column of columnsFor(screen)) album.add(screen, fileOf(screen, column))
}

test('each picture of each screen has a file of its own', () => {
  const files = ALL.flatMap((screen) => columnsFor(screen).map((column) => fileOf(screen, column)))

  expect(new Set(files).size).toBe(files.length)
})

test('each picture stands in the row of its screen, small, and opens in full', () => {
  const album = albumOf()
  album.open(['call on a room display'])
  photographed(album, 'call on a room display')

  const page = indexPage(album.rows)

  for (const column of columnsFor('call on a room display')) {
    const file = fileOf('call on a room display', column)
    expect(page).toContain(`<a href="${file}"><img src="${file}"`)
  }
  expect(page).not.toContain('not reached')
  expect(album.notReached).toEqual([])
})

test('only a room display is looked at on a wall', () => {
  const album = albumOf()
  album.open(['enrol'])
  photographed(album, 'enrol')

  expect(indexPage(album.rows)).not.toContain('1920x1080')
})

test('what is printed is looked at on paper only', () => {
  const album = albumOf()
  album.open(['printed plan'])
  photographed(album, 'printed plan')

  expect(indexPage(album.rows)).toContain('673x1002')
  expect(indexPage(album.rows)).not.toContain('1440x900')
})

test('a screen that was not reached keeps its row, which says so', () => {
  const album = albumOf()
  album.open(['start', 'enrol'])
  photographed(album, 'start')

  expect(album.notReached).toEqual(['enrol'])
  expect(indexPage(album.rows)).toMatch(/<th scope="row">enrol<\/th><td><span[^>]*>not reached</)
})

test('a filter keeps the screens whose name contains one of its parts', () => {
  expect(albumOf({ filter: 'Pasted' }).open(WALKED)).toEqual(['desk with a pasted list'])
  expect(albumOf({ filter: 'Pasted, call with' }).open(WALKED)).toEqual([
    'desk with a pasted list',
    'call with a dialog',
  ])
})

test('the page runs no script and asks for nothing but its pictures', () => {
  const album = albumOf()
  album.open(['call: <script src="https://elsewhere.test">', ...ALL])
  for (const { screen } of album.rows) photographed(album, screen)

  const page = indexPage(album.rows)

  expect(page).not.toMatch(/<script|<link|@import|url\(/)
  const asked = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address)
  expect(asked.length).toBeGreaterThan(ALL.length)
  for (const address of asked) expect(address).toMatch(/^[\w-]+\/[\w-]+\.png$/)
})
