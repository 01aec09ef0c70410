import { PLENARY, Refusal, type Bytes, type DocumentKind } from '@parley/protocol'
import {
  delegationKind,
  deskKind,
  passKind,
  PLAN_KIND,
  sealHashOf,
  signJws,
  verifyAnswer,
  verifyDelegationProof,
  verifyDeskStatement,
  verifyLeafStatement,
  verifyMediaRequest,
  verifyPresence,
  verifySideKeys,
  verifySignIn,
  verifySignature,
  withdrawalKind,
  type Typ,
} from '@parley/seal'
import type { Target } from '../target.ts'
import { jsonOf } from '../mutations/shape.ts'
import { call, fixedSeal, hash, json, rooms, seat, side, text, timeMs } from './given.ts'

const heading = { call, version: 1, previous: null, at: timeMs }
const wording = {
  title: 'Upper Tana Water Treaty',
  start: timeMs,
  timeZone: 'Africa/Nairobi',
  languages: ['en', 'sw'],
  agenda: [{ part: 1, title: 'Opening', minutes: 15, open: true }],
  modalities: { recording: 'never', ifLineDrops: 'We wait.', peopleInRoom: '' },
}
/** A plan that has no seal yet. */
export const proposal = { ...wording, sides: [{ side, name: 'Kenya', flag: 'KE', seal: null }] }

/** What a document says, signed by a seal and filed as it says: the seal itself is not to be trusted. */
export async function document(): Promise<Target> {
  const { signingKey, publicKey: seal, agreement } = await fixedSeal()
  const device = { device: seal, agreement, listen: false, notBefore: 1, expires: timeMs }
  const aSeat = {
    seat,
    name: 'Akinyi Ochieng',
    office: 'President',
    role: 'principal',
    languages: ['sw'],
    rooms,
  }
  return {
    seeds: [
      {
        ...heading,
        kind: PLAN_KIND,
        ...wording,
        sides: [{ side, name: 'Kenya', flag: 'KE', seal }],
      },
      { ...heading, kind: delegationKind(side), side, seats: [aSeat], telephone: '+254 20 1' },
      { ...heading, kind: passKind(seat), side, seat, ...device },
      {
        ...heading,
        kind: withdrawalKind(side),
        side,
        withdrawn: [{ seat, passVersion: 1, at: 1 }],
      },
      { ...heading, kind: deskKind(side), side, heads: { plan: [1, hash] } },
    ].map(json),
    async read(input) {
      if (input.length === 0) return false
      const { kind, version } = claimIn(input)
      const jws = await signJws(signingKey, typOf(kind), input)
      const filed = { call, kind, version, side }
      if (kind.startsWith('delegation'))
        await verifyDelegationProof([jws], new Map([[side, seal]]), side)
      await verifySignature(jws, { filed, seal })
      return true
    },
  }
}

/** What desks, devices and leaves sign besides documents. */
export async function statement(): Promise<Target> {
  const { signingKey, publicKey: key, agreement } = await fixedSeal()
  const expected = { sealHash: await sealHashOf(key), seat, commitment: hash as never }
  const at = timeMs
  const readers: [Typ, (jws: string) => Promise<unknown>][] = [
    ['parley-desk', (jws) => verifyDeskStatement(jws, key)],
    ['parley-sign-in', (jws) => verifySignIn(jws, key)],
    ['parley-media', (jws) => verifyMediaRequest(jws)],
    ['parley-presence', (jws) => verifyPresence(jws)],
    ['parley-document', (jws) => verifySideKeys(jws)],
    ['parley-leaf', (jws) => verifyLeafStatement(jws, key)],
    ['parley-enrolment', (jws) => verifyAnswer(jws, expected)],
  ]
  return {
    seeds: [
      { say: 'approve', call, side, at, seat, device: key, listen: false, expires: at },
      { say: 'withdraw', call, side, at, device: key },
      { nonce: hash, call, server: 'https://parley.example', at },
      { call, room: PLENARY, leaf: key, at },
      { call, room: PLENARY, leaf: key, at, isLeaving: true },
      { ...heading, kind: `side/${side}`, side, seal: key, agreement },
      { call, room: PLENARY, group: 'AAAA', leaf: key, pass: hash, at },
      { call, seat, seal: key, commitment: hash, nonce: hash },
    ].map(json),
    async read(input) {
      if (input.length === 0) return false
      let isRead = false
      for (const [typ, verify] of readers) isRead = (await isVerified(input, typ, verify)) || isRead
      return isRead
    },
  }

  async function isVerified(
    input: Bytes,
    typ: Typ,
    verify: (jws: string) => Promise<unknown>,
  ): Promise<boolean> {
    try {
      return (await verify(await signJws(signingKey, typ, input))) !== undefined
    } catch (error) {
      if (error instanceof Refusal) return false
      throw error
    }
  }
}

/** What it is filed as: what it says of itself. */
function claimIn(input: Bytes): { kind: DocumentKind; version: number } {
  const said = jsonOf(text(input))?.value
  const { kind, version } = (said ?? {}) as { kind?: unknown; version?: unknown }
  return {
    kind: (typeof kind === 'string' ? kind : '') as DocumentKind,
    version: typeof version === 'number' ? version : 0,
  }
}

function typOf(kind: string): Typ {
  if (kind.startsWith('pass')) return 'parley-pass'
  return kind.startsWith('desk') ? 'parley-desk' : 'parley-document'
}
