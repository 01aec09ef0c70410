import type { SealedFile } from '@parley/release'
import { keepUntilOf } from '@parley/release/recordings'
import type { EntryEvent } from '@parley/seal'
import { startServer } from '@parley/server'
import { manualClock, planCall } from '@parley/testkit'
import { expect, test, vi } from 'vitest'
import { systemClock } from '../tools/systemClock.ts'
import { proposeClip, signClip, standingOfClip } from './clips.ts'
import { fetchFile, sendFile, sendOpenly } from './files.ts'
import { publishClip } from './publishing.ts'
import { Releases } from './releases.ts'
import { UnreleasedClips } from './unreleasedClips.ts'

test('what nobody published is destroyed on the day that the plan says, the record says so once, and what is public stays (R96)', async () => {
  await using running = await startServer()
  await using planned = await planCall(running, {
    seatsEach: 0,
    clock: manualClock(Date.now()),
    recording: 'open-parts',
  })
  const [first, second] = planned.desks
  const plan = first?.documents.documents.plan?.payload
  if (!first || !second || !plan) throw new Error('Two desks have a plan')
  const { call } = first.state.record
  await using releases = new Releases({ call, documents: first.documents })
  await using others = new Releases({ call, documents: second.documents })
  const line = { connection: first.connection, server: { origin: running.url }, clock: systemClock }
  const propose = async (n: number, film: string) => {
    const file = new Blob([film])
    const sealed = await sendFile(file, line)
    const words = { partTitle: 'Opening', title: 'Dry years', caption: '', language: 'en' }
    const span = { part: 1, from: plan.start, to: plan.start + 60_000 }
    const says = {
      ...words,
      ...span,
      sides: plan.sides,
      files: [{ type: 'video/mp4' as const, bytes: file.size, hash: sealed.hash }],
    }
    return { clip: await proposeClip(first.hands, releases, { n, says, files: [sealed] }), sealed }
  }
  const dropped = await propose(1, 'dropped')
  const shown = await propose(2, 'shown')
  await vi.waitFor(() => signClip(second.hands, others, { n: 2, clip: shown.clip }))
  await vi.waitFor(() => expect(standingOfClip(releases.state, 2)?.isAgreed).toBe(true))
  const open = await sendOpenly(new Blob(['shown']), line)
  const put = [{ hash: shown.sealed.hash, file: open }]
  await publishClip({ connection: first.connection, state: releases.state }, { n: 2, files: put })

  const clock = manualClock((keepUntilOf(plan) ?? 0) - 1000)
  const noted: EntryEvent[] = []
  const { connection, documents, state } = first
  const desk = { connection, documents, state, hands: { ...first.hands, clock } }
  using _ = new UnreleasedClips({ desk, releases, note: (event) => noted.push(event) })
  const fetches = ({ sealed }: { sealed: SealedFile }) => fetchFile(sealed, line)
  await fetches(dropped)
  expect(noted).toEqual([])

  clock.advance(60 * 60 * 1000)
  const destroyed = { is: 'destroyed', at: clock.nowMs(), kind: 'clip/1', hash: dropped.clip }
  await vi.waitFor(() => expect(noted).toEqual([destroyed]))
  await expect(fetches(dropped)).rejects.toThrow('file-unknown')
  expect((await fetches(shown)).size).toBe(5)
})
