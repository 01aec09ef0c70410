import {
  CreateCall,
  Done,
  parseAs,
  parseClientMessage,
  parseDone,
  parseServerMessage,
  PLENARY,
  Refusal,
} from '@parley/protocol'
import { jsonOf } from '../mutations/shape.ts'
import type { Target } from '../target.ts'
import { call, hash, json, seat, side, text, timeMs } from './given.ts'

const jws = 'eyJh.eyJi.c2ln'
const jwe = 'eyJh..aXY.Y2lwaGVy.dGFn'
const envelope = 'AAAA'
const room = PLENARY

/** What devices, desks and holders of links say to the server. */
export function clientMessage(): Target {
  return {
    seeds: [
      { type: 'hello', call, key: hash },
      { type: 'hello-link', token: hash },
      { type: 'prove', proof: jws },
      { type: 'open-invitation', id: 1, tokenHash: hash, side, invitation: jwe },
      { type: 'grant-side', id: 2, side, seal: hash, grant: jwe },
      {
        type: 'reveal-enrolment',
        id: 3,
        enrolment: side,
        device: hash,
        agreement: hash,
        r: hash,
        signature: jws,
      },
      {
        type: 'grant-enrolment',
        id: 4,
        enrolment: side,
        statement: jws,
        grant: jwe,
        pass: { version: 1, sealed: jwe },
      },
      { type: 'store-document', id: 5, kind: `delegation/${side}`, version: 2, sealed: jwe },
      { type: 'follow-documents', id: 6, after: 0 },
      { type: 'append', id: 7, room, envelope, commit: true },
      { type: 'read-commits', id: 8, room: `caucus/${side}`, count: 32, before: 9 },
      {
        type: 'publish',
        id: 10,
        item: 'clip/1',
        versions: [[jws]],
        files: [{ hash, file: hash }],
        until: null,
      },
      { type: 'ask-media-token', id: 9, statement: jws, note: 'A'.repeat(38) },
    ].map(json),
    read: (input) => isReadAlike(text(input), parseClientMessage),
  }
}

/** What whoever has the create token posts. */
export function createCall(): Target {
  return {
    seeds: [json({ call, side, seal: hash, statement: jws })],
    read: (input) => isReadAlike(text(input), (said) => parseAs(CreateCall, said)),
  }
}

/** What the server says, and each answer in it as each request would read it. */
export function serverMessage(): Target {
  return {
    seeds: [
      { type: 'challenge', nonce: hash },
      { type: 'welcome', standing: { as: 'device', call, side, seat }, nowMs: timeMs },
      { type: 'refused', id: 4, code: 'not-permitted' },
      { type: 'document', number: 9, kind: 'plan', version: 2, side, sealed: jwe },
      { type: 'logged', room, number: 1, envelope },
      { type: 'enrolment', enrolment: side, seat, commitment: hash, answer: jws },
      { type: 'media-server', isThere: false },
      ...[
        { side, invitation: jwe },
        { enrolment: side },
        { grant: jwe },
        { number: 5 },
        { entries: [{ number: 3, envelope }], last: 3 },
        { isAnybodyThere: true },
        { token: 'a.b.c', path: '/rtc', room: 'r' },
      ].map((result) => ({ type: 'done', id: 4, result })),
    ].map(json),
    read(input) {
      const isRead = isReadAlike(text(input), parseServerMessage)
      const message = parseServerMessage(text(input))
      if (message.type === 'done')
        for (const request of Object.keys(Done) as (keyof typeof Done)[])
          isAnswer(request, message.result)
      return isRead
    },
  }
}

function isAnswer(request: keyof typeof Done, result: unknown): boolean {
  try {
    parseDone(request, result)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** Whether it is read, and then says the same once it is written and read again; what is nested too deep to be written is only read. */
function isReadAlike(said: string, read: (said: string) => unknown): boolean {
  const once = read(said)
  if (!jsonOf(said)) return true
  const written = JSON.stringify(once)
  if (JSON.stringify(read(written)) !== written)
    throw new Error('What was read says something else when it is read again')
  return true
}
