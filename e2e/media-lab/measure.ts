import type { JSHandle } from '@playwright/test'
import type { TrackKind } from '@parley/call'
import type { LeafIndex, TrackNumber } from '@parley/protocol'
import type { Lab } from './lab.ts'
import type { Lock } from './locks.ts'
import type { Member } from './member.ts'

declare const lab: Lab

/** Tells how large the camera picture of one is shown at another; undefined is not at all. */
export async function showAt(
  at: JSHandle<Member>,
  of: JSHandle<Member>,
  size: { width: number; height: number } | undefined,
): Promise<void> {
  const number = await numberOf(of, 'camera')
  await at.evaluate(
    (member, shown) => member.session.setVisible(0 as LeafIndex, shown.number, shown.size),
    { number, size },
  )
}

export async function numberOf(member: JSHandle<Member>, kind: TrackKind): Promise<TrackNumber> {
  const number = await member.evaluate(
    (each, wanted) => each.announced.find((track) => track.kind === wanted)?.number,
    kind,
  )
  if (number === undefined) throw new Error(`${kind} is not announced`)
  return number
}

/** In which layers pictures leave, over half a second. */
export async function layersSent(member: JSHandle<Member>): Promise<string[]> {
  const before = await member.evaluate(() => lab.layers())
  await member.evaluate(() => lab.waitFor(500))
  const after = await member.evaluate(() => lab.layers())
  return Object.keys(after)
    .filter((rid) => (after[rid] ?? 0) > (before[rid] ?? 0))
    .toSorted()
}

/** What of the first member is played in a second, by the reports of two: frames of sound (50 at best), and pictures by their width. */
export async function playedBy(
  member: JSHandle<Member>,
): Promise<{ sounds: number; pixels: number }> {
  const played = () =>
    member.evaluate((each) => {
      const of = (kind: TrackKind) => {
        const number = each.roster[0]?.tracks.find((track) => track.kind === kind)?.number
        const received = each.last('accounts')?.received ?? []
        return received.find(({ track }) => track === number)?.opened ?? 0
      }
      const reports = each.events.filter(({ type }) => type === 'accounts').length
      return { reports, sounds: of('microphone'), pictures: of('camera') }
    })
  const before = await played()
  await member.evaluate(() => lab.waitFor(2000))
  const after = await played()
  const seconds = Math.max(1, after.reports - before.reports)
  const width = (await member.evaluate((each) => each.widthOf(0 as LeafIndex))) ?? 0
  return {
    sounds: (after.sounds - before.sounds) / seconds,
    pixels: (width * (after.pictures - before.pictures)) / seconds,
  }
}

/** Frames played, over all tracks. */
export async function openedBy(member: JSHandle<Member>): Promise<number> {
  return member.evaluate((each) =>
    (each.last('accounts')?.received ?? []).reduce((sum, { opened: frames }) => sum + frames, 0),
  )
}

/** Frames not played, by reason, over all tracks. */
export async function dropsOf(member: JSHandle<Member>): Promise<Record<string, number>> {
  return member.evaluate((each) => {
    const sum: Record<string, number> = {}
    for (const { drops } of each.last('accounts')?.received ?? [])
      for (const [reason, frames] of Object.entries(drops))
        sum[reason] = (sum[reason] ?? 0) + frames
    return sum
  })
}

/** Frames of one's microphone that were encoded, over a second and a half. */
export async function soundsEncoded(member: JSHandle<Member>): Promise<number> {
  const soFar = () =>
    member.evaluate((each) => {
      const number = each.announced.find(({ kind }) => kind === 'microphone')?.number
      const own = each.last('accounts')?.sent.find(({ track }) => track === number)
      return Object.values(own?.drops ?? {}).reduce(
        (sum, dropped) => sum + dropped,
        own?.sealed ?? 0,
      )
    })
  const before = await soFar()
  await member.evaluate(() => lab.waitFor(1500))
  return (await soFar()) - before
}

/** Long enough for plaintext to have left, had it been able to. */
export async function hasTriedToSend(member: JSHandle<Member>, without: Lock): Promise<boolean> {
  return member.evaluate(async (each, lock) => {
    if (lock === 'browser') return each.last('browser-unfit')?.why === 'sends-unsealed'
    if (lock === 'attach') return each.last('media-lost') !== undefined
    return (await lab.traffic()).encoded > 60
  }, without)
}
