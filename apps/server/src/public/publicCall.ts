import type { CallId, CompactJws, Hash, SideId } from '@parley/protocol'
import {
  readRelease,
  type Party,
  type PayloadOf,
  type PublicItem,
  type ReleaseWord,
} from '@parley/release'
import { payloadOf } from '@parley/seal'
import type { PublicFile, PublicRow } from './publicRows.store.ts'

/** A version as it is shown. */
export type Shown<Is extends ReleaseWord> = {
  readonly payload: PayloadOf<Is>
  readonly hash: Hash
  /** Milliseconds since 1970, UTC. */
  readonly publicFrom: number
}

/** An item with its versions, oldest first; there is always one. */
export type Versions<Is extends ReleaseWord> = {
  readonly item: PublicItem
  readonly all: readonly Shown<Is>[]
  readonly newest: Shown<Is>
}

/** What is public of a call. */
export type PublicCall = {
  readonly call: CallId
  /** In the order of the plan, where all sides signed something that says so. */
  readonly sides: readonly Party[]
  /** What it is about; nothing where only accounts are public, which have titles of their own. */
  readonly title: string | undefined
  readonly announcement: Versions<'announcement'> | undefined
  readonly clips: readonly Versions<'clip'>[]
  /** In the order of the sides. */
  readonly accounts: readonly Versions<'readout'>[]
  /** By the hash that a paragraph names. */
  readonly jointLines: ReadonlyMap<Hash, PayloadOf<'joint'>>
  readonly record: Versions<'record'> | undefined
  readonly files: readonly PublicFile[]
  readonly changedAt: number
}

/** Puts together what is public of a call; nothing where that is nothing. */
export function publicCallOf(
  call: CallId,
  rows: readonly PublicRow[],
  files: readonly PublicFile[],
): PublicCall | undefined {
  if (rows.length === 0) return undefined
  const [announcement] = versionsOf(rows, 'announcement')
  const [record] = versionsOf(rows, 'record')
  const clips = versionsOf(rows, 'clip').toSorted((a, b) => numberOf(a.item) - numberOf(b.item))
  const written = versionsOf(rows, 'readout')
  const lines = versionsOf(rows, 'joint').flatMap(({ all }) => all)
  const agreed = announcement?.newest.payload ?? clips[0]?.newest.payload
  const sides = sidesOf(agreed?.sides ?? [], written)
  const place = new Map(sides.map(({ side }, at) => [side, at]))
  return {
    call,
    sides,
    title: agreed?.title,
    announcement,
    clips,
    accounts: written.toSorted((a, b) => placeOf(a, place) - placeOf(b, place)),
    jointLines: new Map(lines.map(({ hash, payload }) => [hash, payload])),
    record,
    files,
    changedAt: Math.max(...rows.map(({ public_from }) => public_from)),
  }
}

/** The items of one sort. */
function versionsOf<Is extends ReleaseWord>(rows: readonly PublicRow[], is: Is): Versions<Is>[] {
  const ofSort = rows.filter(({ item }) => item.split('/', 1)[0] === is)
  return [...Map.groupBy(ofSort, ({ item }) => item)].flatMap(([item, versions]) => {
    const all = versions.map((row) => shown<Is>(row))
    const newest = all.at(-1)
    return newest ? [{ item, all, newest }] : []
  })
}

/** What was checked when it came is only read. */
function shown<Is extends ReleaseWord>({
  item,
  hash,
  public_from,
  signatures,
}: PublicRow): Shown<Is> {
  const [first = ''] = JSON.parse(signatures) as CompactJws[]
  const { payload } = readRelease(item, payloadOf(first))
  return { payload: payload as PayloadOf<Is>, hash, publicFrom: public_from }
}

/** Those that all signed, in their order; and those of accounts beside them, by name. */
function sidesOf(agreed: readonly Party[], accounts: readonly Versions<'readout'>[]): Party[] {
  const known = new Set(agreed.map(({ side }) => side))
  const others = accounts
    .map(({ newest }) => newest.payload.side)
    .filter(({ side }) => !known.has(side))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return [...agreed, ...others]
}

function placeOf(account: Versions<'readout'>, places: ReadonlyMap<SideId, number>): number {
  return places.get(account.newest.payload.side.side) ?? places.size
}

function numberOf(item: PublicItem): number {
  return Number(item.split('/')[1])
}
