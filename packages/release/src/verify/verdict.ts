import type { CallId, Hash, PublicKey, SideId } from '@parley/protocol'
import type { Announcement } from '../documents/announcement.ts'
import type { Clip, ClipFile } from '../documents/clip.ts'
import type { Readout } from '../documents/readout.ts'

/** What a check of one file came to. It is about that file as it is, and nothing else. */
export type Verdict = Proven | NotProven

/** That seals signed it, and what they signed. Whose seals those are, `unproven` says, nobody but the reader can tell. */
export type Proven = ProvenPublication | ProvenMedia | ProvenRecord

/** That it is not proven, why, and where in the file. */
export type NotProven = {
  readonly is: 'not-proven'
  readonly because: Because
  readonly where: Where
}

/** A seal that signed, by its code, and the name that it gives to its side. */
export type SealOfSide = {
  readonly side: SideId
  readonly name: string
  readonly flag: string
  readonly seal: PublicKey
  /** 30 digits, in six groups. */
  readonly digits: readonly string[]
  readonly hex: string
}

/** What is published, by what it is. */
export type Released =
  | { readonly is: 'announcement'; readonly payload: Announcement }
  | { readonly is: 'clip'; readonly payload: Clip }
  | { readonly is: 'readout'; readonly payload: Readout }

/** A version that every seal it needs has signed. */
export type ProvenVersion = Released & { readonly version: number; readonly hash: Hash }

/** A publication file: its versions, oldest first. */
export type ProvenPublication = {
  readonly is: 'proven'
  readonly of: 'publication'
  readonly item: string
  readonly call: CallId
  readonly signers: readonly SealOfSide[]
  readonly versions: readonly ProvenVersion[]
  readonly unproven: readonly Unproven[]
}

/** A file of a clip, as it was before any manifest. */
export type ProvenMedia = {
  readonly is: 'proven'
  readonly of: 'media'
  readonly file: ClipFile
  readonly clip: ProvenVersion & { readonly is: 'clip' }
  readonly signers: readonly SealOfSide[]
  /** Whether the statement came beside it or was in it. */
  readonly by: 'statement-beside' | 'statement-inside'
  /** Manifests in it: one of each side, or none. */
  readonly manifests: 'of-every-side' | 'none'
  readonly unproven: readonly Unproven[]
}

/** The record of a call, which every side signed. */
export type ProvenRecord = {
  readonly is: 'proven'
  readonly of: 'record'
  readonly call: CallId
  readonly title: string
  readonly signers: readonly SealOfSide[]
  readonly entries: number
  /** Milliseconds since 1970, UTC: of its first and its last entry. */
  readonly from: number
  readonly to: number
  readonly unproven: readonly Unproven[]
}

/** What signatures cannot show, of what they are under. */
export type Unproven =
  /** That a seal belongs to whom it names: its code is compared with the one that the side itself publishes. */
  | 'whose-seal'
  /** That what is said is so. */
  | 'truth'
  /** That times are right: each is what the signers wrote. */
  | 'times'
  /** That there is nothing else, or nothing newer. */
  | 'left-out'
  /** That the files that a statement names are what they are beside it. */
  | 'files'
  /** That a translation says the same. */
  | 'translations'
  /** That others agreed to the lines that are marked so. */
  | 'joint-lines'
  /** That those who signed have not signed a later version since: there is one, beside it. */
  | 'replaced'
  /** That it still stands: those who signed it signed a later version, which came with it. */
  | 'newer-beside'

/** Why something is not proven. */
export type Because =
  /** No file of a release: neither a statement nor media of a clip. */
  | 'unknown-file'
  /** A statement that is no JSON, or not UTF-8. */
  | 'not-json'
  /** It is JSON, but written otherwise than it is published: with other spaces, or a field twice. */
  | 'written-otherwise'
  /** A field that there is not. */
  | 'unknown-field'
  /** A field that is missing, or says what it cannot. */
  | 'wrong-field'
  /** What names no sides: nobody can tell from it alone who has to sign it. */
  | 'names-no-sides'
  /** It says that it is another item than what was signed. */
  | 'other-item'
  /** A signature that is none of that text. */
  | 'bad-signature'
  /** A side that did not sign. */
  | 'missing-signature'
  /** A side that signed twice. */
  | 'second-signature'
  /** Signatures of one version under different texts. */
  | 'two-wordings'
  /** A version that does not follow the one before it. */
  | 'broken-chain'
  /** Versions of different calls. */
  | 'other-call'
  /** Versions that different seals signed. */
  | 'other-seals'
  /** Media without anything that says who released them. */
  | 'no-statement'
  /** Media that are not what was signed. */
  | 'other-file'
  /** Media that do not read to their end. */
  | 'unreadable-media'
  /** A manifest that was altered, or that its own signature is not of. */
  | 'altered-manifest'
  /** A manifest that a key signed for which no seal of the clip vouches. */
  | 'unknown-certificate'
  /** A side of which the media have no manifest, where they have others'. */
  | 'missing-manifest'
  /** A manifest of another clip. */
  | 'other-clip'
  /** What a record says was agreed, and not every side signed so. */
  | 'other-papers'
  /** An entry of a record by a key behind which there is no seat that every side agreed on. */
  | 'no-signer'
  /** No seal of that code signed it. */
  | 'other-code'

/** Where in the file. What is not said is not known, or makes no difference. */
export type Where = {
  readonly item?: string
  /** As it is counted in the document. */
  readonly version?: number
  /** From 1, among the signatures of a version, or the manifests of a file. */
  readonly place?: number
  /** From 1, among the entries of a record. */
  readonly entry?: number
  /** From 1. */
  readonly line?: number
  /** The side by the name that it gives itself. */
  readonly side?: string
  /** Names from the outside in, with dots between them. */
  readonly field?: string
}

/** Says that it is not proven. */
export function notProven(because: Because, where: Where = {}): NotProven {
  return { is: 'not-proven', because, where }
}
