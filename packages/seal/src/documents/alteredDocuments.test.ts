import { caucusOf, CallId, PLENARY, SeatId, SideId } from '@parley/protocol'
import { altered } from '@parley/testkit/altered'
import { orCode } from '@parley/testkit/orCode'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { toText, utf8 } from '../bytes.ts'
import { signJws } from '../jws.ts'
import { makeSeal } from '../seals/seal.ts'
import type { Typ } from '../typ.ts'
import { verifySignature, type Document, type Signature } from './document.ts'
import { delegationKind, deskKind, passKind, PLAN_KIND, withdrawalKind } from './kinds.ts'

const random = (length: number) => toText(crypto.getRandomValues(new Uint8Array(length)))
const call = v.parse(CallId, random(16))
const side = v.parse(SideId, random(8))
const seat = v.parse(SeatId, random(8))
const seal = await makeSeal()
const heading = { call, version: 1, previous: null, at: 1000 }
const RUNS = { numRuns: 200 }

const wording = {
  title: 'Upper Tana Water Treaty',
  start: 1_790_000_000_000,
  timeZone: 'Africa/Nairobi',
  languages: ['en', 'sw'],
  agenda: [{ part: 1, title: 'Opening', minutes: 15, open: true }],
  modalities: {
    recording: 'open-parts',
    ifLineDrops: 'We wait.',
    peopleInRoom: '',
    keepDays: 30,
  },
}
const aSide = { side, name: 'Kenya', flag: 'KE' }
const aSeat = {
  seat,
  name: 'Akinyi Ochieng',
  office: 'President',
  role: 'principal',
  languages: ['sw'],
  rooms: [PLENARY, caucusOf(side)],
  records: true,
}

/** One of each kind, signed as it is filed. */
const documents = [
  {
    is: 'plan',
    typ: 'parley-document',
    payload: {
      ...heading,
      kind: PLAN_KIND,
      ...wording,
      sides: [{ ...aSide, seal: seal.publicKey }],
    },
  },
  {
    is: 'delegation',
    typ: 'parley-document',
    payload: {
      ...heading,
      kind: delegationKind(side),
      side,
      seats: [aSeat],
      telephone: '+254 20 1',
      agreement: seal.agreement,
    },
  },
  {
    is: 'pass',
    typ: 'parley-pass',
    payload: {
      ...heading,
      kind: passKind(seat),
      side,
      seat,
      device: seal.publicKey,
      agreement: seal.agreement,
      listen: false,
      notBefore: 1000,
      expires: 2000,
    },
  },
  {
    is: 'withdrawal',
    typ: 'parley-document',
    payload: {
      ...heading,
      kind: withdrawalKind(side),
      side,
      withdrawn: [{ seat, passVersion: 1, at: 1 }],
    },
  },
  {
    is: 'desk',
    typ: 'parley-desk',
    payload: { ...heading, kind: deskKind(side), side, heads: {} },
  },
] as const satisfies { is: Document['is']; typ: Typ; payload: object }[]

const payloadIn = (signature: Signature | string) =>
  typeof signature === 'string' ? signature : signature.payload

test.each(documents)(
  'a $is signed by its own seal, with anything in it altered, is refused as malformed, or says what it says',
  async ({ is, typ, payload }) => {
    const filed = { call, kind: payload.kind, version: 1, side }
    const read = async (what: unknown) =>
      orCode(async () => {
        const jws = await signJws(seal.signingKey, typ, utf8(JSON.stringify(what) ?? ''))
        return verifySignature(jws, { filed, seal: seal.publicKey })
      })

    expect(await read(payload)).toMatchObject({ is, payload, signer: side })
    await fc.assert(
      fc.asyncProperty(altered(payload), async (other) => {
        const once = await read(other)
        if (once === 'malformed') return
        expect(await read(payloadIn(once))).toMatchObject({ is, payload: payloadIn(once) })
      }),
      RUNS,
    )
  },
)
