import { CallId, type EnrolmentState } from '@parley/protocol'
import { commitmentOf, makeDeviceKeys, makeNonce, makeSeal } from '@parley/seal'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { Request } from '../connection.ts'
import type { DeskHands } from './deskHands.ts'
import { Enrolments } from './enrolments.ts'
import { newSeatId } from './newIds.ts'

test('a desk signs one nonce for one request, however often the server tells it of that', async () => {
  const [seat, asked] = [newSeatId(), [] as Request[]]
  const record = {
    call: v.parse(CallId, 'A'.repeat(22)),
    seal: await makeSeal(),
    links: { [seat]: new Uint8Array(32) },
  }
  const request = async (message: Request) => (asked.push(message), {})
  const hands = { book: { record }, connection: { request } } as unknown as DeskHands
  await using enrolments = new Enrolments(hands, () => undefined)
  const { publicKey: device, agreement } = await makeDeviceKeys()
  const commitment = await commitmentOf({ device, agreement, r: makeNonce() })
  const enrolment = newSeatId() as string as EnrolmentState['enrolment']
  const state = { enrolment, seat, commitment }

  await enrolments.hear(state)
  await enrolments.hear(state)

  expect(asked.map(({ type }) => type)).toEqual(['answer-enrolment'])
})
