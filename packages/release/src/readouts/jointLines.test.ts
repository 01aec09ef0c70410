import { CallId, Hash, SideId, type CompactJws, type PublicKey } from '@parley/protocol'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { ReleaseSignature } from '../documents/releaseDocument.ts'
import { jointKind } from '../documents/kinds.ts'
import { jointLines, nextLineNumber } from './jointLines.ts'
import { jointAnswerKind } from './readoutKinds.ts'

const call = v.parse(CallId, 'A'.repeat(22))
const [SWISS, KENYA] = ['AAAAAAAAAAA', 'BAAAAAAAAAA'].map((id) => v.parse(SideId, id)) as [
  SideId,
  SideId,
]
const seals = new Map([
  [SWISS, 'seal of Switzerland' as PublicKey],
  [KENYA, 'seal of Kenya' as PublicKey],
])
const hashed = (name: string) => v.parse(Hash, name.padEnd(43, 'A'))
const heading = { call, at: 1000 }

function line(
  text: string,
  signer: SideId,
  {
    version = 1,
    previous = null,
    n = 1,
  }: { version?: number; previous?: Hash | null; n?: number } = {},
): ReleaseSignature {
  const texts = [{ language: 'en', text }]
  return {
    is: 'joint',
    payload: { ...heading, kind: jointKind(n), version, previous, texts },
    ...by(signer, `${n}${version}${text.replaceAll(/\W/g, '')}`),
  }
}

function answer(
  joint: string,
  signer: SideId,
  { is, reason = '' }: { is: 'declined' | 'taken-back'; reason?: string },
): ReleaseSignature {
  return {
    is: 'joint-answer',
    payload: {
      ...heading,
      kind: jointAnswerKind(1),
      version: 1,
      previous: null,
      side: signer,
      joint: hashed(joint),
      answer: is,
      reason,
    },
    ...by(signer, `answer${joint}`),
  }
}

function by(signer: SideId, name: string) {
  return {
    signer,
    seal: seals.get(signer) ?? ('' as PublicKey),
    jws: name as CompactJws,
    hash: hashed(name),
  }
}

const only = (...signatures: ReleaseSignature[]) => {
  const [state] = jointLines(signatures, seals)
  if (!state) throw new Error('There is one')
  return state
}

test('a line that one side signed waits for the other', () => {
  const { newest } = only(line('We meet again.', SWISS))

  expect(newest.by).toBe(SWISS)
  expect(newest.standing).toEqual({ is: 'awaited', of: [KENYA] })
})

test('a line that every side signed is agreed (R103)', () => {
  const { newest, agreed } = only(line('We meet again.', SWISS), line('We meet again.', KENYA))

  expect(newest.standing).toEqual({ is: 'agreed' })
  expect(agreed).toEqual(newest)
})

test('another wording in answer stands in the place of the first', () => {
  const { newest, earlier } = only(
    line('We meet in June.', SWISS),
    line('We meet in July.', KENYA, { version: 2 }),
  )

  expect(newest.standing).toEqual({ is: 'awaited', of: [SWISS] })
  expect(earlier.map(({ standing }) => standing.is)).toEqual(['replaced'])
})

test('a line that was declined says by whom, and why', () => {
  const { newest } = only(
    line('Wemeet', SWISS),
    answer('11Wemeet', KENYA, { is: 'declined', reason: 'Too early.' }),
  )

  expect(newest.standing).toEqual({ is: 'declined', side: KENYA, reason: 'Too early.' })
})

test('whoever proposed a line may take it back, and cannot decline it', () => {
  const proposed = line('Wemeet', SWISS)

  expect(only(proposed, answer('11Wemeet', SWISS, { is: 'taken-back' })).newest.standing).toEqual({
    is: 'taken-back',
    side: SWISS,
  })
  expect(only(proposed, answer('11Wemeet', SWISS, { is: 'declined' })).newest.standing.is).toBe(
    'awaited',
  )
})

test('nobody takes back for all what every side signed', () => {
  const { newest } = only(
    line('Wemeet', SWISS),
    line('Wemeet', KENYA),
    answer('11Wemeet', SWISS, { is: 'taken-back' }),
  )

  expect(newest.standing).toEqual({ is: 'agreed' })
})

test('while another wording of an agreed line is proposed, the agreed one counts', () => {
  const previous = hashed('11Wemeet')
  const { newest, agreed } = only(
    line('Wemeet', SWISS),
    line('Wemeet', KENYA),
    line('Wemeetsoon', SWISS, { version: 2, previous }),
  )

  expect(newest.standing.is).toBe('awaited')
  expect(agreed?.texts[0]?.text).toBe('Wemeet')
})

test('each side numbers its lines in a row of its own, so that two proposals at once do not meet', () => {
  const sides = [SWISS, KENYA]
  const next = (side: SideId, taken: number[]) =>
    nextLineNumber(
      taken.map((n) => ({ n })),
      { side, sides },
    )

  expect([next(SWISS, []), next(KENYA, [])]).toEqual([1, 2])
  expect(next(SWISS, [1, 2, 3])).toBe(5)
  expect(
    next(
      KENYA,
      Array.from({ length: 99 }, (_, n) => n + 1),
    ),
  ).toBeUndefined()
})
