import type { SideId } from '@parley/protocol'
import type { ClipStanding } from '@parley/release'
import { fromText } from '@parley/seal'
import type { SealView } from '../../desk/deskView.ts'
import type { ClipCard, ClipFilesHere, ClipNext, ClipSide } from './clipsView.ts'

/** What this desk knows of a clip besides what was signed. */
export type ClipHere = {
  readonly own: SideId
  readonly seals: ReadonlyMap<SideId, SealView>
  readonly files: ClipFilesHere
  /** How far the code and the manifest of this side are, while they are under way. */
  readonly adding: { readonly share: number | undefined } | undefined
  readonly publishing: { readonly share: number } | undefined
  readonly publishedAt: number | undefined
}

/** A clip as it is shown: its own side's signature first, the colours in the order of the plan. */
export function clipCardOf(n: number, standing: ClipStanding, here: ClipHere): ClipCard {
  const { clip, hash, maker, answers } = standing
  const sides = clip.sides.map(({ side, name }, place): ClipSide => {
    const answer = answers.get(side) ?? { is: 'awaited' }
    return {
      side,
      name,
      order: place + 1,
      isOwn: side === here.own,
      seal: here.seals.get(side),
      answer: answer.is,
      reason: answer.is === 'refused' ? answer.reason : '',
      manifest: manifestOf(side, standing),
    }
  })
  return {
    n,
    hash,
    title: clip.title,
    caption: clip.caption,
    language: clip.language,
    part: clip.part,
    partTitle: clip.partTitle,
    span: { from: clip.from, to: clip.to },
    maker,
    makerName: nameOf(maker, standing),
    at: clip.at,
    sides: [...sides.filter(({ isOwn }) => isOwn), ...sides.filter(({ isOwn }) => !isOwn)],
    signed: sides.filter(({ answer }) => answer === 'signed').length,
    code: codeOf(standing),
    files: here.files,
    next: nextOf(standing, here),
  }
}

function nextOf(standing: ClipStanding, here: ClipHere): ClipNext {
  const { answers, isAgreed, awaits } = standing
  if (here.publishedAt !== undefined) return { is: 'published', at: here.publishedAt }
  if (here.publishing) return { is: 'publishing', ...here.publishing }
  if ([...answers.values()].some(({ is }) => is === 'refused')) return { is: 'refused' }
  if (!isAgreed)
    return answers.get(here.own)?.is === 'signed'
      ? { is: 'awaits-others' }
      : { is: 'to-answer', maySign: here.files.is === 'there' }
  if (awaits === undefined) return { is: 'may-publish' }
  if (awaits === here.own) return { is: 'adding-here', share: here.adding?.share }
  return { is: 'adding-there', name: nameOf(awaits, standing) }
}

function manifestOf(side: SideId, { order, newest, awaits }: ClipStanding): ClipSide['manifest'] {
  if (side === awaits) return 'next'
  return order.indexOf(side) < (newest?.manifests ?? 0) ? 'there' : 'awaited'
}

function nameOf(side: SideId, { clip }: ClipStanding): string {
  return clip.sides.find((one) => one.side === side)?.name ?? ''
}

function codeOf({ clip }: ClipStanding): string[] {
  const file = clip.files.find(({ type }) => type === 'video/mp4') ?? clip.files[0]
  return file ? (fromText(file.hash).toHex().match(/.{4}/g) ?? []) : []
}
