import type { CompactJws } from '@parley/protocol'
import { jointKind, refusalKind, signRelease } from '@parley/release'
import { startServer } from '@parley/server'
import { manualClock, planCall } from '@parley/testkit'
import { expect, test, vi } from 'vitest'
import { CannotSign } from '../desk/cannotSign.ts'
import type { Desk } from '../desk/desk.ts'
import { agreedReleases, ownReleases, proposedReleases, releaseSignatures } from './releaseState.ts'
import { Releases } from './releases.ts'
import { signReleaseAgain, signReleaseAs } from './signing.ts'

type Console = { desk: Desk; releases: Releases }

async function twoConsoles() {
  await using parts = new AsyncDisposableStack()
  const running = parts.use(await startServer())
  const planned = parts.use(
    await planCall(running, { seatsEach: 0, clock: manualClock(Date.now()) }),
  )
  const [first, second] = planned.desks.map((desk) => opened(parts, desk))
  if (!first || !second) throw new Error('There are two')
  const stays = parts.move()
  return { first, second, [Symbol.asyncDispose]: () => stays.disposeAsync() }
}

function opened(parts: AsyncDisposableStack, desk: Desk): Console {
  const { call } = desk.state.record
  return { desk, releases: parts.use(new Releases({ call, documents: desk.documents })) }
}

const line = (text: string) => ({ texts: [{ language: 'en', text }] })

function propose({ desk, releases }: Console, text: string) {
  const joint = { is: 'joint' as const, kind: jointKind(1), says: line(text) }
  return signReleaseAs(desk.hands, releases, joint)
}

/** The newest wording that is not agreed, once it is there. */
function proposed({ releases }: Console, text: string) {
  return vi.waitFor(() => {
    const found = proposedReleases(releases.state, 'joint', jointKind(1)).at(-1)
    if (found?.first.payload.texts[0]?.text !== text) throw new Error('It is not there yet')
    return found
  })
}

const agreedTexts = ({ releases }: Console) =>
  agreedReleases(releases.state, 'joint', jointKind(1)).map(({ payload }) => payload.texts[0]?.text)

test('what one desk proposes is agreed once the other signed the very bytes (R8)', async () => {
  await using consoles = await twoConsoles()
  const { first, second } = consoles

  const hash = await propose(first, 'They will meet again.')
  const { first: found, awaits } = await proposed(second, 'They will meet again.')
  expect(agreedTexts(first)).toEqual([])
  await signReleaseAgain(second.desk.hands, second.releases, found)

  expect(found.hash).toBe(hash)
  expect(awaits).toEqual([second.desk.state.record.side])
  for (const console of [first, second])
    await vi.waitFor(() => expect(agreedTexts(console)).toEqual(['They will meet again.']))
  expect(proposedReleases(first.releases.state, 'joint', jointKind(1))).toEqual([])
})

test('a later wording takes the place of the agreed one, and names it', async () => {
  await using consoles = await twoConsoles()
  const { first, second } = consoles
  for (const text of ['In June.', 'In July.']) {
    await propose(first, text)
    const { first: found } = await proposed(second, text)
    await signReleaseAgain(second.desk.hands, second.releases, found)
    await vi.waitFor(() => expect(agreedTexts(first).at(-1)).toBe(text))
  }

  expect(agreedTexts(second)).toEqual(['In June.', 'In July.'])
})

test('a wording that another has taken the place of is signed no more (R8)', async () => {
  await using consoles = await twoConsoles()
  const { first, second } = consoles
  await propose(first, 'In June.')
  const { first: june } = await proposed(second, 'In June.')
  await propose(second, 'In July.')

  await expect(signReleaseAgain(second.desk.hands, second.releases, june)).rejects.toThrow(
    new CannotSign('signed-later'),
  )
})

test('a desk that opens later reads what was signed before', async () => {
  await using consoles = await twoConsoles()
  const { first, second } = consoles
  await propose(first, 'In June.')
  await proposed(second, 'In June.')

  await using late = new Releases({
    call: first.desk.state.record.call,
    documents: second.desk.documents,
  })

  await vi.waitFor(() => expect(releaseSignatures(late.state, 'joint')).toHaveLength(1))
})

test('nobody refuses a clip in the name of another side (R9)', async () => {
  await using consoles = await twoConsoles()
  const { first, second } = consoles
  const { side } = second.desk.state.record
  const clip = await propose(first, 'In June.')
  const kind = refusalKind(1)
  const refusal = { is: 'refusal' as const, kind, says: { side, clip, reason: '' } }

  await expect(signReleaseAs(first.desk.hands, first.releases, refusal)).rejects.toThrow(CannotSign)
  await signReleaseAs(second.desk.hands, second.releases, refusal)

  const own = { is: 'refusal' as const, kind, side }
  await vi.waitFor(() => expect(ownReleases(first.releases.state, own)).toHaveLength(1))
})

test('of two payloads that a side signed for one version, the first that came counts', async () => {
  await using consoles = await twoConsoles()
  const { first, second } = consoles
  await propose(first, 'In June.')
  const { first: june } = await proposed(second, 'In June.')
  const { seal, side } = first.desk.state.record
  const other = await signRelease(seal.signingKey, {
    is: 'joint',
    payload: { ...june.payload, ...line('In July.') },
  })

  const { kind, version } = june.payload
  await second.releases.take({ kind, version, side, jws: other })

  expect(releaseSignatures(second.releases.state, 'joint')).toEqual([june])
})

test('what no seal of the plan signed is passed over (R9)', async () => {
  await using consoles = await twoConsoles()
  const { first, second } = consoles
  await propose(first, 'In June.')
  const { first: june } = await proposed(second, 'In June.')
  const { kind, version } = june.payload
  const [header, payload] = june.jws.split('.')
  const { side } = second.desk.state.record
  const jws = `${header}.${payload}.AAAA` as CompactJws

  await second.releases.take({ kind, version, side, jws })

  expect(second.releases.state.signatures).toEqual([june])
})
