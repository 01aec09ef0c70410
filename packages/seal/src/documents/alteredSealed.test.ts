import { CallId, SideId } from '@parley/protocol'
import { altered, alteredText } from '@parley/testkit/altered'
import { orCode } from '@parley/testkit/orCode'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { toText, utf8 } from '../bytes.ts'
import { sealHashOf } from '../enrolment/enrolment.ts'
import { openGrant, sealGrant } from '../enrolment/grant.ts'
import { verifyJws } from '../jws.ts'
import { derivingKey, documentKeyOf } from '../keys/derive.ts'
import { sealTo, sealUnder } from '../keys/jwe.ts'
import { Secret } from '../keys/secret.ts'
import { makeSeal } from '../seals/seal.ts'
import { readClaim } from './document.ts'
import { openInvitation, sealInvitation } from './invitation.ts'
import { PLAN_KIND } from './kinds.ts'
import type { ProposedPlan } from './plan.ts'
import { openDocument, sealDocument } from './sealing.ts'
import { signSideKeys, verifySideKeys } from './side.ts'

const random = (length: number) => toText(crypto.getRandomValues(new Uint8Array(length)))
const call = v.parse(CallId, random(16))
const side = v.parse(SideId, random(8))
const seal = await makeSeal()
const key = await documentKeyOf(await derivingKey(Secret.random()))
const secrets = { grantKey: key, privateKey: seal.agreementPrivateKey }
const sealHash = await sealHashOf(seal.publicKey)
const plan: ProposedPlan = {
  title: 'Upper Tana Water Treaty',
  start: 1_790_000_000_000,
  timeZone: 'Africa/Nairobi',
  languages: ['en', 'sw'],
  agenda: [],
  modalities: { recording: 'never', ifLineDrops: '', peopleInRoom: '' },
  sides: [{ side, name: 'Kenya', flag: 'KE', seal: null }],
}
const RUNS = { numRuns: 200 }

test('no text breaks the reading of documents, of keys, and of what is sealed', async () => {
  const readers: ((text: string) => Promise<unknown>)[] = [
    (text) => openDocument(text, key),
    (text) => openGrant(text, secrets),
    (text) => openInvitation(text, { key, sealHash }),
    (text) => verifySideKeys(text),
    (text) => verifyJws(text, 'parley-document', seal.publicKey),
    async (text) => readClaim(text, { call, kind: PLAN_KIND, version: 1 }),
  ]
  const segments = fc.array(fc.base64String().map((text) => text.replaceAll(/[+/=]/g, '-')))
  const texts = fc.oneof(
    fc.string(),
    segments.map((parts) => parts.join('.')),
  )
  await fc.assert(
    fc.asyncProperty(texts, fc.constantFrom(...readers), async (text, reader) => {
      expect(await orCode(() => reader(text))).toBeOneOf(['malformed', 'bad-signature'])
    }),
    { numRuns: 500 },
  )
})

test('a grant that its desk wrote amiss is read as what it says or refused', async () => {
  const grant = {
    seal: seal.publicKey,
    pass: null,
    callSecret: random(32),
    sideSecret: random(32),
    heads: {},
  }
  const sealed = async (what: unknown) =>
    sealUnder(key, utf8(await sealTo(seal.agreement, utf8(JSON.stringify(what) ?? ''))))

  expect(await openGrant(await sealed(grant), secrets)).toMatchObject({ seal: seal.publicKey })
  await fc.assert(
    fc.asyncProperty(altered(grant), async (other) => {
      const text = await sealed(other)
      const opened = await orCode(() => openGrant(text, secrets))
      const said = typeof opened === 'string' ? opened : opened.callSecret.use(toText)
      expect(said).toBeOneOf(['malformed', (other as Partial<typeof grant> | null)?.callSecret])
    }),
    RUNS,
  )
})

test('what is sealed, with any character altered, does not open', async () => {
  const jws = await signSideKeys(seal, { call, side, at: 1 })
  const invitation = await sealInvitation(seal, { key, invitation: { call, at: 1, side, plan } })
  const grant = await sealGrant(
    {
      seal: seal.publicKey,
      pass: undefined,
      callSecret: Secret.random(),
      sideSecret: undefined,
      heads: {},
    },
    { grantKey: key, to: seal.agreement },
  )
  const all: [string, (text: string) => Promise<unknown>][] = [
    [await sealDocument(jws, key), (text) => openDocument(text, key)],
    [grant, (text) => openGrant(text, secrets)],
    [invitation, (text) => openInvitation(text, { key, sealHash })],
    [jws, verifySideKeys],
  ]
  for (const [text, open] of all) {
    await open(text)
    await fc.assert(
      fc.asyncProperty(alteredText(text), async (other) => {
        fc.pre(!isSameBytes(other, text))
        expect(await orCode(() => open(other))).toBeOneOf(['malformed', 'bad-signature'])
      }),
      RUNS,
    )
  }
})

/** Base64url has letters whose last bits are not used: another letter there is the same bytes. */
function isSameBytes(one: string, other: string): boolean {
  return bytesIn(one) === bytesIn(other)
}

function bytesIn(text: string): string {
  return text
    .split('.')
    .map((part) => Buffer.from(part, 'base64url').toString('hex'))
    .join('.')
}
