import type { JSHandle, Page } from '@playwright/test'
import type { MediaLeaf } from '@parley/call'
import type { LeafIndex } from '@parley/protocol'
import type { FrameRoom } from '@parley/sframe'
import type { Lab } from './lab.ts'
import { introduce, openLab, people, server, show, soon } from './labStage.ts'
import { CAUCUS } from './mediaServer.ts'
import type { Member } from './member.ts'

declare const lab: Lab

/** One person's page: a session in each room. */
export type Person = Record<FrameRoom, JSHandle<Member>> & { page: Page }

/** Each room's key is its own. */
const KEYS: Record<FrameRoom, number> = { plenary: 7, caucus: 99 }

/** Both people in both rooms, each with their one microphone, and each knows whose tracks are which. */
export async function joinTwoRooms(): Promise<[Person, Person]> {
  const [ada, ben] = [await joinBothRooms(0), await joinBothRooms(1)]
  for (const room of ['plenary', 'caucus'] as const) {
    await introduce(ada[room], ben[room])
    await introduce(ben[room], ada[room])
    await hearAll(ben[room], ada[room])
    await hearAll(ada[room], ben[room])
  }
  return [ada, ben]
}

/** Enters a room with a microphone, on the page of somebody who may be in the other. */
export async function enterRoom(
  room: FrameRoom,
  index: 0 | 1,
  page: Page,
): Promise<JSHandle<Member>> {
  const you = people[index] as MediaLeaf
  const token = await server.token(you.identity, {}, room === 'caucus' ? CAUCUS : undefined)
  const ticket = { url: server.url, token }
  const options = { you, leaves: [...people], ticket, key: KEYS[room], room }
  const member = await page.evaluateHandle((each) => lab.join(each), options)
  await show(member, undefined)
  await soon.poll(() => member.evaluate((each) => each.announced.length)).toBe(1)
  return member
}

/** No signed word bounds what is played: whatever the gate lets out is heard. */
export async function hearAll(at: JSHandle<Member>, of: JSHandle<Member>): Promise<void> {
  const { leaf, track } = await of.evaluate((member) => ({
    leaf: member.you.leaf,
    track: member.announced[0]?.number,
  }))
  if (track === undefined) throw new Error('no microphone is announced')
  await at.evaluate((member, [from, number]) => member.setBounds(from, number, 0), [
    leaf,
    track,
  ] as const)
}

/** Whose tone is heard in each room. */
export async function heardBy(
  { plenary, caucus }: Person,
  leaf: LeafIndex,
): Promise<[plenary: number | undefined, caucus: number | undefined]> {
  return [
    await plenary.evaluate((member, of) => member.hears(of), leaf),
    await caucus.evaluate((member, of) => member.hears(of), leaf),
  ]
}

/** Frames of sound that one let out, and those that another played of theirs, counted after this was asked. */
export async function soundOf(
  from: JSHandle<Member>,
  at: JSHandle<Member>,
): Promise<{ sealed: number; played: number }> {
  await Promise.all([countAgain(from), countAgain(at)])
  const sent = await from.evaluate((member) => ({
    leaf: member.you.leaf,
    sealed: member.last('accounts')?.sent[0]?.sealed ?? 0,
  }))
  const played = await at.evaluate(
    (member, leaf) =>
      member.last('accounts')?.received.find((each) => each.leaf === leaf)?.opened ?? 0,
    sent.leaf,
  )
  return { sealed: sent.sealed, played }
}

/** Counts come once a second: the next may have been taken before, the one after it was not. */
async function countAgain(member: JSHandle<Member>): Promise<void> {
  const counted = () =>
    member.evaluate(({ events }) => events.filter(({ type }) => type === 'accounts').length)
  const before = await counted()
  await soon.poll(counted).toBeGreaterThanOrEqual(before + 2)
}

async function joinBothRooms(index: 0 | 1): Promise<Person> {
  const page = await openLab()
  const plenary = await enterRoom('plenary', index, page)
  return { page, plenary, caucus: await enterRoom('caucus', index, page) }
}
