import { DocumentKind, type SideId } from '@parley/protocol'
import * as v from 'valibot'

/** What the public may read before a call. */
export const ANNOUNCEMENT_KIND: DocumentKind = v.parse(DocumentKind, 'announcement')

/** Every side's signature of the record. */
export const RECORD_KIND: DocumentKind = v.parse(DocumentKind, 'record')

/** Why a side does not sign the record. */
export function recordRefusalKind(side: SideId): DocumentKind {
  return v.parse(DocumentKind, `record-refusal/${side}`)
}

/** A clip, from 1. */
export function clipKind(n: number): DocumentKind {
  return v.parse(DocumentKind, `clip/${n}`)
}

/** Where the sealed files of a clip lie. */
export function clipFileKind(n: number): DocumentKind {
  return v.parse(DocumentKind, `clip-file/${n}`)
}

/** Why a side does not sign a clip. */
export function refusalKind(n: number): DocumentKind {
  return v.parse(DocumentKind, `refusal/${n}`)
}

/** A line that all sides publish in the same words, from 1. */
export function jointKind(n: number): DocumentKind {
  return v.parse(DocumentKind, `joint/${n}`)
}

/** A side's account. */
export function readoutKind(side: SideId): DocumentKind {
  return v.parse(DocumentKind, `readout/${side}`)
}
