import type { Proven, ProvenVersion, SealOfSide, Unproven, Verdict } from '@parley/release'
import { BECAUSE, whereOf } from './becauseSentences.ts'

/** A verdict on a file in plain words, a line each. */
export function sayRelease(name: string, verdict: Verdict): string[] {
  if (verdict.is === 'not-proven') {
    const where = whereOf(verdict)
    return [
      `${name} is NOT as it was signed.`,
      `  ${BECAUSE[verdict.because]}`,
      ...(where === '' ? [] : [`  Where: ${where}.`]),
    ]
  }
  return [
    `${name} is as its seals signed it.`,
    ...whatOf(verdict).map((line) => `  ${line}`),
    ...verdict.signers.map((signer) => `  ${codeOf(signer, verdict.signers)}`),
    `  Proven: ${PROVEN[verdict.of]}`,
    `  Not proven: ${unprovenOf(verdict.unproven)}`,
  ]
}

const PROVEN: Readonly<Record<Proven['of'], string>> = {
  publication: 'these seals, and no others, signed this text and all its versions, byte for byte.',
  media: 'these seals signed this file, byte for byte, as part of that clip.',
  record: 'these seals signed this record, and no entry of it was altered, added or taken out.',
}

const UNPROVEN: Readonly<Record<Unproven, string>> = {
  'whose-seal':
    'that a seal belongs to whom it says: compare its code with the one that the side itself publishes',
  truth: 'that what they say is so',
  times: 'that their times are right',
  'left-out': 'that there is nothing else, or nothing newer',
  files: 'that the clip’s files are these: verify them beside it',
  translations: 'that a translation says the same',
  'joint-lines': 'that others agreed to the lines marked so: compare their readout',
  'newer-beside': 'that it still stands: a later version of it is beside this',
  replaced: 'that it still stands: the statement has a later version, with other files',
}

function unprovenOf(unproven: readonly Unproven[]): string {
  return `${unproven.map((one) => UNPROVEN[one]).join('; ')}.`
}

/** What was signed, and when they say so. */
function whatOf(verdict: Proven): string[] {
  switch (verdict.of) {
    case 'publication':
      return verdict.versions.map((version) => titleOf(version))
    case 'media':
      return [
        titleOf(verdict.clip),
        `A file of it, ${verdict.file.type}, ${HAS[verdict.manifests]}.`,
        `SHA-256 before any manifest: ${hexOf(verdict.file.hash)}`,
      ]
    case 'record':
      return [`${verdict.entries} entries, from ${time(verdict.from)} to ${time(verdict.to)}.`]
  }
}

/** As other tools write it. */
function hexOf(hash: string): string {
  return Uint8Array.fromBase64(hash, { alphabet: 'base64url' }).toHex()
}

const HAS = {
  'of-every-side': 'with a manifest of every side in it',
  none: 'with no manifests in it',
}

function titleOf({ payload, version, is }: ProvenVersion): string {
  const kind = { announcement: 'Announcement', clip: 'Clip', readout: 'Readout' }[is]
  return `${kind}, version ${version}, signed as of ${time(payload.at)}: ${payload.title}`
}

/** The name that a seal gives its side, and its code. */
function codeOf({ name, digits }: SealOfSide, all: readonly SealOfSide[]): string {
  const width = Math.max(...all.map((one) => one.name.length))
  return `${name.padEnd(width)}  ${digits.join(' ')}`
}

function time(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}
