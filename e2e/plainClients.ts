import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { MediaDoor, MediaTicket } from '@parley/call'
import { openCall, systemClock, type OpenSeat } from '@parley/client'
import { parseDone, PLENARY } from '@parley/protocol'
import { makeDeviceKeys, signMediaRequest } from '@parley/seal'
import { FakeMedia } from '@parley/testkit'
import type { Lab } from './media-lab/lab.ts'
import { serveLab } from './media-lab/labServer.ts'
import { launchFor } from './media/launch.ts'

declare const lab: Lab

/** Whose camera and microphone a plain client has. */
export const PLAIN_PERSON = 5

/** A plain LiveKit client in the media room of a call, in a page of its own. */
export type PlainClientPage = {
  readonly page: Page
  publish(): Promise<void>
  received(): Promise<{ tracks: number; bytes: number }>
}

/** Lets plain clients into the media room of a call, each with a token that the server gave. */
export interface PlainClients extends AsyncDisposable {
  join(ticket: MediaTicket): Promise<PlainClientPage>
}

/** Plain clients of one browser. */
export async function plainClients(): Promise<PlainClients> {
  await using opening = new AsyncDisposableStack()
  const site = opening.use(await serveLab(await mkdtemp(join(tmpdir(), 'plain-client-'))))
  const browser = await launchFor(PLAIN_PERSON)
  opening.defer(() => browser.close())
  const parts = opening.move()
  return {
    async join(ticket) {
      const context = await browser.newContext({ permissions: ['camera', 'microphone'] })
      const page = await context.newPage()
      await page.goto(site.url)
      const client = await page.evaluateHandle((each) => lab.plainClient(each), ticket)
      return {
        page,
        publish: () => client.evaluate((each) => each.publish()),
        received: () => client.evaluate((each) => each.received()),
      }
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  }
}

/** The token of a member of the call: the others let the media server send it their tracks. Its keys stay here. */
export async function ticketOfMember(seat: OpenSeat): Promise<AsyncDisposable & MediaTicket> {
  const media = new TicketTaker()
  const call = await openCall(seat, { media, clock: systemClock })
  call.runner.send({ type: 'join-pressed', atMs: systemClock.nowMs() })
  return { ...(await media.ticket), [Symbol.asyncDispose]: () => call[Symbol.asyncDispose]() }
}

/** Media of a member whose place at the media server somebody else takes. */
export class TicketTaker extends FakeMedia {
  readonly #ticket = Promise.withResolvers<MediaTicket>()

  get ticket(): Promise<MediaTicket> {
    return this.#ticket.promise
  }

  override connect(door?: MediaDoor): void {
    super.connect()
    if (door) this.#ticket.resolve(door.ask(new AbortController().signal))
  }
}

/** The token of a device of the call, for a leaf that is in no group. */
export async function ticketOfNobody({ connection, record }: OpenSeat): Promise<MediaTicket> {
  const leaf = await makeDeviceKeys()
  const request = { call: record.call, room: PLENARY, leaf: leaf.publicKey, at: Date.now() }
  const statement = await signMediaRequest(leaf.signingKey, request)
  const done = await connection.request({ type: 'ask-media-token', statement })
  const { token, path } = parseDone('ask-media-token', done)
  return { url: new URL(path, record.server.replace(/^http/, 'ws')).href, token }
}
