import { Refusal, type Hash } from '@parley/protocol'
import {
  jointAnswerKind,
  jointKind,
  jointLines,
  nextLineNumber,
  type JointLine,
  type JointState,
} from '@parley/release'
import { CannotSign } from '../../desk/cannotSign.ts'
import { lastSigned } from '../../desk/filing.ts'
import { signReleaseAgain, signReleaseAs } from '../signing.ts'
import type { ReadoutDesk } from './readoutDesk.ts'

type Texts = JointLine['texts']

/** Proposes a line, or another wording of the one with that number. Rejects with `CannotSign`. */
export async function proposeLine(
  { hands, releases }: ReadoutDesk,
  { texts, n }: { texts: Texts; n?: number },
): Promise<Hash> {
  const { side } = hands.book.record
  const { seals } = releases.state
  const number = n ?? nextLineNumber(linesOf(releases), { side, sides: [...seals.keys()] })
  if (number === undefined) throw new CannotSign('no-version-left')
  return signReleaseAs(hands, releases, {
    is: 'joint',
    kind: jointKind(number),
    says: { texts },
  })
}

/**
 * Signs the very wording. Where this desk signed another under that number or a later one, it cannot: then it
 * proposes the same words anew, for the others to sign. Resolves with what it signed. Rejects with `CannotSign`.
 */
export async function acceptLine(desk: ReadoutDesk, hash: Hash): Promise<Hash> {
  const { hands, releases } = desk
  const signature = releases.state.signatures.find((one) => one.hash === hash)
  if (signature?.is !== 'joint') throw new Refusal('malformed')
  const { kind, version, texts } = signature.payload
  const last = lastSigned(hands.book.record, kind)
  if (last && last.version >= version && last.hash !== hash) {
    return proposeLine(desk, { texts, n: Number(kind.slice('joint/'.length)) })
  }
  return signReleaseAgain(hands, releases, signature)
}

/** Says that this side does not sign that wording, or takes back that it proposed it. Rejects with `CannotSign`. */
export async function answerLine(
  { hands, releases }: ReadoutDesk,
  { line, answer, reason }: { line: Hash; answer: 'declined' | 'taken-back'; reason: string },
): Promise<void> {
  const state = linesOf(releases).find(({ newest }) => newest.hash === line)
  if (!state) throw new CannotSign('unknown-draft')
  await signReleaseAs(hands, releases, {
    is: 'joint-answer',
    kind: jointAnswerKind(state.n),
    says: { side: hands.book.record.side, joint: line, answer, reason: reason.trim() },
  })
}

/** All joint lines of the call, as they stand now. */
export function linesOf({ state }: ReadoutDesk['releases']): readonly JointState[] {
  return jointLines(state.signatures, state.seals)
}
