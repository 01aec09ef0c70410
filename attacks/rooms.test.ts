import { expect } from 'vitest'
import { MediaPath } from '@parley/testkit/evil'
import { attack } from './kit/attack.ts'
import type { Participant } from './kit/participant.ts'
import { Stage } from './kit/stage.ts'

attack(
  { number: 29, by: 'S with M' },
  'sound of the plenary is not played in a caucus, nor a private voice in the plenary, and both are shown under whose names they came',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    const path = new MediaPath()
    const [hers, his] = await areInCaucus(stage, path, [ada, cem])
    await speaksToAll(stage, ada, 'for all')
    await speaksInCaucus(stage, hers, 'for us')
    const [open, closed] = [soundOf(stage.path), soundOf(path)]
    const heard = () => [...new Set(his.media.played.map(({ words }) => words))]
    expect([open.length, closed.length, heard()]).toEqual([40, 40, ['for us']])

    const [inCaucus, inPlenary] = [microphoneOf(hers.media), microphoneOf(ada.media)]
    stage.meanwhile = () => {
      path.send(...open.splice(0, 1).map((frame) => ({ ...frame, ...inCaucus })))
      stage.path.send(...closed.splice(0, 1).map((frame) => ({ ...frame, ...inPlenary })))
    }
    const notPlayed = { type: 'not-played', kind: 'microphone', name: 'Person 0' } as const
    await stage.shows(ben, notPlayed, { withinMs: 3000 })
    await stage.shows(cem, { ...notPlayed, code: 'wrong-track' }, { withinMs: 3000 })

    expect([heard(), new Set(ben.heard)]).toEqual([['for us'], new Set(['for all'])])
    stage.meanwhile = () => hers.media.encode('microphone', 'and on')
    await stage.pass(500)
    expect(his.media.played.at(-1)?.words).toBe('and on')
  },
)

attack(
  { number: 30, by: 'S' },
  'frames of an earlier call of as many in the same places are not played, and are shown',
  async (stage) => {
    await using earlier = await Stage.open()
    const [before] = await earlier.together(0, 2)
    earlier.meanwhile = () => before.shows('as it was')
    await earlier.pass(3000)
    const recorded = [...earlier.path.recorded]
    const [ada, ben] = await stage.together(0, 2)
    const [identity, name] = [ada.media.identity, ada.media.nameOf('camera')]

    stage.meanwhile = () =>
      stage.path.send(...recorded.splice(0, 1).map((frame) => ({ ...frame, identity, name })))
    await stage.shows(ben, { type: 'not-played', code: 'not-authentic' }, { withinMs: 3000 })

    expect([ben.heard, recorded.length > 0]).toEqual([[], true])
    stage.meanwhile = () => undefined
    ada.shows('as it is')
    await stage.pass(100)
    expect(ben.heard).toEqual(['as it is'])
  },
)

type InCaucus = Awaited<ReturnType<Participant['entersCaucus']>>

/** Two of one side go into its room, so that each has the same leaf there as in the plenary. */
async function areInCaucus(
  stage: Stage,
  path: MediaPath,
  [one, other]: readonly [Participant, Participant],
): Promise<readonly [InCaucus, InCaucus]> {
  const isIn =
    (company: number) =>
    ({ runner: { call } }: InCaucus) =>
      call.joining.phase === 'in-call' && call.members.size === company
  const first = await one.entersCaucus(path)
  await stage.until(() => isIn(1)(first), 10_000)
  const both = [first, await other.entersCaucus(path)] as const
  await stage.until(() => both.every(isIn(2)), 10_000)
  return both
}

/** Somebody speaks in the plenary, and closes their microphone. */
async function speaksToAll(stage: Stage, somebody: Participant, words: string): Promise<void> {
  const press = () => somebody.pressesMicrophone()
  await speaks(stage, press, () => somebody.says(words))
  press()
}

/** Somebody speaks in the room of their side, where their microphone stays open. */
async function speaksInCaucus(
  stage: Stage,
  { runner, media }: InCaucus,
  words: string,
): Promise<void> {
  const opens = () => runner.send({ type: 'microphone-pressed' })
  await speaks(stage, opens, () => media.encode('microphone', words))
}

/** Somebody opens their microphone, and speaks for two seconds. */
async function speaks(stage: Stage, opens: () => void, says: () => void): Promise<void> {
  await stage.pass(300)
  opens()
  await stage.pass(300)
  stage.meanwhile = says
  await stage.pass(2000)
  stage.meanwhile = () => undefined
}

function soundOf({ recorded }: MediaPath) {
  return recorded.filter(({ mimeType }) => mimeType.startsWith('audio/'))
}

function microphoneOf(media: Participant['media']) {
  return { identity: media.identity, name: media.nameOf('microphone') }
}
